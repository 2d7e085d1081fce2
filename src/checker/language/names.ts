import type { Refusal, Term, Vocabulary } from '../../constructions/exercises/exercise'
import { foreignName, isForeign } from './foreign-names'
import { freeTerm, INFINITE, letterParts } from './free-letters'
import { type Place, refuse, writing } from './refused'

/** Functions that an answer may call. */
export const FUNCTIONS = [
  'sqrt',
  'exp',
  'log',
  'abs',
  'norm',
  'softmax',
  'transpose',
  'dot',
  'outer',
] as const

export type CalledName = (typeof FUNCTIONS)[number]

const FUNCTION_ALIASES = new Map<string, CalledName>([
  ...FUNCTIONS.map((name) => [name, name] as const),
  ['ln', 'log'],
  ['inner', 'dot'],
])

/** Other spellings of names that a question may offer. */
const ALIASES = new Map([
  ['Id', 'I'],
  ['I_d', 'I'],
  ['I_n', 'I'],
  ['eye', 'I'],
  ['identity', 'I'],
  ['Identity', 'I'],
  ['lam', 'lambda'],
  ['eps', 'epsilon'],
])

const LONGEST_PRODUCT = 60

/** The function that `name` means, if any. */
export const functionNamed = (name: string) => FUNCTION_ALIASES.get(name)

/** The names of a vocabulary, as people write them. */
export class Names {
  private readonly terms = new Map<string, Term>()
  private readonly freeTerms = new Map<string, Term | undefined>()
  private readonly vocabulary: Vocabulary

  private readonly asked: readonly string[]

  /** @param asked - names of what the question asks for, which no answer can use */
  constructor(vocabulary: Vocabulary, asked: readonly string[] = []) {
    this.vocabulary = vocabulary
    this.asked = asked
    const offered = [...vocabulary.terms, ...vocabulary.letters]
    for (const term of offered) this.terms.set(compact(term.name), term)
    for (const term of offered) this.terms.set(term.name, term)
  }

  /** The term called `name`: `k_a`, also written `ka`; or a letter that is free for a number. */
  term(name: string): Term | undefined {
    return this.offered(name) ?? this.free(name)
  }

  /** Whether `name` may stand for a number: it is not that of a vector or matrix of the question. */
  isNumber(name: string): boolean {
    return (this.offered(name)?.shape ?? 'scalar') === 'scalar'
  }

  /** The term of the question called `name`, with or without an accent. */
  offered(name: string): Term | undefined {
    const term = this.terms.get(name) ?? this.terms.get(ALIASES.get(name) ?? '')
    if (term) return term
    // A vector keeps its name under a hat; a number of the person's own becomes another.
    const bare = this.terms.get(plain(name))
    return bare?.isFree ? undefined : bare
  }

  /** `name` as a number of the person's own choice: a letter, with an index or an accent, that the question does not use. */
  free(name: string): Term | undefined {
    if (!this.freeTerms.has(name)) this.freeTerms.set(name, this.freeFor(ALIASES.get(name) ?? name))
    return this.freeTerms.get(name)
  }

  private freeFor(name: string): Term | undefined {
    const parts = letterParts(name)
    if (!parts || this.vocabulary.closed !== undefined || this.isRefused(plain(name))) return undefined
    if (this.isAsked(name)) return undefined
    // k_3 is a key, though not one that the question names.
    if (parts.index !== '' && this.family(parts.letter).length > 0) return undefined
    return isForeign(plain(name), this.vocabulary) ? undefined : freeTerm(name)
  }

  private isAsked(name: string): boolean {
    return this.asked.includes(compact(plain(name)))
  }

  private isRefused(name: string): boolean {
    return this.vocabulary.refusals.some(({ names }) => name.search(names) === 0)
  }

  /**
   * What `∞` stands for: a number as large as wanted.
   *
   * @throws {RefusedError} if no number is free
   */
  infinite(place: Place): Term {
    const { closed } = this.vocabulary
    return closed === undefined ? INFINITE : refuse('E_NAME', closed, place)
  }

  /** Whether `name` is a name, or several written side by side. */
  isReadable(name: string): boolean {
    return (
      this.term(name) !== undefined || this.split(name) !== undefined || this.refusalOf(name) !== undefined
    )
  }

  /**
   * The one way to read `name` as terms written side by side, as lengths of their names: `Qk_a` is `Q`, `k_a`. A letter
   * that is free may stand before them, and a T behind a vector turns it. Undefined if there is no way, or more than one.
   */
  split(name: string): readonly number[] | undefined {
    if (name.length > LONGEST_PRODUCT) return undefined
    const ways = this.waysToSplit(name)
    if (ways.length > 0) return ways.length === 1 ? ways[0] : undefined
    const rest = /^[a-zA-Z]/.test(name) && name.length > 1 ? this.waysToSplit(name.slice(1)) : []
    return rest.length === 1 && this.free(name[0]) ? [1, ...rest[0]] : undefined
  }

  /** The names of the terms in the family of `base`: `k_a`, `k_b` and `k_rest` for `k`. */
  family(base: string): readonly string[] {
    return this.vocabulary.terms.map(({ name }) => name).filter((name) => name.startsWith(`${base}_`))
  }

  /**
   * Refuses a name that the question does not offer, with its own reason where it has one.
   *
   * @throws {RefusedError} always
   */
  refuse(name: string, place: Place): never {
    const known = this.refusalOf(name)
    if (known)
      refuse(
        'E_NAME',
        known.prose,
        place,
        known.diagnosis === undefined ? {} : { diagnosis: known.diagnosis },
      )
    if (this.isAsked(name))
      refuse('E_NAME', `${name} is what is asked for: it has no place in its own answer.`, place)
    const foreign = foreignName(plain(name), this.vocabulary)
    if (foreign) refuse('E_NAME', foreign.prose, place, suggested(foreign.instead, place))
    const { closed } = this.vocabulary
    if (closed !== undefined && freeTerm(name)) refuse('E_NAME', closed, place)
    const offered = [...this.vocabulary.terms, ...this.vocabulary.letters].map((term) => term.name)
    const near = offered.find((other) => isNear(name, other))
    const offer = offered.length === 0 ? 'It offers no names.' : `It offers ${offered.join(', ')}.`
    const hint = near === undefined ? '' : ` Did you mean ${near}?`
    refuse(
      'E_NAME',
      `There is no “${shortened(name)}” in this question. ${offer}${hint}`,
      place,
      suggested(near, place),
    )
  }

  /** The reason against `name`, also written `va`, or against what is at its end: `Qv_a` is refused for its `v_a`. */
  private refusalOf(name: string): Refusal | undefined {
    const starts = Array.from(name.slice(0, LONGEST_PRODUCT), (_, i) => i)
    const ends = starts.filter((i) => i === 0 || this.isProduct(name.slice(0, i))).map((i) => name.slice(i))
    const spellings = ends.flatMap((end) => [end, end.replace(/^(mu|[a-z])([a-z]|\d)$/, '$1_$2')])
    // `search` has no memory, whatever the flags of the pattern.
    return this.vocabulary.refusals.find(({ names }) => spellings.some((other) => other.search(names) === 0))
  }

  private isProduct(name: string): boolean {
    return this.waysToSplit(name).length === 1 || /^[a-zA-Z]$/.test(name)
  }

  /** At most two of the ways, shortest names first. */
  private waysToSplit(name: string): readonly (readonly number[])[] {
    const ways: (readonly number[])[][] = Array.from({ length: name.length + 1 }, () => [])
    ways[name.length] = [[]]
    for (let start = name.length - 1; start >= 0; start--)
      for (let end = start + 1; end <= name.length; end++) {
        if (ways[end].length === 0 || !this.isPiece(name, start, end)) continue
        ways[start].push(...ways[end].map((rest) => [end - start, ...rest]))
        ways[start].length = Math.min(ways[start].length, 2)
      }
    return ways[0]
  }

  private isPiece(name: string, start: number, end: number): boolean {
    const piece = name.slice(start, end)
    if (piece === 'T') return start > 0 && /[a-z0-9]/.test(name[start - 1])
    return this.offered(piece) !== undefined
  }
}

const suggested = (instead: string | undefined, place: Place) =>
  instead === undefined ? {} : { suggestion: writing(instead, place) }

const compact = (name: string) => name.replaceAll('_', '')

/** Without accents. */
const plain = (name: string) => name.replace(/[\u0302-\u0308]/g, '')

const shortened = (name: string) => (name.length > 24 ? `${name.slice(0, 24)}…` : name)

/** Whether one letter of a long name is more, less or another, or only capitals and lines differ. */
function isNear(a: string, b: string): boolean {
  if (compact(a).toLowerCase() === compact(b).toLowerCase()) return true
  if (Math.max(compact(a).length, compact(b).length) < 4 || Math.abs(a.length - b.length) > 1) return false
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const endsAlike = (i: number, j: number) => a.slice(i) === b.slice(j)
  return endsAlike(same + 1, same + 1) || endsAlike(same + 1, same) || endsAlike(same, same + 1)
}

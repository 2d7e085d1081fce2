import type { Refusal, Term, Vocabulary } from '../constructions/exercises/exercise'
import { LEAVE_OUT, type Place, refuse } from './refused'

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
  ['eye', 'I'],
  ['identity', 'I'],
  ['lam', 'lambda'],
])

const LIMIT_WORDS = /^(?:large|big|huge|lim|limit|infinity|inf)$/i

const LONGEST_PRODUCT = 60

/** The function that `name` means, if any. */
export const functionNamed = (name: string) => FUNCTION_ALIASES.get(name)

/** The names of a vocabulary, as people write them. */
export class Names {
  private readonly terms = new Map<string, Term>()
  private readonly vocabulary: Vocabulary

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary
    for (const term of vocabulary.terms) this.terms.set(compact(term.name), term)
    for (const term of vocabulary.terms) this.terms.set(term.name, term)
  }

  /** The term called `name`: `k_a`, also written `ka`. */
  term(name: string): Term | undefined {
    return this.terms.get(name) ?? this.terms.get(ALIASES.get(name) ?? '')
  }

  /**
   * The one way to read `name` as terms written side by side, as lengths of their names: `Qk_a` is `Q`, `k_a`.
   * Undefined if there is none, or more than one.
   */
  split(name: string): readonly number[] | undefined {
    if (name.length > LONGEST_PRODUCT) return undefined
    const ways = this.waysToSplit(name)
    return ways.length === 1 ? ways[0] : undefined
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
    if (known) refuse('E_NAME', known.prose, place, known.diagnosis)
    if (LIMIT_WORDS.test(name)) refuse('E_NAME', LEAVE_OUT, place)
    const offered = this.vocabulary.terms.map((term) => term.name)
    const near = offered.find((other) => isNear(name, other))
    const offer = offered.length === 0 ? 'It offers no names.' : `It offers ${offered.join(', ')}.`
    const hint = near === undefined ? '' : ` Did you mean ${near}?`
    refuse('E_NAME', `There is no “${shortened(name)}” in this question. ${offer}${hint}`, place)
  }

  /** The reason against `name`, also written `va`, or against what stands at its end: `Qv_a` is refused for its `v_a`. */
  private refusalOf(name: string): Refusal | undefined {
    const starts = Array.from(name.slice(0, LONGEST_PRODUCT), (_, i) => i)
    const ends = starts.filter((i) => i === 0 || this.split(name.slice(0, i))).map((i) => name.slice(i))
    const spellings = ends.flatMap((end) => [end, end.replace(/^(mu|[a-z])([a-z]|\d)$/, '$1_$2')])
    // `search` has no memory, whatever the flags of the pattern.
    return this.vocabulary.refusals.find(({ names }) => spellings.some((other) => other.search(names) === 0))
  }

  /** At most two of the ways, shortest names first. */
  private waysToSplit(name: string): readonly (readonly number[])[] {
    const ways: (readonly number[])[][] = Array.from({ length: name.length + 1 }, () => [])
    ways[name.length] = [[]]
    for (let start = name.length - 1; start >= 0; start--)
      for (let end = start + 1; end <= name.length; end++) {
        if (ways[end].length === 0 || !this.term(name.slice(start, end))) continue
        ways[start].push(...ways[end].map((rest) => [end - start, ...rest]))
        ways[start].length = Math.min(ways[start].length, 2)
      }
    return ways[0]
  }
}

const compact = (name: string) => name.replaceAll('_', '')

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

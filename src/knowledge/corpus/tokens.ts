import { fixedTexts } from './paragraphs'
import { CITIES, capital, piecesOf, REGIONS, syllablesOf } from './places'

/** Fills a row after its text. */
export const PAD = '□'
/** Stands where something is left out, and between question and answer. */
export const MASK = '⁇'

/** Turns text into numbers and back. */
export interface Tokenizer {
  readonly vocabulary: readonly string[]
  readonly pad: number
  readonly mask: number
  /**
   * The numbers of a text's tokens.
   *
   * @throws {RangeError} naming a character that no token has
   */
  encode(text: string): number[]
  decode(tokens: Iterable<number>): string
  /** A token as a person reads it: pieces within a word begin with `·`. */
  shown(token: number): string
}

/** Joins a piece to the one before it. */
const JOINT = '·'
/** Signs that stand by themselves, and whether a space comes before and after them. */
const SIGNS = [',', '.', '?', ':', PAD, MASK]

/**
 * Words of sentences whole; names and cities in pieces of three letters; single letters for what is typed and has
 * no pieces.
 */
export function pieceTokenizer(): Tokenizer {
  const words = fixedTexts().flatMap((text) => text.match(/[A-Za-z]+/g) ?? [])
  const syllables = REGIONS.flatMap(syllablesOf)
  const cities = CITIES.flatMap((city) => piecesOf(city).map((piece, i) => (i === 0 ? piece : JOINT + piece)))
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
  const vocabulary = [
    ...new Set([
      PAD,
      MASK,
      ',',
      '.',
      '?',
      ':',
      ...words,
      ...syllables.map(capital),
      ...syllables.map((syllable) => JOINT + syllable),
      ...cities,
      ...letters.map(capital),
      ...letters,
      ...letters.map((letter) => JOINT + letter),
    ]),
  ]
  const numbers = new Map(vocabulary.map((token, i) => [token, i]))
  return {
    vocabulary,
    pad: 0,
    mask: 1,
    encode: (text) => (text.match(/[A-Za-z]+|[^A-Za-z\s]/g) ?? []).flatMap((word) => pieces(word, numbers)),
    decode: (tokens) => joined(Array.from(tokens, (token) => vocabulary[token])),
    shown: (token) => vocabulary[token],
  }
}

/** The longest tokens that a word begins with, one after the other. */
function pieces(word: string, numbers: ReadonlyMap<string, number>): number[] {
  const whole = numbers.get(word)
  if (whole !== undefined) return [whole]
  const found: number[] = []
  for (let at = 0; at < word.length; ) {
    const length = [3, 2, 1].find((n) => at + n <= word.length && numbers.has(spelled(word, at, n)))
    if (length === undefined) throw new RangeError(`The vocabulary has no “${word.charAt(at)}”.`)
    found.push(numbers.get(spelled(word, at, length))!)
    at += length
  }
  return found
}

const spelled = (word: string, at: number, length: number) =>
  (at === 0 ? '' : JOINT) + word.slice(at, at + length)

/** Words with spaces between them, signs without one before them, and none around the mask. */
function joined(tokens: readonly string[]): string {
  let text = ''
  for (const [i, token] of tokens.entries()) {
    if (token.startsWith(JOINT)) text += token.slice(1)
    else if (i === 0 || SIGNS.includes(token) || [PAD, MASK].includes(tokens[i - 1])) text += token
    else text += ` ${token}`
  }
  return text
}

/**
 * One token for each character of `text`, sorted, after □ and ⁇, as the assignment builds its vocabulary.
 */
export function characterTokenizer(text: string): Tokenizer {
  const vocabulary = [
    PAD,
    MASK,
    ...[...new Set(text)].filter((c) => c !== PAD && c !== MASK).toSorted(byCode),
  ]
  const numbers = new Map(vocabulary.map((token, i) => [token, i]))
  return {
    vocabulary,
    pad: 0,
    mask: 1,
    encode: (typed) =>
      Array.from(typed, (character) => {
        const token = numbers.get(character)
        if (token === undefined) throw new RangeError(`The vocabulary has no “${character}”.`)
        return token
      }),
    decode: (tokens) => Array.from(tokens, (token) => vocabulary[token]).join(''),
    shown: (token) => (vocabulary[token] === ' ' ? '␣' : vocabulary[token]),
  }
}

/** The order of code points, in which Python sorts. */
const byCode = (a: string, b: string) => a.codePointAt(0)! - b.codePointAt(0)!

import { type Place, refuse } from './refused'
import { type Glyph, glyphs, type Source } from './source'

const GREEK_NAMES =
  'alpha beta gamma delta zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega phi'.split(
    ' ',
  )

/** What people paste, and what they would have typed. */
const TYPED = new Map<string, string>([
  ...pairs('−–‐‑', '-'),
  ...pairs('·⋅∙•×∗', '*'),
  ...pairs('÷⁄∕', '/'),
  ...pairs('ᵀ⊤⊺′’', "'"),
  ...pairs('ˆ', '^'),
  ...pairs('½', '(1/2)'),
  ...pairs('¼', '(1/4)'),
  ...pairs('¾', '(3/4)'),
  ...pairs('∑Σ', '\\sum '),
  ...pairs('√', '\\sqrt '),
  ...pairs('≔≜', '='),
  ...pairs('≃≅∼', '≈'),
  ...pairs('⟶⇢↦', '→'),
  ...pairs('⟹', '⇒'),
  ...pairs('⩾', '≥'),
  ...pairs('⩽', '≤'),
  ...pairs('∥', '‖'),
  ...pairs('⟨', ' dot('),
  ...pairs('⟩', ')'),
  ...pairs('。、', '.', ','),
  ...pairs('⋯', '…'),
  ...pairs('ϵε', 'epsilon'),
  ...pairs('αβγδζηθικλμνξπρστυφχψωϕ', ...GREEK_NAMES),
  ...pairs('ΓΔΘΛΞΠΥΦΨΩ', ...'Gamma Delta Theta Lambda Xi Pi Upsilon Phi Psi Omega'.split(' ')),
  // What MathML puts between a function and its argument, and between factors.
  ...pairs('\u2061\u2062', ' '),
])

/** Signs that no key writes in one character and that stay as they are. */
const SIGNS = '—≠∈∉≫≪→⇒≥≤≈∝∞⊗⊙±∖‖…'

/** Accents over a letter: `t̂` is another number than `t`. */
const ACCENTS = /[\u0302-\u0304\u0307\u0308]/

/**
 * What is there and not seen: joiners, soft hyphens, marks of direction, variants of a glyph, and the arrow over a vector.
 * The controls that turn the direction of a text are not among them: with those, what is read is not what is seen.
 */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u2060\uFEFF]|[\u20D0-\u20FF]|\p{Variation_Selector}/u

const SUPERSCRIPTS = new Map(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾', (c, i) => [c, '0123456789+-()'[i]] as const))
const SUBSCRIPTS = new Map(
  Array.from('₀₁₂₃₄₅₆₇₈₉ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ', (c, i) => [c, '0123456789aeoxhklmnpstijruv'[i]] as const),
)

/**
 * `text` in the characters of a keyboard: pasted signs, superscripts, Greek letters, full-width and mathematical
 * letters become what one would have typed.
 *
 * @throws {RefusedError} at the first character that is none of these
 */
export function normalised(text: string): Source {
  const source: Glyph[] = []
  let start = 0
  for (const character of text) {
    const place = { start, end: start + character.length }
    source.push(
      ...(isOfWords(character, start, text) ? word(place) : glyphs(typed(character, start, text), place)),
    )
    start = place.end
  }
  // One space says as much as many, and keeps patterns over the text cheap.
  return source.filter(({ character }, i) => character !== ' ' || source[i - 1]?.character !== ' ')
}

/** Letters that make words and no names: those of scripts that formulas are not written in. */
const WORDS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

/** A letter with an accent that no formula has, beside another letter: `grande` and `größer` are words alike. */
const ACCENTED = /[\u00C0-\u024F]/

function isOfWords(character: string, start: number, text: string): boolean {
  if (WORDS.test(character)) return true
  const isInWord = /\p{L}/u.test(text.charAt(start - 1)) || /\p{L}/u.test(text.charAt(start + 1))
  return (
    ACCENTED.test(character) &&
    isInWord &&
    !/^[a-z][\u0302-\u0304\u0307\u0308]$/i.test(character.normalize('NFD'))
  )
}

const word = (place: Place): Glyph[] => [{ character: 'w', isProse: true, ...place }]

function typed(character: string, start: number, text: string): string {
  if (INVISIBLE.test(character)) return ''
  if (SIGNS.includes(character)) return character
  const superscript = inRun(SUPERSCRIPTS, character, start, text, '^(', ')')
  if (superscript !== undefined) return superscript
  const subscript = inRun(SUBSCRIPTS, character, start, text, text[start - 1] === '_' ? '' : '_', '')
  if (subscript !== undefined) return subscript
  const known = TYPED.get(character)
  if (known !== undefined) return isLetterName(known) ? apart(known, start, character, text) : known
  if (ACCENTS.test(character) && /[a-zA-Z]/.test(text.charAt(start - 1))) return character
  if (character === '\n') return character
  const folded = Array.from(
    character.normalize('NFKD'),
    (c) => TYPED.get(c) ?? (/[\s\p{Zs}]/u.test(c) ? ' ' : c),
  )
  const plain = folded.join('')
  if (isLetterName(plain)) return apart(plain, start, character, text)
  if (/^[ -~]+[\u0302-\u0304\u0307\u0308]?$/.test(plain)) return plain
  refuse('E_CHAR', `${described(character)} has no meaning here.`, { start, end: start + character.length })
}

/** Whether a character is written by the name of its letter. */
const isLetterName = (plain: string) => /^[a-zA-Z]{2,}$/.test(plain)

/**
 * The name of a Greek letter that is written in one character, apart from names beside it: `βk_a` and `k_aβ` are
 * products. A Latin letter after μ is its index, `μa` for `μ_a`.
 */
function apart(name: string, start: number, character: string, text: string): string {
  const before = text.slice(Math.max(0, start - 8), start).normalize('NFKD')
  const [next = ''] = text.slice(start + character.length)
  const isAfterName = /(?:\p{L}|_\d)\d*$/u.test(before)
  const isBeforeName = (name === 'mu' ? /^[α-ω]/ : /^[a-zA-Zα-ω]/).test(
    SUBSCRIPTS.has(next) ? '' : next.normalize('NFKD'),
  )
  return `${isAfterName ? ' ' : ''}${name}${isBeforeName ? ' ' : ''}`
}

/** A character of `alphabet` as typed, with `opening` before the first of its run and `closing` after the last. */
function inRun(
  alphabet: ReadonlyMap<string, string>,
  character: string,
  start: number,
  text: string,
  opening: string,
  closing: string,
): string | undefined {
  const plain = alphabet.get(character)
  if (plain === undefined) return undefined
  const isFirst = !alphabet.has(text.charAt(start - 1))
  const isLast = !alphabet.has(text.charAt(start + 1))
  return (isFirst ? opening : '') + plain + (isLast ? closing : '')
}

/** A visible character is shown; an invisible one can only be named by its number. */
function described(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
    ? `The character “${character}” (${code})`
    : `The invisible character ${code}`
}

function pairs(characters: string, ...replacements: readonly string[]): [string, string][] {
  return Array.from(characters, (c, i) => [c, replacements[i] ?? replacements[0]])
}

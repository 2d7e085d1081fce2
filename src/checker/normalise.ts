import { refuse } from './refused'
import { type Glyph, glyphs, type Source } from './source'

/** What people paste, and what they would have typed. */
const TYPED = new Map<string, string>([
  ...pairs('−–—‐‑', '-'),
  ...pairs('·⋅∙•×∗', '*'),
  ...pairs('÷⁄∕', '/'),
  ...pairs('ᵀ⊤⊺′’', "'"),
  ...pairs('½', '(1/2)'),
  ...pairs('¼', '(1/4)'),
  ...pairs('¾', '(3/4)'),
  ...pairs('∑Σ', '\\sum '),
  ...pairs('√', '\\sqrt '),
  ...pairs('≠', '\\ne '),
  ...pairs('∉', '\\notin '),
  ...pairs('∈', '\\in '),
  ...pairs('→⟶∞≫', '\\to ', '\\to ', '\\infty ', '\\gg '),
  ...pairs('‖∥', '\\|'),
  ...pairs('αϵε', 'alpha', 'epsilon', 'epsilon'),
  ...pairs('βγδηθκλμνξπρστφχψωϕ', ...greek()),
  // What MathML puts between a function and its argument, and between factors.
  ...pairs('\u2061\u2062', ' '),
])

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
    const end = start + character.length
    source.push(...glyphs(typed(character, start, text), { start, end }))
    start = end
  }
  // One space says as much as many, and keeps patterns over the text cheap.
  return source.filter(({ character }, i) => character !== ' ' || source[i - 1]?.character !== ' ')
}

function typed(character: string, start: number, text: string): string {
  if (start === 0 && character === '\uFEFF') return ''
  const superscript = inRun(SUPERSCRIPTS, character, start, text, '^(', ')')
  if (superscript !== undefined) return superscript
  const subscript = inRun(SUBSCRIPTS, character, start, text, text[start - 1] === '_' ? '' : '_', '')
  if (subscript !== undefined) return subscript
  const known = TYPED.get(character)
  if (known !== undefined) return known
  const folded = Array.from(
    character.normalize('NFKC'),
    (c) => TYPED.get(c) ?? (/[\s\p{Zs}]/u.test(c) ? ' ' : c),
  )
  const plain = folded.join('')
  if (/^[ -~]+$/.test(plain)) return plain
  refuse('E_CHAR', `${described(character)} has no meaning here.`, { start, end: start + character.length })
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

function greek(): string[] {
  const names = 'beta gamma delta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega phi'
  return names.split(' ')
}

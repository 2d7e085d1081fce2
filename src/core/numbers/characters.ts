/**
 * What is in a text and not seen: joiners, soft hyphens, marks of direction, variants of a glyph, byte order marks. The
 * controls that turn a text round are not among them: with those, what is read is not what is seen.
 */
const INVISIBLE =
  /\u034F|\p{Variation_Selector}|[\u00AD\u061C\u180E\u200B-\u200F\u202A\u202C\u2060-\u2064\u2066\u2068\u2069\uFEFF]/gu

/** Signs of other keyboards and of programs that set type, and what a keyboard has for them. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/[‐‑‒–—―−➖]/g, '-'],
  [/[·⋅∙•×∗✕]/g, '*'],
  [/[÷⁄∕]/g, '/'],
  [/[ˆ⌃]/g, '^'],
  [/[‘’ʼ′]/g, "'"],
  [/٫/g, '.'],
  [/٬/g, "'"],
  [/،/g, ','],
]

/** `text` without the characters that nobody sees. */
export function visible(text: string): string {
  return text.replaceAll(INVISIBLE, '')
}

/**
 * `text` with the digits and signs of a keyboard: full-width, mathematical and Arabic digits, dashes, signs of products
 * and quotients; without what is not seen. Superscripts stay: `10⁵` is not `105`.
 */
export function keyboardText(text: string): string {
  const folded = visible(text).replaceAll(/[\uFF01-\uFF5E\u{1D7CE}-\u{1D7FF}]/gu, (c) => c.normalize('NFKC'))
  const digits = folded.replaceAll(/[٠-٩۰-۹]/g, (c) => String((c.charCodeAt(0) - 0x0660) % 0x90))
  return TYPED.reduce((typed, [other, sign]) => typed.replaceAll(other, sign), digits)
}

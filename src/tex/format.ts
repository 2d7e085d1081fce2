/**
 * Numbers for people. Every function takes an optional natural logarithm, so that a quantity below float64's
 * range is still shown with its digits: `number(0, -796.82)` reads 8.8e−347. The logarithm is that of the size;
 * the sign stays with the value, which is −0 where something negative underflowed.
 */

const DIGITS = 5

/** A value as decimal mantissa and exponent of ten, `mantissa · 10^exponent`, both as text. */
interface Scientific {
  readonly mantissa: string
  readonly exponent: number
}

/** `x` for interface text, with `digits` significant digits: 0.49933, 1.68e−4, 12 000, −∞. */
export function number(x: number, log?: number, digits = DIGITS): string {
  if (!hasHiddenLog(x, log)) {
    if (!Number.isFinite(x)) return special(x, { infinity: '∞', minus: '−', none: '–' })
    if (x === 0) return '0'
  }
  if (isPlain(x)) return grouped(plain(x, digits)).replace('-', '−')
  const { mantissa, exponent } = scientific(x, log, Math.min(digits, 3))
  return `${mantissa}e${exponent}`.replaceAll('-', '−')
}

/** As many digits as fit a cell: four, or two before a power of ten, or one before one of many digits. */
export function shortNumber(x: number, log?: number): string {
  const text = number(x, log, Math.abs(x) < 0.1 ? 3 : 4)
  if (!text.includes('e')) return text
  const two = number(x, log, 2)
  return two.length > 9 ? number(x, log, 1) : two
}

/** `x` as TeX, with `digits` significant digits: `1.68 \times 10^{-4}`. */
export function texNumber(x: number, log?: number, digits = DIGITS): string {
  if (!hasHiddenLog(x, log)) {
    if (!Number.isFinite(x)) return special(x, { infinity: '\\infty', minus: '-', none: '\\text{–}' })
    if (x === 0) return '0'
  }
  if (isPlain(x)) return grouped(plain(x, digits)).replaceAll('\u2009', '\\,')
  const { mantissa, exponent } = scientific(x, log, Math.min(digits, 4))
  return `${mantissa} \\times 10^{${exponent}}`
}

/** `= x` where the displayed digits are all there are, `\approx x` where they are rounded. */
export function texEquals(x: number, log?: number, digits = DIGITS): string {
  const shown = isPlain(x) ? Number(plain(x, digits)) : x === 0 || !Number.isFinite(x) ? x : Number.NaN
  const exact = shown === x && !hasHiddenLog(x, log)
  return `${exact ? '=' : '\\approx'} ${texNumber(x, log, digits)}`
}

/** All digits that float64 holds, the shortest text that reads back as `x`. */
export function fullPrecision(x: number, log?: number): string {
  if (hasHiddenLog(x, log)) return `${isNegative(x) ? '-' : ''}exp(${log})`
  if (Number.isNaN(x)) return '–'
  return String(x).replace('Infinity', '∞')
}

/** Whether `x` is below 0, or a negative number that underflowed. */
export const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0)

/** Whether `log` tells more than `x` does: the value is outside the normal range of float64. */
function hasHiddenLog(x: number, log: number | undefined): log is number {
  return log !== undefined && Number.isFinite(log) && (Math.abs(x) < 2.3e-308 || Math.abs(x) === Infinity)
}

function special(x: number, words: { infinity: string; minus: string; none: string }): string {
  if (Number.isNaN(x)) return words.none
  return x > 0 ? words.infinity : `${words.minus}${words.infinity}`
}

function isPlain(x: number): boolean {
  return Math.abs(x) >= 1e-3 && Math.abs(x) < 1e7
}

/** Rounded to `digits`, or all digits where there are fewer: 0.01 and not 0.010000. */
function plain(x: number, digits: number): string {
  const text = x.toPrecision(digits)
  if (Number(text) === x) return String(x)
  return text.includes('e') ? String(Math.round(x)) : text
}

function scientific(x: number, log: number | undefined, digits: number): Scientific {
  if (hasHiddenLog(x, log)) {
    const { mantissa, exponent } = fromLog(log, digits)
    return { mantissa: isNegative(x) ? `-${mantissa}` : mantissa, exponent }
  }
  const [mantissa = '', exponent = '0'] = x.toExponential(digits - 1).split('e')
  return { mantissa: mantissa.replace(/\.0+$/, ''), exponent: Number(exponent) }
}

function fromLog(log: number, digits: number): Scientific {
  const decimal = log / Math.LN10
  const exponent = Math.floor(decimal)
  const mantissa = (10 ** (decimal - exponent)).toFixed(digits - 1)
  return mantissa.startsWith('10')
    ? { mantissa: mantissa.replace('10', '1'), exponent: exponent + 1 }
    : { mantissa, exponent }
}

/** Thin spaces between groups of three digits, from five digits on, before the decimal point. */
function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  const digits = whole.replace('-', '')
  const spaced = digits.length < 5 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, '\u2009')
  return fraction === undefined ? spaced : `${spaced}.${fraction}`
}

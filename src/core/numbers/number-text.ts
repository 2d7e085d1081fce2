import { keyboardText } from './characters'

/** The number that a text spells, or what to write instead, empty where that cannot be said. */
export type NumberText =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly advice: string }

/** The most that a number can take to write; longer text is refused rather than read. */
const MAX_CHARACTERS = 40

/** Sign, digits with all that can separate them, power of ten. */
const PARTS = /^([+-]?)\s*([\d.,](?:[\d.,'_\s]*[\d.,])?)(e[+-]?\d+)?$/i

/**
 * Reads `-0.5`, `1e-9`, `2·10⁻⁹`, `12 000`: digits, dashes and signs of any keyboard, groups of three between spaces,
 * apostrophes or underscores. The value is infinite where it is beyond float64. Hexadecimal and words are no numbers.
 *
 * What separates thousands in one country separates decimals in the next: `10,000` is asked about, and `0,5` is not
 * taken for 0.5 but answered with it.
 *
 * @param isWhole - whether only whole numbers make sense: then `10,000` has one meaning
 */
export function readNumber(text: string, isWhole = false): NumberText {
  const typed = keyboardText(text).trim()
  if (typed.length > MAX_CHARACTERS)
    return refused(`Too long for a number: at most ${MAX_CHARACTERS} characters`)
  const [, sign, separated, power = ''] = PARTS.exec(withoutPower(typed)) ?? []
  if (separated === undefined) return refused('')
  const digits = withoutGroups(separated, isWhole)
  if (isPlain(digits, isWhole)) return { ok: true, value: Number(`${sign}${digits}${power}`) + 0 }
  return refused(adviceFor(digits, isWhole, (plain) => `${sign === '-' ? '−' : ''}${plain}${power}`))
}

/** `2*10^-9` as `2e-9`, which float64 reads to the last bit. */
function withoutPower(text: string): string {
  const onLine = text.replace(/[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+$/, (raised) => `^${keyboardText(raised.normalize('NFKC'))}`)
  return onLine.replace(
    /^([+-]?)(?:(.+?)\s*[*x]\s*)?10\s*\^\s*(?:\(([+-]?\d+)\)|([+-]?\d+))$/,
    (_, sign: string, factor = '1', inside?: string, bare?: string) => `${sign}${factor}e${inside ?? bare}`,
  )
}

/** Digits without what separates their groups of three: `1 234.567 8`, `1'234`, and `1,234,567` for want of a decimal comma. */
function withoutGroups(digits: string, isWhole: boolean): string {
  const byCommas = isWhole ? /^[1-9]\d{0,2}(?:,\d{3})+$/ : /^[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d*)$/
  if (byCommas.test(digits)) return digits.replaceAll(',', '')
  const isGrouped = /^\d{1,3}(?:[\s'_]\d{3})*(?:[.,](?:\d*|(?:\d{3}[\s'_])+\d{1,3}))?$/.test(digits)
  return isGrouped ? digits.replaceAll(/[\s'_]/g, '') : digits
}

/** Whether digits and their point can be read in one way only: for whole numbers, `10.000` is ten and ten thousand. */
function isPlain(digits: string, isWhole: boolean): boolean {
  return /^(?:\d+\.?\d*|\.\d+)$/.test(digits) && !(isWhole && THOUSAND_OR_DECIMALS.test(digits))
}

/** One comma or point before three digits. */
const THOUSAND_OR_DECIMALS = /^[1-9]\d{0,2}[.,]\d{3}$/

function adviceFor(digits: string, isWhole: boolean, spelled: (plain: string) => string): string {
  const whole = digits.replaceAll(/[.,]/g, '')
  if (isWhole && THOUSAND_OR_DECIMALS.test(digits)) return `Write ${spelled(whole)}, without a point`
  if (THOUSAND_OR_DECIMALS.test(digits))
    return `${spelled(whole)} or ${spelled(shortest(digits))}? Write the one you mean`
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return `Write ${spelled(whole)}, without points`
  if (!/^(?:\d*|\d{1,3}(?:\.\d{3})+),\d+$/.test(digits)) return ''
  if (isWhole) return 'A whole number, please'
  return `Write ${spelled(digits.replaceAll('.', '').replace(/^,/, '0,').replace(',', '.'))}, with a point`
}

/** `10,000` as 10.0 and `10,500` as 10.5. */
function shortest(digits: string): string {
  const value = Number(digits.replace(',', '.'))
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

const refused = (advice: string) => ({ ok: false, advice }) as const

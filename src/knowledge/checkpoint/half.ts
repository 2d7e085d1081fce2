const view = new DataView(new ArrayBuffer(4))

/** The 16 bits of the half-precision number nearest to `value`, ties to even; beyond 65504 infinity. */
export function toHalf(value: number): number {
  view.setFloat32(0, value)
  const bits = view.getUint32(0)
  const sign = (bits >>> 16) & 0x8000
  const exponent = (bits >>> 23) & 0xff
  const mantissa = bits & 0x7fffff
  if (exponent === 0xff) return sign | 0x7c00 | (mantissa === 0 ? 0 : 0x200)
  const shifted = exponent - 112
  if (shifted >= 31) return sign | 0x7c00
  if (shifted > 0) return sign | rounded((shifted << 23) | mantissa, 13)
  // Below 2⁻¹⁴ numbers lie evenly, 2⁻²⁴ apart.
  return shifted < -10 ? sign : sign | rounded(mantissa | 0x800000, 14 - shifted)
}

/** `bits / 2^shift`, to the nearest whole number, ties to even. */
function rounded(bits: number, shift: number): number {
  const whole = bits >>> shift
  const rest = bits & (2 ** shift - 1)
  const tie = 2 ** (shift - 1)
  return whole + (rest > tie || (rest === tie && whole % 2 === 1) ? 1 : 0)
}

/** The number whose half-precision bits are `bits`. */
export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >>> 10) & 0x1f
  const mantissa = bits & 0x3ff
  if (exponent === 0) return sign * mantissa * 2 ** -24
  if (exponent === 31) return mantissa === 0 ? sign * Infinity : Number.NaN
  return sign * (1 + mantissa / 1024) * 2 ** (exponent - 15)
}

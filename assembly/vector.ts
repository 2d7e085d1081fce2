/** `a b + c`, rounded once where the machine has such an instruction and the build allows it. */
@inline
export function fused(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c)
  return f32x4.add(f32x4.mul(a, b), c)
}

@inline
export function all(x: f32): v128 {
  return f32x4.splat(x)
}

/** Sum of the four numbers. */
@inline
export function total(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  )
}

/**
 * Exponential, within 2 units in the last place: 2ⁿ times a polynomial on ±½ ln 2 (Cephes, S. Moshier). Below −87.3,
 * where the result is denormal, that of −87.3.
 */
@inline
export function exp(input: v128): v128 {
  const x = f32x4.min(f32x4.max(input, all(-87.3)), all(88.3))
  const n = f32x4.nearest(f32x4.mul(x, all(1.44269504088896341)))
  let r = fused(n, all(-0.693359375), x)
  r = fused(n, all(2.12194440e-4), r)
  let y = fused(all(1.9875691500e-4), r, all(1.3981999507e-3))
  y = fused(y, r, all(8.3334519073e-3))
  y = fused(y, r, all(4.1665795894e-2))
  y = fused(y, r, all(1.6666665459e-1))
  y = fused(y, r, all(5.0000001201e-1))
  y = f32x4.add(fused(y, f32x4.mul(r, r), r), all(1))
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23)
  return f32x4.mul(y, power)
}

/** Error function, within 3 units in the last place: an odd rational function of degree 9 by 12, as XLA has it. */
@inline
export function erf(input: v128): v128 {
  const x = f32x4.min(f32x4.max(input, all(-3.7439211627767994)), all(3.7439211627767994))
  const s = f32x4.mul(x, x)
  let p = fused(all(2.2905065861350646e-4), s, all(3.4082910107109506e-3))
  p = fused(p, s, all(5.0955695062380861e-2))
  p = fused(p, s, all(1.8520832239976145e-1))
  p = fused(p, s, all(1.128379143519084))
  let q = fused(all(-1.1791602954361697e-7), s, all(2.3547966471313185e-5))
  q = fused(q, s, all(1.0179625278914885e-3))
  q = fused(q, s, all(1.4070470171167667e-2))
  q = fused(q, s, all(1.1098505178285362e-1))
  q = fused(q, s, all(4.9746925110067538e-1))
  q = fused(q, s, all(1))
  return f32x4.div(f32x4.mul(x, p), q)
}

import { fused } from './vector'

/**
 * Multiplies and adds four float32 at a time, twelve times a round, in registers alone: 96 operations a round. Twelve,
 * since none may wait for the one before.
 */
export function multiplyAdd(rounds: i32): f32 {
  const factor = f32x4.splat(0.999999)
  const summand = f32x4.splat(1e-6)
  let a = f32x4.splat(1.0)
  let b = f32x4.splat(1.1)
  let c = f32x4.splat(1.2)
  let d = f32x4.splat(1.3)
  let e = f32x4.splat(1.4)
  let f = f32x4.splat(1.5)
  let g = f32x4.splat(1.6)
  let h = f32x4.splat(1.7)
  let i = f32x4.splat(1.8)
  let j = f32x4.splat(1.9)
  let k = f32x4.splat(2.0)
  let l = f32x4.splat(2.1)
  for (let round = 0; round < rounds; round++) {
    a = fused(a, factor, summand)
    b = fused(b, factor, summand)
    c = fused(c, factor, summand)
    d = fused(d, factor, summand)
    e = fused(e, factor, summand)
    f = fused(f, factor, summand)
    g = fused(g, factor, summand)
    h = fused(h, factor, summand)
    i = fused(i, factor, summand)
    j = fused(j, factor, summand)
    k = fused(k, factor, summand)
    l = fused(l, factor, summand)
  }
  let all = f32x4.add(a, b)
  all = f32x4.add(all, c)
  all = f32x4.add(all, d)
  all = f32x4.add(all, e)
  all = f32x4.add(all, f)
  all = f32x4.add(all, g)
  all = f32x4.add(all, h)
  all = f32x4.add(all, i)
  all = f32x4.add(all, j)
  all = f32x4.add(all, k)
  all = f32x4.add(all, l)
  return f32x4.extract_lane(all, 0)
}

/** Adds up the float64 in the first `bytes` of the memory, a multiple of 64: as fast as they can be read. */
export function readAll(bytes: i32): f64 {
  let a = f64x2.splat(0)
  let b = f64x2.splat(0)
  let c = f64x2.splat(0)
  let d = f64x2.splat(0)
  for (let at: i32 = 0; at < bytes; at += 64) {
    a = f64x2.add(a, v128.load(at))
    b = f64x2.add(b, v128.load(at, 16))
    c = f64x2.add(c, v128.load(at, 32))
    d = f64x2.add(d, v128.load(at, 48))
  }
  const all = f64x2.add(f64x2.add(a, b), f64x2.add(c, d))
  return f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1)
}

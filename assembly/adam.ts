import { all, fused, total } from './vector'

/** One step of AdamW. Arrays have room for a multiple of four numbers, zeros after the last. */
export function adamW(
  parameters: usize,
  gradients: usize,
  first: usize,
  second: usize,
  length: i32,
  rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  keeps: f32,
  correction1: f32,
  correction2: f32,
  clip: f32,
): void {
  const step = all(rate / correction1)
  for (let i = 0; i < length; i += 4) {
    const at = i << 2
    const g = f32x4.mul(v128.load(gradients + at), all(clip))
    const m = fused(all(1 - beta1), g, f32x4.mul(all(beta1), v128.load(first + at)))
    const v = fused(all(1 - beta2), f32x4.mul(g, g), f32x4.mul(all(beta2), v128.load(second + at)))
    v128.store(first + at, m)
    v128.store(second + at, v)
    const size = f32x4.add(f32x4.sqrt(f32x4.div(v, all(correction2))), all(epsilon))
    const kept = f32x4.mul(all(keeps), v128.load(parameters + at))
    v128.store(parameters + at, f32x4.sub(kept, f32x4.div(f32x4.mul(step, m), size)))
  }
}

/** Σ x², in four float32 sums for each 1024 numbers and float64 over those. */
export function squares(floats: usize, length: i32): f64 {
  let sum: f64 = 0
  for (let from = 0; from < length; from += 1024) {
    const to = min(from + 1024, length)
    let sums = all(0)
    for (let i = from; i < to; i += 4) {
      const x = v128.load(floats + (i << 2))
      sums = fused(x, x, sums)
    }
    sum += total(sums)
  }
  return sum
}

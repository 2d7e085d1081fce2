import { all, erf, exp, fused } from './vector'

/** `x Φ(x)`. Arrays have room for a multiple of four numbers. */
export function gelu(out: usize, input: usize, length: i32): void {
  for (let i = 0; i < length; i += 4) {
    const x = v128.load(input + (i << 2))
    v128.store(out + (i << 2), f32x4.mul(x, share(x)))
  }
}

/** Multiplies the gradient by `Φ(x) + x φ(x)`. */
export function geluBackward(gradient: usize, input: usize, length: i32): void {
  for (let i = 0; i < length; i += 4) {
    const x = v128.load(input + (i << 2))
    const bell = f32x4.mul(exp(f32x4.mul(f32x4.mul(x, x), all(-0.5))), all(0.3989422804014327))
    const slope = fused(x, bell, share(x))
    v128.store(gradient + (i << 2), f32x4.mul(v128.load(gradient + (i << 2)), slope))
  }
}

/** Φ(x). */
@inline
function share(x: v128): v128 {
  return fused(erf(f32x4.mul(x, all(0.7071067811865476))), all(0.5), all(0.5))
}

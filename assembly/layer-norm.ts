import { all, fused, total } from './vector'

/** `(x − mean)/√(variance + 1e−5) · gain + bias` of each row; keeps mean and 1/√(variance + 1e−5). */
export function layerNorm(
  out: usize,
  input: usize,
  gain: usize,
  bias: usize,
  means: usize,
  scales: usize,
  rows: i32,
  width: i32,
): void {
  const even = width & ~3
  for (let row = 0; row < rows; row++) {
    const x = input + ((row * width) << 2)
    const y = out + ((row * width) << 2)
    let sums = all(0)
    for (let i = 0; i < even; i += 4) sums = f32x4.add(sums, v128.load(x + (i << 2)))
    let sum = total(sums)
    for (let i = even; i < width; i++) sum += load<f32>(x + (i << 2))
    const mean = sum / <f32>width
    let squares = all(0)
    for (let i = 0; i < even; i += 4) {
      const apart = f32x4.sub(v128.load(x + (i << 2)), all(mean))
      squares = fused(apart, apart, squares)
    }
    let square = total(squares)
    for (let i = even; i < width; i++) square += (load<f32>(x + (i << 2)) - mean) ** 2
    const scale = <f32>(1 / sqrt<f64>(<f64>square / <f64>width + 1e-5))
    for (let i = 0; i < even; i += 4) {
      const normalised = f32x4.mul(f32x4.sub(v128.load(x + (i << 2)), all(mean)), all(scale))
      v128.store(y + (i << 2), fused(normalised, v128.load(gain + (i << 2)), v128.load(bias + (i << 2))))
    }
    for (let i = even; i < width; i++) {
      const at = i << 2
      store<f32>(y + at, (load<f32>(x + at) - mean) * scale * load<f32>(gain + at) + load<f32>(bias + at))
    }
    store<f32>(means + (row << 2), mean)
    store<f32>(scales + (row << 2), scale)
  }
}

/** Adds to the gradients of input, gain and bias. */
export function layerNormBackward(
  gradInput: usize,
  gradGain: usize,
  gradBias: usize,
  gradOut: usize,
  input: usize,
  gain: usize,
  means: usize,
  scales: usize,
  rows: i32,
  width: i32,
): void {
  for (let row = 0; row < rows; row++) {
    const from = (row * width) << 2
    oneRow(
      gradInput + from,
      gradGain,
      gradBias,
      gradOut + from,
      input + from,
      gain,
      load<f32>(means + (row << 2)),
      load<f32>(scales + (row << 2)),
      width,
    )
  }
}

function oneRow(
  gradInput: usize,
  gradGain: usize,
  gradBias: usize,
  gradOut: usize,
  input: usize,
  gain: usize,
  mean: f32,
  scale: f32,
  width: i32,
): void {
  const even = width & ~3
  let sums = all(0)
  let alongs = all(0)
  for (let i = 0; i < even; i += 4) {
    const at = i << 2
    const g = v128.load(gradOut + at)
    const normalised = f32x4.mul(f32x4.sub(v128.load(input + at), all(mean)), all(scale))
    const through = f32x4.mul(g, v128.load(gain + at))
    v128.store(gradGain + at, fused(g, normalised, v128.load(gradGain + at)))
    v128.store(gradBias + at, f32x4.add(g, v128.load(gradBias + at)))
    sums = f32x4.add(sums, through)
    alongs = fused(through, normalised, alongs)
  }
  let sum = total(sums)
  let along = total(alongs)
  for (let i = even; i < width; i++) {
    const at = i << 2
    const g = load<f32>(gradOut + at)
    const normalised = (load<f32>(input + at) - mean) * scale
    const through = g * load<f32>(gain + at)
    store<f32>(gradGain + at, load<f32>(gradGain + at) + g * normalised)
    store<f32>(gradBias + at, load<f32>(gradBias + at) + g)
    sum += through
    along += through * normalised
  }
  sum /= <f32>width
  along /= <f32>width
  for (let i = 0; i < even; i += 4) {
    const at = i << 2
    const normalised = f32x4.mul(f32x4.sub(v128.load(input + at), all(mean)), all(scale))
    const through = f32x4.mul(v128.load(gradOut + at), v128.load(gain + at))
    const rest = f32x4.sub(f32x4.sub(through, all(sum)), f32x4.mul(normalised, all(along)))
    v128.store(gradInput + at, fused(rest, all(scale), v128.load(gradInput + at)))
  }
  for (let i = even; i < width; i++) {
    const at = i << 2
    const normalised = (load<f32>(input + at) - mean) * scale
    const through = load<f32>(gradOut + at) * load<f32>(gain + at)
    store<f32>(gradInput + at, load<f32>(gradInput + at) + (through - sum - normalised * along) * scale)
  }
}

import { all, exp, total } from './vector'

/** Softmax of each row, of its first `row mod causal + 1` columns if `causal` > 0; `logSums` may be 0. */
export function softmax(
  weights: usize,
  scores: usize,
  rows: i32,
  columns: i32,
  causal: i32,
  logSums: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const seen = causal > 0 ? min((row % causal) + 1, columns) : columns
    const logSum = oneRow(weights + ((row * columns) << 2), scores + ((row * columns) << 2), seen)
    for (let i = seen; i < columns; i++) store<f32>(weights + ((row * columns + i) << 2), 0)
    if (logSums) store<f32>(logSums + (row << 2), logSum)
  }
}

function oneRow(weights: usize, scores: usize, count: i32): f32 {
  const even = count & ~3
  let peaks = all(-Infinity)
  for (let i = 0; i < even; i += 4) peaks = f32x4.max(peaks, v128.load(scores + (i << 2)))
  let peak = max(
    max(f32x4.extract_lane(peaks, 0), f32x4.extract_lane(peaks, 1)),
    max(f32x4.extract_lane(peaks, 2), f32x4.extract_lane(peaks, 3)),
  )
  for (let i = even; i < count; i++) peak = max(peak, load<f32>(scores + (i << 2)))
  let sums = all(0)
  for (let i = 0; i < even; i += 4) {
    const terms = exp(f32x4.sub(v128.load(scores + (i << 2)), all(peak)))
    sums = f32x4.add(sums, terms)
    v128.store(weights + (i << 2), terms)
  }
  let sum = total(sums)
  for (let i = even; i < count; i++) {
    const term = f32x4.extract_lane(exp(all(load<f32>(scores + (i << 2)) - peak)), 0)
    sum += term
    store<f32>(weights + (i << 2), term)
  }
  // Divides: a product with 1/sum would not give n equal scores exactly 1/n.
  for (let i = 0; i < even; i += 4)
    v128.store(weights + (i << 2), f32x4.div(v128.load(weights + (i << 2)), all(sum)))
  for (let i = even; i < count; i++) store<f32>(weights + (i << 2), load<f32>(weights + (i << 2)) / sum)
  return peak + Mathf.log(sum)
}

/** Gradient of the scores, row by row: weight · (gradient − mean gradient). */
export function softmaxBackward(
  gradScores: usize,
  weights: usize,
  gradWeights: usize,
  rows: i32,
  columns: i32,
): void {
  const even = columns & ~3
  for (let row = 0; row < rows; row++) {
    const from = (row * columns) << 2
    const w = weights + from
    const g = gradWeights + from
    const out = gradScores + from
    let sums = all(0)
    for (let i = 0; i < even; i += 4)
      sums = f32x4.add(sums, f32x4.mul(v128.load(w + (i << 2)), v128.load(g + (i << 2))))
    let mean = total(sums)
    for (let i = even; i < columns; i++) mean += load<f32>(w + (i << 2)) * load<f32>(g + (i << 2))
    for (let i = 0; i < even; i += 4) {
      const rest = f32x4.sub(v128.load(g + (i << 2)), all(mean))
      v128.store(out + (i << 2), f32x4.mul(v128.load(w + (i << 2)), rest))
    }
    for (let i = even; i < columns; i++)
      store<f32>(out + (i << 2), load<f32>(w + (i << 2)) * (load<f32>(g + (i << 2)) - mean))
  }
}

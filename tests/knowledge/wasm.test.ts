import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createRandom } from '../../src/core/random/random'
import type { Floats, Kernels, Product } from '../../src/knowledge/engine/kernels'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { wasmEngine } from '../../src/knowledge/engine/wasm'
import { setValues, valuesOf } from '../../src/knowledge/model/parameters'
import { createTransformer } from '../../src/knowledge/model/transformer'
import { plainEngine } from './kernels'
import { drawn, drawnTokens, tiny, variants } from './models'

const engine = await plainEngine()
const exact = referenceEngine('float64')(0)

/** The same numbers, rounded to float32, on both kernels. */
function both(count: number, seed: number, wasm: Kernels, spread = 1): [Floats, Floats] {
  const random = createRandom(seed)
  const fast = wasm.allocate(count)
  for (let i = 0; i < count; i++) fast[i] = spread * random.normal()
  return [fast, Float64Array.from(fast)]
}

/** Largest difference, relative to the largest number. */
function apart(fast: Floats, slow: Floats): number {
  let [worst, size] = [0, 1e-30]
  for (let i = 0; i < slow.length; i++) {
    worst = Math.max(worst, Math.abs(fast[i] - slow[i]))
    size = Math.max(size, Math.abs(slow[i]))
  }
  return worst / size
}

const sizes = fc.integer({ min: 1, max: 21 })

describe('each kernel is the reference within float32 rounding', () => {
  test.prop([
    sizes,
    sizes,
    fc.oneof(sizes, fc.constantFrom(256, 257, 600)),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
  ])('products, transposed or not, added or not', (rows, columns, inner, leftTurned, rightTurned, adds) => {
    const wasm = engine(20_000)
    const [leftFast, leftSlow] = both(2 * rows * inner, 1, wasm)
    const [rightFast, rightSlow] = both(2 * inner * columns, 2, wasm)
    const [outFast, outSlow] = both(2 * rows * columns, 3, wasm)
    const product = (left: Floats, right: Floats, out: Floats): Product => ({
      rows,
      columns,
      inner,
      factor: 0.5,
      adds,
      batch: [1, 2],
      left: {
        floats: left,
        offset: 0,
        steps: [0, rows * inner],
        ...(leftTurned
          ? {
              rowStep: 1,
              columnStep: rows,
            }
          : {
              rowStep: inner,
              columnStep: 1,
            }),
      },
      right: {
        floats: right,
        offset: 0,
        steps: [0, inner * columns],
        ...(rightTurned
          ? {
              rowStep: 1,
              columnStep: inner,
            }
          : {
              rowStep: columns,
              columnStep: 1,
            }),
      },
      out: {
        floats: out,
        offset: 0,
        rowStep: columns,
        columnStep: 1,
        steps: [0, rows * columns],
      },
    })
    wasm.multiply(product(leftFast, rightFast, outFast))
    exact.multiply(product(leftSlow, rightSlow, outSlow))
    expect(apart(outFast, outSlow)).toBeLessThan(3e-6)
  })

  test('a product wider than a packed block', () => {
    const [rows, columns, inner] = [5, 1100, 300]
    const wasm = engine(400_000)
    const [left, leftSlow] = both(rows * inner, 1, wasm)
    const [right, rightSlow] = both(inner * columns, 2, wasm)
    const out = [wasm.allocate(rows * columns), new Float64Array(rows * columns)]
    const at = (floats: Floats, rowStep: number) =>
      ({ floats, offset: 0, rowStep, columnStep: 1, steps: [0, 0] }) as const
    const common = { rows, columns, inner, factor: 1, adds: false, batch: [1, 1] } as const
    wasm.multiply({ ...common, left: at(left, inner), right: at(right, columns), out: at(out[0], columns) })
    exact.multiply({
      ...common,
      left: at(leftSlow, inner),
      right: at(rightSlow, columns),
      out: at(out[1], columns),
    })
    expect(apart(out[0], out[1])).toBeLessThan(3e-6)
  })

  test.prop([sizes, sizes, fc.boolean(), fc.constantFrom(0.01, 1, 30, 300)])(
    'softmax and its gradient',
    (rows, columns, isCausal, spread) => {
      const wasm = engine(20_000)
      const [scores, scoresSlow] = both(rows * columns, 1, wasm, spread)
      const [grad, gradSlow] = both(rows * columns, 2, wasm)
      const [weights, logSums] = [wasm.allocate(rows * columns), wasm.allocate(rows)]
      const [weightsSlow, logSumsSlow] = [new Float64Array(rows * columns), new Float64Array(rows)]
      const causal = isCausal ? columns : 0
      wasm.softmax(weights, scores, rows, columns, causal, logSums)
      exact.softmax(weightsSlow, scoresSlow, rows, columns, causal, logSumsSlow)
      expect(apart(weights, weightsSlow)).toBeLessThan(1e-6)
      expect(apart(logSums, logSumsSlow)).toBeLessThan(1e-6)
      wasm.softmaxBackward(grad, weights, grad, rows, columns)
      exact.softmaxBackward(gradSlow, weightsSlow, gradSlow, rows, columns)
      for (let i = 0; i < grad.length; i++) expect(Math.abs(grad[i] - gradSlow[i])).toBeLessThan(5e-6)
    },
  )

  test('n equal scores get exactly 1/n', () => {
    const wasm = engine(100)
    const scores = wasm.allocate(7).fill(3.25)
    wasm.softmax(scores, scores, 1, 7, 0)
    expect(Array.from(scores)).toEqual(Array.from({ length: 7 }, () => Math.fround(1 / 7)))
  })

  test.prop([sizes, fc.integer({ min: 2, max: 21 })])('LayerNorm and its gradients', (rows, width) => {
    const wasm = engine(20_000)
    const [input, inputSlow] = both(rows * width, 1, wasm, 2)
    const [gain, gainSlow] = both(width, 2, wasm)
    const [bias, biasSlow] = both(width, 3, wasm)
    const [gradOut, gradOutSlow] = both(rows * width, 4, wasm)
    const out = [wasm.allocate(rows * width), new Float64Array(rows * width)]
    const moments = { means: wasm.allocate(rows), scales: wasm.allocate(rows) }
    const momentsSlow = { means: new Float64Array(rows), scales: new Float64Array(rows) }
    wasm.layerNorm(out[0], input, gain, bias, moments, rows, width)
    exact.layerNorm(out[1], inputSlow, gainSlow, biasSlow, momentsSlow, rows, width)
    // Two numbers that nearly agree leave a row of little more than rounding: that is magnified by 1/deviation.
    const magnified = Math.max(1, ...momentsSlow.scales)
    expect(apart(out[0], out[1])).toBeLessThan(2e-6 * magnified)
    const grads = [0, 1].map((slow) => {
      const make = (count: number) => (slow ? new Float64Array(count) : wasm.allocate(count)).fill(0.5)
      return { input: make(rows * width), gain: make(width), bias: make(width) }
    })
    wasm.layerNormBackward(grads[0], gradOut, input, gain, moments, rows, width)
    exact.layerNormBackward(grads[1], gradOutSlow, inputSlow, gainSlow, momentsSlow, rows, width)
    for (const part of ['input', 'gain', 'bias'] as const)
      expect(apart(grads[0][part], grads[1][part])).toBeLessThan(1e-5 * magnified ** 2)
  })

  test('GELU and its derivative, from −12 to 12', () => {
    const wasm = engine(20_000)
    const input = wasm.allocate(4801)
    for (let i = 0; i < input.length; i++) input[i] = (i - 2400) / 200
    const slow = Float64Array.from(input)
    const [out, outSlow] = [wasm.allocate(4801), new Float64Array(4801)]
    wasm.gelu(out, input, 4801)
    exact.gelu(outSlow, slow, 4801)
    const [grad, gradSlow] = [wasm.allocate(4801).fill(1), new Float64Array(4801).fill(1)]
    wasm.geluBackward(grad, input, 4801)
    exact.geluBackward(gradSlow, slow, 4801)
    for (let i = 0; i < input.length; i++) {
      // Towards −∞ the share Φ is ½ + ½ erf, whose error is that of numbers near ½.
      const bound = 1e-6 * Math.max(1, Math.abs(slow[i]))
      expect(Math.abs(out[i] - outSlow[i])).toBeLessThan(bound)
      expect(Math.abs(grad[i] - gradSlow[i])).toBeLessThan(bound)
    }
  })

  test('AdamW and the sum of squares', () => {
    const wasm = engine(20_000)
    const pairs = [1, 2, 3, 4].map((seed) => both(1031, seed, wasm))
    for (const floats of pairs[3]) for (let i = 0; i < 1031; i++) floats[i] = Math.abs(floats[i])
    const step = {
      rate: 0.01,
      beta1: 0.9,
      beta2: 0.95,
      epsilon: 1e-8,
      keeps: 0.999,
      correction1: 0.19,
      correction2: 0.0975,
      clip: 0.5,
    }
    expect(wasm.squares(pairs[0][0]) / exact.squares(pairs[0][1])).toBeCloseTo(1, 6)
    const [fast, slow] = [0, 1].map((side) => pairs.map((pair) => pair[side]))
    wasm.adamW(fast[0], fast[1], fast[2], fast[3], step)
    exact.adamW(slow[0], slow[1], slow[2], slow[3], step)
    for (const i of [0, 2, 3]) expect(apart(fast[i], slow[i])).toBeLessThan(1e-6)
  })
})

test.each(variants)('losses and gradients of a model agree: %s', (_, config) => {
  const slow = drawn(config)
  const fast = createTransformer(engine, config, 3)
  setValues(fast.parameters, valuesOf(slow.parameters))
  setValues(slow.parameters, valuesOf(fast.parameters))
  const tokens = drawnTokens(config, 15)
  const targets = drawnTokens(config, 15, 3)
  for (const model of [slow, fast]) model.forward(tokens, { rows: 3, length: 5 })
  expect(fast.loss(targets)).toBeCloseTo(slow.loss(targets), 5)
  for (const model of [slow, fast]) model.backward(targets)
  for (const [name, { gradient }] of slow.parameters) {
    const fastGradient = fast.parameters.get(name)!.gradient
    for (let i = 0; i < gradient.length; i++)
      expect(Math.abs(fastGradient[i] - gradient[i]), name).toBeLessThan(2e-5)
  }
})

test('room is reserved for everything a model allocates, and for no more than a few pages beyond it', () => {
  const kernels = createTransformer(engine, { ...tiny, width: 60, mlp: 240, vocabulary: 500 }, 8).kernels
  expect(() => kernels.allocate(500_000)).toThrow()
})

test('what is no module of kernels is refused', () => {
  const empty = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
  expect(() => wasmEngine(empty)(10)).toThrow()
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fitted } from '../../src/knowledge/checkpoint/fit'
import { configOf, readCheckpoint } from '../../src/knowledge/checkpoint/read'
import { courseModel } from '../../src/knowledge/course/course-model'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { setValues } from '../../src/knowledge/model/parameters'
import { createTransformer } from '../../src/knowledge/model/transformer'
import { plainEngine } from './kernels'

/** What PyTorch computed from a file that it saved: `scripts/reference-torch.py`. */
interface Computed {
  readonly tokens: number[][]
  readonly targets: number[][]
  readonly logits: number[]
  readonly loss: number
  readonly gradients: Record<string, number[]>
}

const file = (name: string) => readFileSync(new URL(`../reference/torch/${name}`, import.meta.url))

describe.each(['vanilla', 'synthesizer'])('a model of PyTorch with %s attention', (kind) => {
  const bytes = new Uint8Array(file(`${kind}.pt`))
  const { tokens, targets, ...computed } = JSON.parse(file(`${kind}.json`).toString()) as Computed
  const batch = { rows: tokens.length, length: tokens[0].length }
  const [inputs, wanted] = [tokens, targets].map((rows) => Int32Array.from(rows.flat()))

  test('gives PyTorch’s logits, loss and gradients', () => {
    const { tensors } = readCheckpoint(bytes)
    const config = configOf(tensors)
    const model = createTransformer(referenceEngine('float64'), config, batch.rows, batch.length)
    setValues(model.parameters, fitted(config, tensors))
    model.forward(inputs, batch)
    expectNear(model.logits.slice(0, computed.logits.length), computed.logits, 1e-11)
    expect(model.loss(wanted)).toBeCloseTo(computed.loss, 12)
    model.backward(wanted)
    expect([...model.parameters.keys()].toSorted()).toEqual(Object.keys(computed.gradients).toSorted())
    for (const [name, { gradient }] of model.parameters)
      expectNear(gradient, computed.gradients[name], 1e-11, name)
  })

  test('opened as a student’s own, in WebAssembly, gives the same to single precision', async () => {
    const model = courseModel(await plainEngine(), bytes)
    model.forward(inputs, batch)
    expectNear(model.logits.slice(0, computed.logits.length), computed.logits, 1e-5)
  })
})

/** Whether the largest error is below `bound` times the largest number. The gradient of a key's bias is 0 but for rounding. */
function expectNear(actual: ArrayLike<number>, expected: readonly number[], bound: number, name = 'logits') {
  expect(actual.length, name).toBe(expected.length)
  const scale = Math.max(0.01, ...expected.map(Math.abs))
  const error = Math.max(...expected.map((value, i) => Math.abs(value - actual[i])))
  expect(error / scale, name).toBeLessThan(bound)
}

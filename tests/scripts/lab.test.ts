import { describe, expect, test } from 'vitest'
import { corpusResult } from '../../scripts/cli/lab-corpus'
import { forwardResult, gradientResult } from '../../scripts/cli/lab-model'
import { parametersResult } from '../../scripts/cli/lab-parameters'
import { trainLines } from '../../scripts/cli/lab-train'
import { nested } from '../../src/knowledge/checkpoint/nested'
import type { ModelConfig } from '../../src/knowledge/model/config'
import { drawn, tiny } from '../knowledge/models'

/** A request for a drawn model of `config`. */
function requestFor(config: ModelConfig) {
  const { parameters } = drawn(config)
  return {
    config,
    parameters: Object.fromEntries(
      [...parameters].map(([name, { value, shape }]) => [name, nested(value, shape)]),
    ),
    tokens: [
      [1, 4, 2, 0],
      [6, 5, 5, 3],
    ],
    targets: [
      [4, 2, 0, -1],
      [5, 5, 3, 1],
    ],
  }
}

type Result = {
  logits: number[][][]
  attention: number[][][][][]
  loss: number
  gradients: Record<string, unknown>
}

describe('forward and gradient', () => {
  test('WebAssembly agrees with the reference', async () => {
    const request = requestFor({ ...tiny, attention: ['synthesizer', 'vanilla'] })
    const slow = (await gradientResult(request)) as Result
    const fast = (await gradientResult({ ...request, engine: 'wasm' })) as Result
    expect(fast.loss).toBeCloseTo(slow.loss, 5)
    expect(fast.logits[1][3][6]).toBeCloseTo(slow.logits[1][3][6], 4)
    expect(slow.attention[1][0][2][3].reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14)
    expect(Object.keys(slow.gradients)).toEqual(Object.keys(request.parameters))
  })

  test('buffers are left out, and fixed scores have no gradient', async () => {
    const request = requestFor({ ...tiny, attention: 'fixed' })
    const parameters = { ...request.parameters, 'blocks.0.attn.mask': [[[[1]]]] }
    const { gradients } = (await gradientResult({ ...request, parameters })) as Result
    expect(Object.keys(gradients).filter((name) => name.endsWith('.scores'))).toEqual([])
  })

  test.each([
    [{ config: { ...tiny, width: 7 } }, 'forward: config: width: expected a multiple of heads, 3, got 7'],
    [{ config: { ...tiny, depth: 7 } }, 'forward: config: expected an object'],
    [{ config: { ...tiny, attention: 'given' } }, 'forward: config: attention: expected "vanilla" or'],
    [{ tokens: [[1, 2], [3]] }, 'forward: tokens: expected rows of one length'],
    [
      { tokens: [[7, 0, 0, 0]], targets: [[0, 0, 0, 0]] },
      'forward: forward: expected tokens from 0 to 6, got 7',
    ],
    [{ targets: [[1, 2, 3, 4]] }, 'forward: targets: expected as many rows and columns as tokens have'],
    [
      {
        targets: [
          [7, 2, 3, 4],
          [1, 1, 1, 1],
        ],
      },
      'forward: targets: expected −1 to 6, got 7',
    ],
    [{ parameters: {} }, 'forward: pos_emb is missing; expected [1, 6, 6].'],
    [{ engine: 'gpu' }, 'forward: engine: expected "reference" or "wasm", got "gpu"'],
  ])('what cannot be run is named: %j', async (change, message) => {
    await expect(forwardResult({ ...requestFor(tiny), ...change })).rejects.toThrow(message)
  })

  test.each([
    [[[1, 2], [3]], 'expected arrays of one length, 2.'],
    [[['x']], 'expected numbers in arrays of one length.'],
    [[[1, 2]], 'head.weight is [1, 2], expected [7, 6]'],
  ])('a parameter of another shape is named: %j', async (value, message) => {
    const request = requestFor(tiny)
    const parameters = { ...request.parameters, 'head.weight': value }
    await expect(forwardResult({ ...request, parameters })).rejects.toThrow(message)
  })
})

test('parameters of any shape are counted', () => {
  expect(parametersResult({ config: tiny }).total).toBeGreaterThan(100)
  expect(parametersResult({ preset: 'quartet', attention: 'uniform' }).perLayer).toBe(2 * 64 * 65)
  expect(() => parametersResult({ preset: 'assignmint' })).toThrow(
    'parameters: preset: expected "assignment"',
  )
  expect(() => parametersResult({ config: { ...tiny, heads: 4 } })).toThrow('expected a multiple of heads')
})

test('a corpus is what its seed says', () => {
  expect(corpusResult({ seed: 7 })).toEqual(corpusResult({ seed: 7 }))
  expect(corpusResult({ seed: 8 })).not.toEqual(corpusResult({ seed: 7 }))
  expect(() => corpusResult({ sed: 7 })).toThrow('a field "sed"')
})

test('training prints a line for each evaluation', async () => {
  const lines: string[] = []
  const request = { preset: 'quartet', steps: 4, finetuneSteps: 2, evaluateEvery: 2, corpus: { people: 8 } }
  for await (const line of trainLines(request)) lines.push(line)
  const read = lines.map((line) => JSON.parse(line) as Record<string, number>)
  expect(read.map(({ step }) => step)).toEqual([0, 2, 4, 5, 6])
  for (const each of read)
    expect(each).toMatchObject({ dev: expect.any(Number), placeLoss: expect.any(Number) })
  expect(read[4].loss).toBeLessThan(read[0].loss)
})

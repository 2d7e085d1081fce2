import { afterEach, expect, test, vi } from 'vitest'
import { fastestEngine } from '../../src/knowledge/engine/fastest'
import { setValues, valuesOf } from '../../src/knowledge/model/parameters'
import { createTransformer } from '../../src/knowledge/model/transformer'
import { drawn, drawnTokens, tiny } from './models'

afterEach(() => vi.unstubAllGlobals())

const tokens = drawnTokens(tiny, 10)

/** The logits of one drawn model on what is fastest here. */
function logits() {
  const { engine, name } = fastestEngine()
  const model = createTransformer(engine, tiny, 3)
  setValues(model.parameters, valuesOf(drawn(tiny).parameters))
  model.forward(tokens, { rows: 2, length: 5 })
  return { name, logits: Array.from(model.logits.subarray(0, 70)) }
}

test('the build hands over kernels that run', () => {
  expect(logits().name).toMatch(/^(?:wasm|relaxed)$/)
})

function blocked() {
  throw new Error('refused')
}

test.each<[string, object | undefined]>([
  ['without WebAssembly', undefined],
  [
    'where a policy forbids it',
    {
      validate: () => true,
      Module: blocked,
    },
  ],
  ['where it has no vectors', { validate: () => false }],
])('%s TypeScript computes the same', (_, webAssembly) => {
  const { logits: fast } = logits()
  vi.stubGlobal('WebAssembly', webAssembly)
  const { name, logits: slow } = logits()
  expect(name).toBe('typescript')
  slow.forEach((logit, i) => expect(logit).toBeCloseTo(fast[i], 4))
})

import { expect, test } from 'vitest'
import type { Transformer } from '../../src/knowledge/model/transformer'
import { drawn, drawnTokens, variants } from './models'

const batch = { rows: 3, length: 5 }
const H = 1e-4
/** So many numbers of each parameter are tried, spread over it. */
const TRIED = 12

/** The loss with one number of one parameter moved. */
function lossAt(
  model: Transformer,
  tokens: Int32Array,
  targets: Int32Array,
  name: string,
  i: number,
  by: number,
) {
  const { value } = model.parameters.get(name)!
  const kept = value[i]
  value[i] = kept + by
  model.forward(tokens, batch)
  const loss = model.loss(targets)
  value[i] = kept
  return loss
}

test.each(variants)('gradients of every parameter are central differences: %s', (_, config) => {
  const model = drawn(config)
  const tokens = drawnTokens(config, 15)
  const targets = drawnTokens(config, 15, 3).map((token, i) => (i % 4 === 1 ? -1 : token))
  model.forward(tokens, batch)
  model.loss(targets)
  model.backward(targets)
  const found = [...model.parameters].map(([name, { gradient }]) => [name, gradient.slice()] as const)
  for (const [name, gradient] of found) {
    if (model.parameters.get(name)!.isFixed) {
      expect(gradient.every((slope) => slope === 0)).toBe(true)
      continue
    }
    for (let i = 0; i < gradient.length; i += Math.ceil(gradient.length / TRIED)) {
      const [far, up, down, low] = [2, 1, -1, -2].map((steps) =>
        lossAt(model, tokens, targets, name, i, steps * H),
      )
      // Of fourth order: what is left is rounding, not curvature.
      const slope = (8 * (up - down) - (far - low)) / (12 * H)
      expect(Math.abs(gradient[i] - slope), `${name}[${i}]`).toBeLessThan(5e-9)
    }
  }
})

test('without a target there is neither loss nor gradient', () => {
  const [, config] = variants[0]
  const model = drawn(config)
  const none = new Int32Array(15).fill(-1)
  model.forward(drawnTokens(config, 15), batch)
  expect(model.loss(none)).toBe(0)
  model.backward(none)
  for (const { gradient } of model.parameters.values()) expect(gradient.every((x) => x === 0)).toBe(true)
})

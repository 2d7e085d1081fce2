import { expect, test } from 'vitest'
import {
  drawHeads,
  type HeadTask,
  type SampledHeads,
} from '../../src/constructions/multi-head/multi-head.jobs'
import type { HeadParams } from '../../src/core/heads/head-designs'
import { limitError } from '../../src/core/heads/head-limit'
import { buffersIn } from '../../src/workers/messages'
import { testHost } from './host'

const params: HeadParams = { n: 10, heads: 2, scale: 10, push: 2, keyVariance: 0, normVariance: 0.5 }

/** What came of drawing for all designs, part by part. */
async function drawn(more: Partial<HeadTask>): Promise<SampledHeads[]> {
  const host = testHost([drawHeads])
  host.start(1, 'multi-head/draws', { params, seed: 224, count: 5000, ...more })
  await host.runAll()
  return host.valuesOf<SampledHeads>(1)
}

test('streams the designs and ends with all draws', async () => {
  const parts = await drawn({})
  expect(parts.length).toBeGreaterThan(1)
  const counts = parts.map(({ summary }) => summary.count)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
  expect(counts.at(-1)).toBe(5000)
  expect(parts[0].exact.separate).toBe(limitError('separate', params, 0.5))
  expect(parts[0].exact.one).toBe(limitError('one', params, 0.5))
  expect(parts[0].exact.away).toBe(limitError('away', params, 0.5))
})

test('hands over every array once', async () => {
  const parts = await drawn({ count: 10 })
  expect(new Set(parts.flatMap(buffersIn)).size).toBe(11 * parts.length)
})

test('has no exact error of one head for more than two random keys', async () => {
  const [part] = await drawn({ count: 1, params: { ...params, heads: 3, keyVariance: 0.01 } })
  expect(part.exact.one).toBeUndefined()
  expect(part.exact.separate).toBeGreaterThan(0)
})

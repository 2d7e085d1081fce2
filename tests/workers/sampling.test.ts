import { describe, expect, test } from 'vitest'
import {
  type Drawn,
  type DrawTask,
  withDraws,
} from '../../src/constructions/gaussian-keys/gaussian-keys.draws'
import { drawShares, expectedErrors } from '../../src/constructions/gaussian-keys/gaussian-keys.jobs'
import { drawColumns, GaussianSampler } from '../../src/core/gaussian/gaussian'
import { expectedError } from '../../src/core/gaussian/gaussian-error'
import { shareLaw } from '../../src/core/gaussian/gaussian-laws'
import type { GaussianSetting } from '../../src/core/gaussian/gaussian-setting'
import { ShareTally } from '../../src/core/gaussian/share-tally'
import { buffersIn } from '../../src/workers/messages'
import { testHost } from './host'

const setting: GaussianSetting = {
  n: 10,
  keyVariance: 0.001,
  normVariance: 0.5,
  queries: [{ wanted: [10, 10], others: 0 }],
}
const task = (count: number, more: Partial<DrawTask> = {}): DrawTask => ({
  setting,
  seed: 224,
  count,
  ...more,
})

/** What came of `input`, part by part. */
async function drawn(input: DrawTask): Promise<Drawn[]> {
  const host = testHost([drawShares])
  host.start(1, 'gaussian-keys/draws', input)
  await host.runAll()
  return host.valuesOf<Drawn>(1)
}

describe('drawing shares', () => {
  test('streams a job and ends it with the summary of all draws', async () => {
    const parts = await drawn(task(20_000))
    expect(parts.length).toBeGreaterThan(2)
    const counts = parts.map(({ summary }) => summary.count)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts.at(-1)).toBe(20_000)
    const columns = drawColumns(setting, 20_000)
    new GaussianSampler(setting, 224).fill(columns)
    const tally = new ShareTally(shareLaw(setting))
    tally.add(columns)
    const { share, error, ...rest } = parts.at(-1)!.summary
    const { share: _, error: __, ...wanted } = tally.summary()
    expect(rest).toEqual(wanted)
    expect(share.mean).toBeCloseTo(tally.summary().share.mean, 12)
    expect(error.mean).toBeCloseTo(tally.summary().error.mean, 12)
  })

  test('sends the first draws one by one, each once, and they are put together again', async () => {
    const parts = await drawn(task(30_000))
    const columns = drawColumns(setting, 400)
    new GaussianSampler(setting, 224).fill(columns)
    const shown = parts.flatMap((part) => [...part.shown])
    expect(shown).toHaveLength(1600)
    expect(shown.slice(0, 4)).toEqual([...columns.along.subarray(0, 2), ...columns.weights.subarray(0, 2)])
    expect(shown.slice(-2)).toEqual([...columns.weights.subarray(-2)])
    const known = parts.reduce<Drawn[]>((before, part) => [...before, withDraws(before.at(-1), part)], [])
    expect([...known.at(-1)!.shown]).toEqual(shown)
    expect(known.at(-1)!.summary.count).toBe(30_000)
    // Figures of the draws need not be drawn again while none are added.
    expect(known.at(-1)!.shown).toBe(known.at(-2)!.shown)
  })

  test.each([1, 2, 63, 64, 65])('makes exactly %i draws', async (count) => {
    expect((await drawn(task(count))).at(-1)?.summary.count).toBe(count)
  })

  test('stops in the middle when it is cancelled', async () => {
    const host = testHost([drawShares])
    host.start(1, 'gaussian-keys/draws', task(1_000_000))
    for (let k = 0; k < 40; k++) await host.step()
    const before = host.answers.length
    expect(before).toBeGreaterThan(0)
    host.cancel(1)
    await host.runAll()
    expect(host.answers).toHaveLength(before)
  })

  test('that cannot be done says why', async () => {
    const host = testHost([drawShares])
    host.start(4, 'gaussian-keys/draws', task(10, { setting: { ...setting, n: 1 } }))
    await host.runAll()
    expect(host.answers).toEqual([
      { type: 'failed', id: 4, message: expect.stringContaining('expected a whole number of keys ≥ 2') },
    ])
  })

  test('gives away no memory that it still uses', async () => {
    for (const part of await drawn(task(20_000))) {
      const transfer = buffersIn(part)
      expect(transfer).toHaveLength(2)
      expect(structuredClone(part, { transfer }).summary.count).toBeGreaterThan(0)
      expect(part.shown).toHaveLength(0)
    }
  })
})

test('exact errors come in order, and all of them in the end', async () => {
  const settings = [1, 3, 9].map((q) => ({ ...setting, queries: [{ wanted: [q, q], others: 0 }] }))
  const host = testHost([expectedErrors], 0)
  host.start(2, 'gaussian-keys/expected-errors', settings)
  await host.runAll()
  expect(host.answers).toEqual([{ type: 'done', id: 2, value: Float64Array.from(settings, expectedError) }])
})

import { describe, expect, test } from 'vitest'
import { drawColumns, GaussianSampler } from '../../src/core/gaussian'
import { expectedError } from '../../src/core/gaussian-error'
import { shareLaw } from '../../src/core/gaussian-laws'
import type { GaussianSetting } from '../../src/core/gaussian-setting'
import { logistic } from '../../src/core/logistic'
import { logitNormalCdf } from '../../src/core/logit-normal'
import { SHARE_BINS, ShareTally } from '../../src/core/share-tally'
import { histogram, kolmogorovDistance, quantile, sampleVariance, sorted } from '../../src/core/statistics'
import { samplingService } from '../../src/workers/sampling'
import {
  buffersOf,
  type DrawJob,
  type SamplingAnswer,
  type SamplingRequest,
} from '../../src/workers/sampling.messages'
import { samplingClient, type WorkerLike } from '../../src/workers/sampling-client'

const setting: GaussianSetting = {
  n: 10,
  keyVariance: 0.001,
  normVariance: 0.5,
  queries: [{ wanted: [10, 10], others: 0 }],
}
const job = (number: number, count: number, more: Partial<DrawJob> = {}): DrawJob => ({
  type: 'draw',
  job: number,
  setting,
  seed: 224,
  count,
  ...more,
})

/** A host whose clock ticks one millisecond at each look, and whose steps wait until they are run. */
function testHost(slice = 10) {
  const steps: (() => void)[] = []
  const answers: SamplingAnswer[] = []
  let time = 0
  const service = samplingService({
    slice,
    now: () => time++,
    soon: (step) => steps.push(step),
    post: (answer) => answers.push(answer),
  })
  const step = () => steps.shift()?.()
  const runAll = () => {
    while (steps.length > 0) step()
  }
  return { service, answers, step, steps, runAll }
}

const drawn = (answers: readonly SamplingAnswer[]) => answers.flatMap((a) => (a.type === 'drawn' ? a : []))

describe('the service', () => {
  test('streams a job and ends it with the summary of all draws', () => {
    const { service, answers, runAll } = testHost()
    service(job(1, 20_000))
    runAll()
    const parts = drawn(answers)
    expect(parts.length).toBeGreaterThan(2)
    expect(parts.map(({ done }) => done).indexOf(true)).toBe(parts.length - 1)
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

  test('sends the first draws one by one, each once', () => {
    const { service, answers, runAll } = testHost()
    service(job(1, 3000))
    runAll()
    const shown = drawn(answers).flatMap((answer) => [...answer.shown])
    const columns = drawColumns(setting, 400)
    new GaussianSampler(setting, 224).fill(columns)
    expect(shown).toHaveLength(1600)
    expect(shown.slice(0, 4)).toEqual([...columns.along.subarray(0, 2), ...columns.weights.subarray(0, 2)])
    expect(shown.slice(-2)).toEqual([...columns.weights.subarray(-2)])
  })

  test.each([1, 2, 63, 64, 65])('makes exactly %i draws', (count) => {
    const { service, answers, runAll } = testHost()
    service(job(1, count))
    runAll()
    expect(drawn(answers).at(-1)?.summary.count).toBe(count)
  })

  test('a cancelled job falls silent in the middle', () => {
    const { service, answers, step, steps } = testHost()
    service(job(1, 1_000_000))
    for (let k = 0; k < 10; k++) step()
    const before = answers.length
    service({ type: 'cancel', job: 1 })
    step()
    expect([steps.length, answers.length]).toEqual([0, before])
  })

  test('cancelling another job changes nothing', () => {
    const { service, answers, runAll } = testHost()
    service(job(2, 1000))
    service({ type: 'cancel', job: 1 })
    runAll()
    expect(drawn(answers).at(-1)?.done).toBe(true)
  })

  test('a new job replaces one that runs', () => {
    const { service, answers, step, runAll } = testHost()
    service(job(1, 1_000_000))
    for (let k = 0; k < 10; k++) step()
    const before = answers.length
    service(job(2, 1000))
    runAll()
    expect(new Set(answers.slice(before).map((answer) => answer.job))).toEqual(new Set([2]))
  })

  test('computes the exact errors in order, and stops when cancelled', () => {
    const settings = [1, 3, 9].map((q) => ({ ...setting, queries: [{ wanted: [q, q], others: 0 }] }))
    const { service, answers, step, runAll } = testHost(0)
    service({ type: 'errors', job: 1, settings })
    step()
    service({ type: 'errors', job: 2, settings })
    runAll()
    expect(answers).toEqual([
      { type: 'errors', job: 2, done: true, errors: Float64Array.from(settings, expectedError) },
    ])
  })

  test('a job that cannot be done says why', () => {
    const { service, answers, runAll } = testHost()
    service(job(4, 10, { setting: { ...setting, n: 1 } }))
    runAll()
    expect(answers).toEqual([
      { type: 'failed', job: 4, message: expect.stringContaining('expected a whole number of keys ≥ 2') },
    ])
  })

  test('answers can be transferred', () => {
    const { service, answers, runAll } = testHost()
    service(job(1, 100))
    runAll()
    for (const answer of answers) {
      const copy = structuredClone(answer, { transfer: buffersOf(answer) as ArrayBuffer[] })
      expect(copy).toMatchObject({ type: 'drawn', done: true, summary: { count: 100 } })
    }
  })
})

describe('the client', () => {
  class FakeWorker implements WorkerLike {
    readonly heard: SamplingRequest[] = []
    private readonly listeners = new Map<string, (event: { data: SamplingAnswer }) => void>()
    terminated = false
    postMessage(request: SamplingRequest): void {
      this.heard.push(request)
    }
    addEventListener(type: string, listener: (event: { data: SamplingAnswer }) => void): void {
      this.listeners.set(type, listener)
    }
    terminate(): void {
      this.terminated = true
    }
    say(type: string, data?: SamplingAnswer): void {
      this.listeners.get(type)?.({ data: data! })
    }
  }
  const errors = (number: number): SamplingAnswer => ({
    type: 'errors',
    job: number,
    done: true,
    errors: new Float64Array(1),
  })
  const { job: _, ...draw } = job(0, 500)

  test('hears the current job alone', () => {
    const worker = new FakeWorker()
    const client = samplingClient(
      () => worker,
      () => {},
    )
    const heard: string[] = []
    client.start(draw, ({ job: number }) => heard.push(`first ${number}`))
    client.start(draw, ({ job: number }) => heard.push(`second ${number}`))
    for (const number of [1, 2, 1, 3]) worker.say('message', errors(number))
    client.cancel()
    worker.say('message', errors(2))
    expect(heard).toEqual(['second 2'])
    expect(worker.heard.map(({ type, job: number }) => `${type} ${number}`)).toEqual([
      'draw 1',
      'draw 2',
      'cancel 2',
    ])
    client.close()
    expect(worker.terminated).toBe(true)
  })

  const outcomes = (
    start: (worker: FakeWorker) => WorkerLike,
    after: (worker: FakeWorker) => void = () => {},
  ) =>
    new Promise<{ said: number; count: number }>((resolve) => {
      const worker = new FakeWorker()
      let said = 0
      const client = samplingClient(
        () => start(worker),
        () => said++,
      )
      client.start(draw, (answer) => {
        if (answer.type === 'drawn' && answer.done) resolve({ said, count: answer.summary.count })
      })
      after(worker)
    })

  test('goes on here, and says so, where no worker can be made', async () => {
    const refused = () => {
      throw new TypeError('refused')
    }
    expect(await outcomes(refused)).toEqual({ said: 1, count: 500 })
  })

  test('begins the job anew here when the worker breaks', async () => {
    const broken = outcomes(
      (worker) => worker,
      (worker) => worker.say('error'),
    )
    expect(await broken).toEqual({ said: 1, count: 500 })
  })
})

describe('ShareTally', () => {
  const count = 30_000
  const columns = drawColumns(setting, count)
  new GaussianSampler(setting, 3).fill(columns)
  const law = shareLaw(setting)
  const tally = new ShareTally(law)
  tally.add(columns)
  const summary = tally.summary()
  const shares = Float64Array.from({ length: count }, (_, i) =>
    logistic(columns.scores[2 * i] - columns.scores[2 * i + 1]),
  )

  test('counts what lists count', () => {
    expect([...summary.histogram]).toEqual(histogram(shares, 0, 1, SHARE_BINS))
    expect(summary.middle).toBe(shares.filter((p) => p > 0.25 && p < 0.75).length)
    expect(summary.negative).toBe(columns.along.filter((x, i) => i % 2 === 0 && x < 0).length)
    expect(summary.share.count).toBe(count)
    expect(sampleVariance(summary.share)).toBeCloseTo(0.1955, 2)
  })

  test('its distance and quantiles are those of the sorted sample', () => {
    const ordered = sorted(shares)
    const distance = kolmogorovDistance(ordered, (p) => logitNormalCdf(p, law.mean, law.sd))
    expect(Math.abs(summary.distance - distance)).toBeLessThan(2 ** -18 + 1e-12)
    for (const [i, p] of [0.05, 0.25, 0.5, 0.75, 0.95].entries())
      expect(Math.abs(summary.quantiles[i] - quantile(ordered, p))).toBeLessThan(2e-3)
  })

  test('a law that is one point has no distance', () => {
    const still = { ...setting, keyVariance: 0, normVariance: 0 }
    const few = drawColumns(still, 10)
    new GaussianSampler(still, 1).fill(few)
    const point = new ShareTally(shareLaw(still))
    point.add(few)
    expect(point.summary()).toMatchObject({
      distance: -1,
      quantiles: [0.5, 0.5, 0.5, 0.5, 0.5],
      middle: 10,
      negative: 0,
    })
  })
})

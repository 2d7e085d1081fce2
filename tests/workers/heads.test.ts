import { expect, test } from 'vitest'
import type { HeadParams } from '../../src/core/head-designs'
import { limitError } from '../../src/core/head-limit'
import { samplingService } from '../../src/workers/sampling'
import { buffersOf, type HeadJob, type SamplingAnswer } from '../../src/workers/sampling.messages'

const params: HeadParams = { n: 10, heads: 2, scale: 10, push: 2, keyVariance: 0, normVariance: 0.5 }
const job = (number: number, more: Partial<HeadJob> = {}): HeadJob => ({
  type: 'heads',
  job: number,
  params,
  seed: 224,
  count: 5000,
  ...more,
})

/** A host whose clock ticks one millisecond at each look, and whose steps wait until they are run. */
function testHost() {
  const steps: (() => void)[] = []
  const answers: SamplingAnswer[] = []
  let time = 0
  const service = samplingService({
    slice: 10,
    now: () => time++,
    soon: (step) => steps.push(step),
    post: (answer) => answers.push(answer),
  })
  const run = (count = Infinity) => {
    for (let i = 0; i < count && steps.length > 0; i++) steps.shift()?.()
  }
  const heads = () => answers.flatMap((answer) => (answer.type === 'heads' ? answer : []))
  return { service, run, heads }
}

test('streams the designs and ends with all draws', () => {
  const { service, run, heads } = testHost()
  service(job(1))
  run()
  const parts = heads()
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.map(({ done }) => done)).toEqual(parts.map((_, i) => i === parts.length - 1))
  expect(parts.at(-1)?.summary.count).toBe(5000)
  expect(parts[0].exact.separate).toBe(limitError('separate', params, 0.5))
  expect(parts[0].exact.one).toBe(limitError('one', params, 0.5))
})

test('hands over every array once', () => {
  const { service, run, heads } = testHost()
  service(job(1, { count: 10 }))
  run()
  const buffers = heads().flatMap(buffersOf)
  expect(buffers).toHaveLength(9)
  expect(new Set(buffers).size).toBe(9)
})

test('has no exact error of one head for more than two random keys', () => {
  const { service, run, heads } = testHost()
  service(job(1, { count: 1, params: { ...params, heads: 3, keyVariance: 0.01 } }))
  run()
  expect(heads()[0].exact.one).toBeUndefined()
  expect(heads()[0].exact.separate).toBeGreaterThan(0)
})

test('falls silent when cancelled, and when another job comes', () => {
  const { service, run, heads } = testHost()
  service(job(1, { count: 1_000_000 }))
  run(3)
  service({ type: 'cancel', job: 1 })
  const before = heads().length
  run()
  expect(heads()).toHaveLength(before)
  service(job(2, { count: 1_000_000 }))
  service(job(3, { count: 1 }))
  run()
  expect(
    heads()
      .slice(before)
      .map((answer) => answer.job),
  ).toEqual([3])
})

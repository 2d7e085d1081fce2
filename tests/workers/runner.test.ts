import { describe, expect, test } from 'vitest'
import { defineJob, type Work } from '../../src/core/jobs'
import { buffersIn, decodeAnswer, decodeRequest } from '../../src/workers/messages'
import { testHost } from './host'

/** Counts to its input, a number at each look at the clock. */
const count = defineJob('test/count', async (to: number, work: Work<number>) => {
  for (let i = 1; i < to; i += 1) {
    work.report(i)
    await work.pause()
  }
  return to
})
const refuse = defineJob('test/refuse', (reason: string) => {
  throw new RangeError(reason)
})

describe('a run', () => {
  test('reports parts in order and ends with its result', async () => {
    const host = testHost([count, refuse])
    host.start(1, 'test/count', 40)
    await host.runAll()
    expect(host.valuesOf(1)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    expect(host.answers.map(({ type }) => type).indexOf('done')).toBe(39)
  })

  test('looks at the messages after each slice', async () => {
    const host = testHost([count], 5)
    host.start(1, 'test/count', 1000)
    await host.step()
    expect(host.answers.length).toBeLessThan(10)
    expect(host.steps).toHaveLength(1)
  })

  test('falls silent in the middle when it is cancelled, and does nothing more', async () => {
    const host = testHost([count], 5)
    host.start(1, 'test/count', 1000)
    for (let i = 0; i < 3; i += 1) await host.step()
    const before = host.answers.length
    expect(before).toBeGreaterThan(0)
    host.cancel(1)
    await host.runAll()
    expect([host.steps.length, host.answers.length]).toEqual([0, before])
  })

  test('is never begun when it was taken back at once', async () => {
    const host = testHost([count])
    host.start(1, 'test/count', 3)
    host.cancel(1)
    host.start(2, 'test/count', 3)
    await host.runAll()
    expect(host.answers.map(({ id }) => id)).toEqual([2, 2, 2])
  })

  test('is not touched when another one is cancelled', async () => {
    const host = testHost([count])
    host.start(2, 'test/count', 30)
    host.cancel(1)
    await host.runAll()
    expect(host.valuesOf(2).at(-1)).toBe(30)
  })

  test('goes on beside others', async () => {
    const host = testHost([count], 3)
    host.start(1, 'test/count', 50)
    host.start(2, 'test/count', 50)
    await host.runAll()
    const ids = host.answers.map(({ id }) => id)
    expect(ids.lastIndexOf(1)).toBeGreaterThan(ids.indexOf(2))
    expect([host.valuesOf(1).at(-1), host.valuesOf(2).at(-1)]).toEqual([50, 50])
  })

  test('that throws says why, and so does one that nobody can do', async () => {
    const host = testHost([refuse])
    host.start(1, 'test/refuse', 'expected more')
    host.start(2, 'test/unknown', 0)
    await host.runAll()
    expect(host.answers).toEqual([
      { type: 'failed', id: 1, message: 'expected more' },
      { type: 'failed', id: 2, message: expect.stringContaining('test/unknown') },
    ])
  })
})

test('two jobs of one name are refused', () => {
  expect(() => testHost([count, refuse, count])).toThrow(RangeError)
})

test('messages that are none are told from those that are', () => {
  const request = { type: 'run', id: 1, job: 'test/count', input: 3 }
  expect(decodeRequest(request)).toEqual(request)
  expect(decodeRequest({ type: 'cancel', id: 2 })).toEqual({ type: 'cancel', id: 2 })
  expect(decodeAnswer({ type: 'done', id: 2, value: undefined })).toMatchObject({ type: 'done', id: 2 })
  for (const foreign of [
    undefined,
    'run',
    { type: 'run', id: 0, job: 'x' },
    { type: 'run', id: 1 },
    { id: 1 },
  ])
    expect([decodeRequest(foreign), decodeAnswer(foreign)]).toEqual([undefined, undefined])
})

test('every typed array in a value is found, once', () => {
  const one = new Float64Array(3)
  const other = new Float32Array(2)
  const content = { a: [one, { b: other }], c: one, d: new Uint8Array(one.buffer), e: [1, 2], f: null }
  expect(buffersIn(content)).toEqual([one.buffer, other.buffer])
  const copy = structuredClone(content, { transfer: buffersIn(content) })
  expect([one.length, copy.c.length]).toEqual([0, 3])
})

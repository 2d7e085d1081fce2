import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { createRun } from '../../src/knowledge/training/run'
import { baseSetting, settingWith } from '../../src/knowledge/training/setting'
import { snapshotOf } from '../../src/knowledge/training/snapshot'
import { decodeRun, encodeRun, type KeptRun } from '../../src/state/lab-run'
import { fileOfRun, runOfFile } from '../../src/ui/lab/files'
import { createRuns } from '../../src/ui/lab/runs'
import { SILENCE_MS, type TrainingWorker } from '../../src/ui/lab/watched'
import type { TrainingReport } from '../../src/workers/training.messages'

const setting = settingWith(baseSetting, {
  corpus: { people: 16 },
  model: { width: 16, heads: 2, mlp: 32, layers: 1 },
  training: { pretrainSteps: 2, finetuneSteps: 2, rows: 4 },
})

function stage(cores = 2) {
  const workers: {
    readonly orders: string[]
    readonly report: (report: TrainingReport) => void
    ended: boolean
  }[] = []
  const keep = vi.fn()
  const runs = createRuns({
    cores,
    keep,
    forget: () => {},
    spawn(report): TrainingWorker {
      const worker = { orders: [] as string[], report, ended: false }
      workers.push(worker)
      return {
        order: ({ type }) => worker.orders.push(type),
        end: () => {
          worker.ended = true
        },
      }
    },
  })
  return { runs, workers, keep }
}

const states = (runs: ReturnType<typeof stage>['runs']) => runs.get().map(({ status }) => status)

function kept(): KeptRun {
  const run = createRun(referenceEngine('float32'), setting)
  run.evaluate()
  run.advance()
  return { id: 'one', label: 'a run', setting, snapshot: snapshotOf(run) }
}

test('as many runs go on as there are cores, and the next starts when one is done', () => {
  const { runs, workers, keep } = stage(2)
  for (const label of ['a', 'b', 'c']) runs.add(label, setting)
  expect(states(runs)).toEqual(['running', 'running', 'waiting'])
  workers[0].report({ type: 'done', snapshot: kept().snapshot, dev: [], unseen: [] })
  expect(states(runs)).toEqual(['done', 'running', 'running'])
  expect(workers[0].ended).toBe(true)
  expect(keep).toHaveBeenCalledOnce()
})

describe('a worker that the browser ends without a word', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('counts as broken after two minutes of silence, and its run goes on from its last snapshot', () => {
    const { runs, workers } = stage(1)
    runs.add('a', setting)
    const { snapshot } = kept()
    workers[0].report({ type: 'reached', snapshot })
    vi.advanceTimersByTime(SILENCE_MS - 1)
    workers[0].report({ type: 'moved', step: 2, msPerStep: 1 })
    vi.advanceTimersByTime(SILENCE_MS - 1)
    expect(states(runs)).toEqual(['running'])
    vi.advanceTimersByTime(1)
    expect(states(runs)).toEqual(['failed'])
    expect(runs.get()[0]).toMatchObject({ step: snapshot.step })
    expect(runs.get()[0].message).toContain('last kept step')
    expect(workers[0].ended).toBe(true)
    runs.resume(runs.get()[0].id)
    expect(states(runs)).toEqual(['running'])
  })

  test('may be silent while it is paused, and once it is done', () => {
    const { runs, workers } = stage(2)
    runs.add('a', setting)
    runs.add('b', setting)
    const { snapshot } = kept()
    runs.pause(runs.get()[0].id)
    workers[0].report({ type: 'reached', snapshot })
    workers[1].report({ type: 'done', snapshot, dev: [], unseen: [] })
    vi.advanceTimersByTime(10 * SILENCE_MS)
    expect(states(runs)).toEqual(['paused', 'done'])
  })
})

test('a worker that breaks leaves the others, and its run can go on from its last snapshot', () => {
  const { runs, workers } = stage(2)
  runs.add('a', setting)
  runs.add('b', setting)
  const { snapshot } = kept()
  workers[0].report({ type: 'reached', snapshot })
  workers[0].report({ type: 'failed', step: 0, message: 'The browser ended its worker.' })
  expect(states(runs)).toEqual(['failed', 'running'])
  expect(runs.get()[0].step).toBe(snapshot.step)
  runs.resume(runs.get()[0].id)
  expect(states(runs)).toEqual(['running', 'running'])
  expect(workers[2].orders).toEqual(['start'])
})

test('runs of an earlier visit wait to be asked', () => {
  const { runs, workers } = stage()
  runs.take([kept()])
  runs.take([kept()])
  expect(states(runs)).toEqual(['kept'])
  expect(workers).toEqual([])
})

test('a run is the same after it was written and read, and after a file', () => {
  const run = kept()
  expect(decodeRun(structuredClone(encodeRun(run)))).toEqual(run)
  const read = runOfFile(fileOfRun(run).content)
  if ('refused' in read) throw new Error(read.refused)
  const values = run.snapshot.numbers.subarray(0, run.snapshot.numbers.length / 3)
  expect(read.snapshot.numbers).toEqual(values)
  expect({ ...read.snapshot, numbers: 0 }).toEqual({ ...run.snapshot, numbers: 0 })
})

test.each([
  ['nothing', undefined],
  ['a list', []],
  ['a later version', { ...encodeRun(kept()), v: 2 }],
  ['an impossible model', { ...encodeRun(kept()), setting: settingWith(setting, { model: { heads: 3 } }) }],
  [
    'numbers that are none',
    { ...encodeRun(kept()), snapshot: { ...kept().snapshot, numbers: Float32Array.of(Number.NaN) } },
  ],
  ['another field', { ...encodeRun(kept()), more: 1 }],
])('%s is refused with the place', (_, foreign) => {
  expect(decodeRun(foreign)).toEqual({ refused: expect.any(String) })
})

test.each([
  ['no bytes', new Uint8Array(0)],
  ['text', new TextEncoder().encode('hello, this is no file of weights')],
  ['half a file', fileOfRun(kept()).content.slice(0, 3000)],
])('a file with %s is refused in a sentence', (_, bytes) => {
  expect(runOfFile(bytes)).toEqual({ refused: expect.stringMatching(/\.$/) })
})

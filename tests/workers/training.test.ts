import { expect, test } from 'vitest'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { baseSetting, settingWith } from '../../src/knowledge/training/setting'
import { createTrainer } from '../../src/workers/training'
import type { TrainingReport } from '../../src/workers/training.messages'

const tiny = settingWith(baseSetting, {
  corpus: { people: 8 },
  model: { width: 8, heads: 2, mlp: 8, layers: 1 },
  training: { pretrainSteps: 4, finetuneSteps: 2, rows: 4, evaluateEvery: 4 },
})

/** A trainer whose turns are run one by one. */
function stage() {
  const reports: TrainingReport[] = []
  const waiting: (() => void)[] = []
  const obey = createTrainer(
    referenceEngine('float32'),
    (report) => reports.push(report),
    (work) => waiting.push(work),
  )
  const turn = () => waiting.shift()?.()
  const run = () => {
    while (waiting.length > 0) turn()
  }
  return { obey, reports, turn, run }
}

const last = (reports: readonly TrainingReport[]) => {
  const report = reports.findLast(({ type }) => type === 'done')
  if (report?.type !== 'done') throw new Error('expected the training to be done')
  return report
}

test('a miniature is trained to its end, with an evaluation at each due step and its answers', () => {
  const { obey, reports, run } = stage()
  obey({ type: 'start', setting: tiny })
  run()
  const { snapshot, dev, unseen } = last(reports)
  expect(snapshot.step).toBe(6)
  expect(snapshot.evaluations.map(({ step }) => step)).toEqual([0, 4, 5, 6])
  expect([dev.length, unseen.length]).toEqual([4, 4])
})

test('paused, stepped and gone on with from what was reported, it ends at the same bits', () => {
  const whole = stage()
  whole.obey({ type: 'start', setting: tiny })
  whole.run()

  const first = stage()
  first.obey({ type: 'start', setting: tiny })
  first.turn()
  first.obey({ type: 'pause' })
  first.run()
  first.obey({ type: 'single step' })
  const reached = first.reports.findLast(({ type }) => type === 'reached')
  if (reached?.type !== 'reached') throw new Error('expected a snapshot after a single step')
  expect(reached.snapshot.step).toBeGreaterThan(0)
  expect(reached.snapshot.step).toBeLessThan(6)

  const second = stage()
  second.obey({ type: 'start', setting: tiny, snapshot: structuredClone(reached.snapshot) })
  second.run()
  expect(last(second.reports).snapshot).toEqual(last(whole.reports).snapshot)
})

test('a setting that cannot be trained fails with a sentence', () => {
  const { obey, reports } = stage()
  obey({ type: 'start', setting: settingWith(tiny, { model: { heads: 3 } }) })
  expect(reports).toEqual([{ type: 'failed', step: 0, message: expect.stringMatching(/multiple of heads/) }])
})

import { describe, expect, test } from 'vitest'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { createRun, type Run } from '../../src/knowledge/training/run'
import { baseSetting, settingWith } from '../../src/knowledge/training/setting'
import { restore, resumed, snapshotOf } from '../../src/knowledge/training/snapshot'

const engine = referenceEngine('float32')
const tiny = settingWith(baseSetting, {
  corpus: { people: 8 },
  model: { width: 8, heads: 2, mlp: 8, layers: 1 },
  training: { pretrainSteps: 4, finetuneSteps: 2, rows: 4, evaluateEvery: 4 },
})

function trained(run: Run, until: number): Run {
  while (run.step < until) {
    if (run.isEvaluationDue()) run.evaluate()
    run.advance()
  }
  if (run.isEvaluationDue()) run.evaluate()
  return run
}

describe('a snapshot', () => {
  test.each([2, 5])('of step %i leads to the same bits as a run that was never interrupted', (step) => {
    const whole = trained(createRun(engine, tiny), 6)
    const copy = structuredClone(snapshotOf(trained(createRun(engine, tiny), step)))
    const again = trained(resumed(engine, tiny, copy), 6)
    expect(again.evaluations).toEqual(whole.evaluations)
    expect(snapshotOf(again)).toEqual(snapshotOf(whole))
  })

  test('holds moments until training is over', () => {
    const run = createRun(engine, tiny)
    const begun = snapshotOf(trained(run, 2)).numbers.length
    expect(snapshotOf(trained(run, 6)).numbers.length * 3).toBe(begun)
  })

  test('of another model is refused by its size', () => {
    const { parameters } = createRun(engine, tiny).model
    expect(() => restore(parameters, new Float32Array(7))).toThrow(/expected \d+ or \d+ numbers, got 7/)
  })
})

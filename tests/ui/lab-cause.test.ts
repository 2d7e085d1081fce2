import { describe, expect, test } from 'vitest'
import { unwatched, type Work } from '../../src/core/jobs'
import { parameterCounts } from '../../src/knowledge/model/shapes'
import { assignmentModel } from '../../src/knowledge/training/presets'
import { baseSetting, settingWith } from '../../src/knowledge/training/setting'
import { curvesAt, KINDS, type RecallPart, recallFinding } from '../../src/ui/lab/cause/recalls'
import { DONORS, type TransplantPart, transplantFinding } from '../../src/ui/lab/cause/transplants'
import { recalls, transplants } from '../../src/workers/lab-jobs'
import { testHost } from '../workers/host'

/** Work that keeps what is reported. */
function listening<P>(): Work<P> & { readonly parts: P[] } {
  const parts: P[] = []
  return { ...unwatched, parts, report: (part) => parts.push(part) }
}

test('the parameters of the assignment are those that the notes count', () => {
  const [vanilla, synthesizer] = (['vanilla', 'synthesizer'] as const).map((attention) =>
    parameterCounts({ ...assignmentModel, attention }),
  )
  expect([vanilla.perLayer, synthesizer.perLayer]).toEqual([263_168, 201_567])
  expect([vanilla.total, synthesizer.total]).toEqual([3_323_392, 3_076_988])
})

describe('jobs of the cause', () => {
  const size = { pairs: 2, width: 16, steps: 20 }

  test('recall reports every kind from its first step to its last', async () => {
    const work = listening<RecallPart>()
    await recalls.run(
      KINDS.map(({ id }) => ({ seed: 1, attention: id, ...size })),
      work,
    )
    const curves = curvesAt(work.parts, size)
    expect(curves.map(({ id }) => id)).toEqual(KINDS.map(({ id }) => id))
    for (const { points } of curves) expect([points[0].step, points.at(-1)?.step]).toEqual([0, 20])
    expect(recallFinding(work.parts, size)).toMatch(/^Right values after 20 steps: vanilla/)
  })

  test('recall falls silent when it is cancelled', async () => {
    const host = testHost([recalls])
    host.start(1, 'lab/recalls', [{ seed: 1, attention: 'vanilla', ...size, steps: 400 }])
    for (let i = 0; i < 6; i++) await host.step()
    host.cancel(1)
    await host.runAll()
    const heard = host.valuesOf<RecallPart>(1)
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.every(({ step }) => step < 400)).toBe(true)
  })

  test('students learn on the attention of each donor, from the same start', async () => {
    const small = settingWith(baseSetting, {
      corpus: { people: 16 },
      model: { width: 16, heads: 2, mlp: 32 },
      training: { rows: 4 },
    })
    const donors = DONORS.map(({ id }) => ({ id, setting: settingWith(small, { model: { attention: id } }) }))
    const work = listening<TransplantPart>()
    await transplants.run({ donors, steps: 30, seed: 5 }, work)
    for (const { id } of DONORS) {
      const own = work.parts.filter(({ donor }) => donor === id)
      expect([own[0].step, own.at(-1)!.step]).toEqual([0, 30])
      expect(own.at(-1)!.placeLoss).toBeLessThan(own[0].placeLoss)
    }
    expect(transplantFinding(work.parts, 30, 4.1)).toMatch(/^After 30 steps a place costs/)
  })
})

describe('words follow from the numbers', () => {
  const finals = (shares: readonly number[]): RecallPart[] =>
    KINDS.map(({ id }, i) => ({
      setting: { seed: 1, attention: id, pairs: 4, width: 32, steps: 10 },
      step: 10,
      accuracy: shares[i],
      loss: 1,
    }))
  const size = { pairs: 4, width: 32, steps: 10 }

  test.each([
    ['far apart', [0.9, 0.5, 0.5, 0.4], /separates vanilla from the others \(40\.0 points between vanilla/],
    ['close', [0.52, 0.5, 0.5, 0.4], /does not separate .* no evidence/],
    [
      'the other way round',
      [0.4, 0.9, 0.5, 0.4],
      /does not separate .*50\.0 points between vanilla and Synthesizer/,
    ],
  ])('recall: %s', (_, shares, words) => {
    expect(recallFinding(finals(shares), size)).toMatch(words)
  })

  test('recall: unfinished', () => {
    expect(recallFinding([], size)).toBe('Not run yet.')
    expect(recallFinding(finals([1, 1, 1, 1]).slice(0, 2), size)).toBe('Not all kinds are trained yet.')
  })

  const losses = (values: readonly number[]): TransplantPart[] =>
    DONORS.slice(0, values.length).map(({ id }, i) => ({ donor: id, step: 9, placeLoss: values[i] }))

  test.each([
    [[0.5, 1.5, 2], /looking where vanilla looks leaves 1\.00 nats less/],
    [[2, 1.5, 2], /no help: .* ahead by 0\.50 nats/],
    [[2], /^Not all three/],
    [[], /^Not run yet/],
  ])('transplant: %j', (values, words) => {
    expect(transplantFinding(losses(values), 9, 4.13)).toMatch(words)
  })
})

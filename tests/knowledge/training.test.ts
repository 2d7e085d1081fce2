import { describe, expect, test } from 'vitest'
import { writeSafetensors } from '../../src/knowledge/checkpoint/safetensors'
import { createCorpus } from '../../src/knowledge/corpus/corpus'
import { londonAccuracy, regionMajorityAccuracy } from '../../src/knowledge/corpus/ignorance'
import { CITIES } from '../../src/knowledge/corpus/places'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { answersTo } from '../../src/knowledge/training/answers'
import { readSetting } from '../../src/knowledge/training/decode-setting'
import { standardError } from '../../src/knowledge/training/evaluation'
import { finished, finishedRun } from '../../src/knowledge/training/finished-run'
import { schedule } from '../../src/knowledge/training/optimizer'
import { presets } from '../../src/knowledge/training/presets'
import { createRun, type Run } from '../../src/knowledge/training/run'
import { baseSetting, settingWith } from '../../src/knowledge/training/setting'
import { resumed, snapshotOf } from '../../src/knowledge/training/snapshot'
import { plainEngine } from './kernels'

const wasm = await plainEngine()

/** Sixteen people without friends: learnt in a few seconds. */
const miniature = settingWith(baseSetting, {
  corpus: { people: 16, friends: 0 },
  model: { width: 32, mlp: 64, heads: 4 },
  training: { pretrainSteps: 140, finetuneSteps: 12, evaluateEvery: 70, finetuneRate: 1e-3, placeShare: 1 },
})

const short = settingWith(miniature, { training: { pretrainSteps: 6, finetuneSteps: 4, evaluateEvery: 3 } })

function advance(run: Run, steps: number): void {
  for (let i = 0; i < steps; i++) {
    if (run.isEvaluationDue()) run.evaluate()
    run.advance()
  }
  if (run.isEvaluationDue()) run.evaluate()
}

const bits = (run: Run) =>
  [...run.model.parameters.values()].flatMap(({ value, first, second }) =>
    [value, first, second].flatMap((floats) => Array.from(floats)),
  )

describe('a run', () => {
  test('of a miniature learns where people were born, and answers what it was asked', () => {
    const run = createRun(wasm, miniature)
    advance(run, run.total)
    const [start] = run.evaluations
    const end = run.evaluations.at(-1)!
    expect(end.loss).toBeLessThan(start.loss / 4)
    const pretrained = run.evaluations.find(({ step }) => step === 140)!
    expect(pretrained.placeLoss).toBeLessThan(start.placeLoss / 8)
    expect(pretrained.unseenLoss).toBeGreaterThan(4 * pretrained.placeLoss)
    expect(end.n).toBe(8)
    const asked = run.corpus.people.filter(({ half }) => half === 'train')
    const answers = answersTo(
      run.model,
      run.corpus,
      asked.map(({ name }) => name),
      16,
    )
    expect(asked.filter(({ city }, i) => CITIES[city] === answers[i].text).length).toBeGreaterThan(6)
  })

  test('is the same bit for bit', () => {
    const [a, b] = [createRun(wasm, short), createRun(wasm, short)]
    advance(a, 10)
    advance(b, 10)
    expect(bits(a)).toEqual(bits(b))
    expect(a.evaluations).toEqual(b.evaluations)
    const other = createRun(wasm, settingWith(short, { seed: 2 }))
    advance(other, 10)
    expect(bits(other)).not.toEqual(bits(a))
  })

  test.each([1, 4, 6, 8])('goes on from a snapshot at step %i as if nothing had been', (step) => {
    const whole = createRun(wasm, short)
    advance(whole, 10)
    const first = createRun(wasm, short)
    advance(first, step)
    const second = resumed(wasm, short, snapshotOf(first))
    expect(second.step).toBe(step)
    advance(second, 10 - step)
    expect(bits(second)).toEqual(bits(whole))
    expect(second.evaluations).toEqual(whole.evaluations)
  })

  test('is not changed by being evaluated', () => {
    const [a, b] = [createRun(wasm, short), createRun(wasm, short)]
    for (let i = 0; i < 5; i++) a.advance()
    advance(b, 5)
    expect(bits(a)).toEqual(bits(b))
  })

  test('on TypeScript stays near that on WebAssembly', () => {
    const [fast, slow] = [createRun(wasm, short), createRun(referenceEngine('float32'), short)]
    const losses = [fast, slow].map((run) => Array.from({ length: 6 }, () => run.advance()))
    losses[0].forEach((loss, i) => expect(loss).toBeCloseTo(losses[1][i], 2))
  })

  test('kept in half precision still answers', () => {
    const run = createRun(wasm, short)
    advance(run, 10)
    const names = run.corpus.people.slice(0, 4).map(({ name }) => name)
    const back = finishedRun(wasm, finished(run))
    const [whole, half] = [run, back].map(({ model, corpus }) => answersTo(model, corpus, names, 4))
    whole.forEach(({ probability }, i) => expect(half[i].probability).toBeCloseTo(probability, 1))
    expect(back.evaluations).toEqual(run.evaluations)
  })

  test('answers one by one as it does together, and its probabilities are those of a distribution', () => {
    const run = createRun(wasm, short)
    advance(run, 10)
    const names = run.corpus.people.slice(0, 5).map(({ name }) => name)
    const together = answersTo(run.model, run.corpus, names, 16)
    for (const [i, name] of names.entries()) {
      const [alone] = answersTo(run.model, run.corpus, [name], 16)
      expect(alone.text).toBe(together[i].text)
      for (const { best, probability } of alone.steps) {
        expect(best.map((each) => each.probability)).toEqual(
          best.map((each) => each.probability).toSorted((a, b) => b - a),
        )
        expect(best[0].probability).toBe(probability)
        expect(best.reduce((sum, each) => sum + each.probability, 0)).toBeLessThanOrEqual(1 + 1e-9)
      }
    }
    expect(() => answersTo(run.model, run.corpus, ['Zoë'], 16)).toThrow('The vocabulary has no “ë”.')
  })
})

describe('files that are no run', () => {
  const run = createRun(wasm, short)
  const file = (
    setting: unknown,
    progress: unknown = { step: 0, evaluations: [], pending: { sum: 0, count: 0 } },
  ) =>
    writeSafetensors(
      new Map([...run.model.parameters].map(([name, { shape, value }]) => [name, { shape, values: value }])),
      'F32',
      { setting: JSON.stringify(setting), progress: JSON.stringify(progress) },
    )

  test.each([
    ['another width', file(settingWith(short, { model: { width: 64 } })), /is \[.*\], expected \[/],
    ['a setting of nothing', file(null), 'The setting is not one of a run'],
    ['a model beyond bounds', file(settingWith(short, { model: { layers: 99 } })), 'model.layers'],
    [
      'an impossible model',
      file(settingWith(short, { model: { heads: 5 } })),
      'expected a multiple of heads',
    ],
    ['a strange progress', file(short, { step: -1 }), 'The progress within the file is not that of a run.'],
    [
      'too much progress',
      file(short, { step: 99, evaluations: [], pending: { sum: 0, count: 0 } }),
      'further than its own setting goes',
    ],
    ['only weights', writeSafetensors(new Map(), 'F32'), 'The file holds weights, and no setting of a run'],
  ])('%s', (_, bytes, reason) => {
    expect(() => finishedRun(wasm, bytes)).toThrow(reason)
  })
})

test('every preset is a setting', () => {
  for (const { variants } of presets)
    for (const { setting } of variants)
      expect(readSetting(JSON.parse(JSON.stringify(setting)))).toEqual({ setting })
})

test('what would not fit into memory is refused with its size', () => {
  const huge = settingWith(short, { model: { positions: 512, heads: 32 }, training: { rows: 256 } })
  expect(() => createRun(wasm, huge)).toThrow(/would take \d+ MB; at most 1000 MB/)
})

test('the rate rises, falls, and ends at a twentieth', () => {
  const rates = Array.from({ length: 100 }, (_, step) => schedule(step, 100))
  expect(Math.max(...rates)).toBe(1)
  expect(rates.indexOf(1)).toBe(4)
  expect(rates[0]).toBeCloseTo(0.2)
  expect(rates[99]).toBeCloseTo(0.05, 2)
  expect(rates.slice(5).every((rate, i) => rate <= rates[i + 4])).toBe(true)
})

test('guesses without a model', () => {
  const { people } = createCorpus(baseSetting.corpus)
  expect(londonAccuracy(people)).toBeCloseTo(4 / 72)
  expect(regionMajorityAccuracy(people)).toBeLessThan(0.25)
  expect(standardError(0.5, 72)).toBeCloseTo(0.0589, 4)
})

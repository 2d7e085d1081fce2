import { expect, test } from 'vitest'
import { createCorpus } from '../../src/knowledge/corpus/corpus'
import { CITIES } from '../../src/knowledge/corpus/places'
import { capacity, exposures } from '../../src/knowledge/experiments/capacity'
import { answerKind, calibration, nearestNames } from '../../src/knowledge/experiments/errors'
import { recall } from '../../src/knowledge/experiments/recall'
import { transplant } from '../../src/knowledge/experiments/transplant'
import { createRun } from '../../src/knowledge/training/run'
import { baseSetting, settingWith } from '../../src/knowledge/training/setting'
import { plainEngine } from './kernels'

const wasm = await plainEngine()
const corpus = createCorpus(baseSetting.corpus)

test('answers are sorted', () => {
  const [person] = corpus.people
  const mates = corpus.people.filter(({ group, id }) => group === person.group && id !== person.id)
  expect(answerKind(corpus, person, CITIES[person.city])).toBe('right')
  expect(answerKind(corpus, person, 'Atlantis')).toBe('none')
  const kinds = CITIES.map((city) => answerKind(corpus, person, city))
  expect(kinds.filter((kind) => kind === 'right').length).toBe(1)
  for (const { city } of mates) if (city !== person.city) expect(kinds[city]).toBe('mate')
  expect(nearestNames(corpus, person.name, 3)[0].name).toBe(person.name)
})

test('calibration leaves out bins of fewer than five', () => {
  const answers = Array.from({ length: 10 }, (_, i) => ({ probability: i < 6 ? 0.95 : 0.2, isRight: i < 3 }))
  const [bin, ...others] = calibration(answers)
  expect(others).toEqual([])
  expect(bin).toMatchObject({ from: 0.9, count: 6, accuracy: 0.5 })
  expect(bin.confidence).toBeCloseTo(0.95)
})

test('what has to be stored is a small part of what parameters hold', () => {
  const { needed, most, least } = capacity(baseSetting.corpus, 178_816)
  expect(needed).toBeCloseTo((144 * 4.1271) / Math.LN2, 0)
  expect(most).toBe(2 * least)
  expect(exposures(144, 16, 2400)).toBeCloseTo(266.7, 1)
})

test('associative recall reports from the first step to the last, and learns', () => {
  const setting = { seed: 1, pairs: 2, width: 16, attention: 'vanilla', steps: 60 } as const
  const points = [...recall(wasm, setting)].filter((point) => point !== undefined)
  expect(points.length).toBe(21)
  expect([points[0].step, points[20].step]).toEqual([0, 60])
  expect(points[20].loss).toBeLessThan(points[0].loss - 0.3)
  expect(points[20].accuracy).toBeGreaterThan(points[0].accuracy)
})

test('a transplant looks where its donor looks, and learns', () => {
  const setting = settingWith(baseSetting, {
    corpus: { people: 8 },
    model: { width: 16, heads: 2, mlp: 32, attention: 'synthesizer' },
    training: { pretrainSteps: 12 },
  })
  const donor = createRun(wasm, setting)
  const student = transplant(wasm, donor.model, donor.corpus, setting)
  const losses = Array.from({ length: 12 }, () => student.advance())
  expect(losses[11]).toBeLessThan(losses[0])
  expect(student.step).toBe(12)
  const tokens = Int32Array.of(3, 5, 8, 13)
  student.forward(tokens, { rows: 1, length: 4 })
  for (const [layer, { attention }] of student.model.blocks.entries())
    expect(attention.weights.slice(0, 32)).toEqual(donor.model.blocks[layer].attention.weights.slice(0, 32))
})

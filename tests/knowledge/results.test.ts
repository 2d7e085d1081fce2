import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findings, provenance } from '../../src/knowledge/training/findings'
import { type Result, readResults, scoreOf } from '../../src/knowledge/training/results'

const shipped: unknown = JSON.parse(readFileSync('public/lab/results.json', 'utf8'))
const results = (foreign: unknown = shipped) => {
  const read = readResults(foreign)
  if ('refused' in read) throw new Error(read.refused)
  return read.results
}

/** A finished run of 72 questions. */
function run(variant: Result['variant'], seed: number, right: number, placeLoss = 1): Result {
  const evaluation = { step: 1, epoch: 8, loss: 0, placeLoss, unseenLoss: 9, dev: right / 72, n: 72 }
  return {
    variant,
    seed,
    msPerStep: 30,
    engine: 'wasm',
    finished: '2026-11-27T08:15',
    evaluations: [
      { ...evaluation, phase: 'pretraining' },
      { ...evaluation, phase: 'finetuning' },
    ],
  }
}

const seed = (number: number, none: number, synthesizer: number, vanilla: number, losses = [1, 0.5]) => [
  run('unpretrained', number, none),
  run('synthesizer', number, synthesizer, losses[0]),
  run('vanilla', number, vanilla, losses[1]),
]

describe('results that ship', () => {
  test('are read, with counts and binomial errors', () => {
    const vanilla = results().find(({ variant, seed: own }) => variant === 'vanilla' && own === 1)!
    const { share, right, n, error } = scoreOf(vanilla)
    expect([right, n]).toEqual([40, 72])
    expect(error).toBeCloseTo(Math.sqrt((share * (1 - share)) / 72), 12)
  })

  test('say that the order holds in the mean and not on seed 2', () => {
    const said = findings(results()).join(' ')
    expect(said).toContain('In the mean of seeds 1, 2 and 3')
    expect(said).toContain('That is the order of the notes.')
    expect(said).toContain('On seed 2 the Synthesizer is ahead, 45.8 % against 37.5 %')
    expect(said).not.toContain('On seed 1 ')
    expect(provenance(results())).toMatch(/^10 runs, .*2026-11-27 .* UTC.*ms of one core a step\.$/)
  })

  test.each([
    ['no list', {}],
    ['an empty list', []],
    ['an unknown row', [{ ...run('vanilla', 1, 1), variant: 'other' }]],
    ['a share above 1', [{ ...run('vanilla', 1, 100) }]],
    ['no evaluation', [{ ...run('vanilla', 1, 1), evaluations: [] }]],
    ['a time that is none', [{ ...run('vanilla', 1, 1), finished: 'yesterday' }]],
  ])('are refused with the place where they are %s', (_, foreign) => {
    expect(readResults(foreign)).toEqual({ refused: expect.stringMatching(/: /) })
  })
})

describe('what results say follows from their numbers', () => {
  test('where vanilla is ahead on every seed', () => {
    const said = findings([...seed(1, 0, 20, 40), ...seed(2, 1, 10, 11)])
    expect(said[0]).toMatch(/^In the mean of seeds 1 and 2: .*That is the order of the notes\.$/)
    expect(said[1]).toBe('On every seed vanilla is ahead of the Synthesizer.')
    expect(said[2]).toContain('better on every seed')
  })

  test('where the Synthesizer is ahead in the mean, and the two are even once', () => {
    const said = findings([...seed(1, 0, 50, 30, [0.2, 0.4]), ...seed(2, 0, 9, 9)])
    expect(said[0]).toContain('That is not the order of the notes.')
    expect(said[1]).toContain('On seed 1 the Synthesizer is ahead, 69.4 % against 41.7 %: 27.8 points')
    expect(said[2]).toBe('On seed 2 the two are even, 12.5 % each.')
    expect(said[3]).toContain('better on 1 of 2 seeds')
  })

  test('where a row is missing nothing is said', () => {
    expect(findings([run('vanilla', 1, 40)])).toEqual([])
  })
})

import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { constructionOf } from '../../src/constructions'
import { paramsWith } from '../../src/constructions/construction'
import { initialParams } from '../../src/constructions/params'
import { totalVariation, twoHeadShareBins } from '../../src/core/gaussian/share-bins'
import { createRandom } from '../../src/core/random/random'
import { asProbabilities, initialPrediction, predictionFinding } from '../../src/questions/prediction'
import type { HistogramTask } from '../../src/questions/task'
import { writtenTaskOf, writtenTasks } from '../../src/questions/written'
import { proseProblem } from '../contract/typeset'

const DRAWS = 50_000

/** Weights by the definition, apart from the core. */
function weights(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const powers = scores.map((s) => Math.exp(s - top))
  const sum = powers.reduce((x, y) => x + y)
  return powers.map((x) => x / sum)
}

/** How shares of drawn keys fall into `bins` bins; `share` makes one from standard normals. */
function sampled(bins: number, share: (normal: () => number) => number): number[] {
  const random = createRandom(7)
  const counts = Array.from({ length: bins }, () => 0)
  for (let i = 0; i < DRAWS; i++)
    counts[Math.min(bins - 1, Math.floor(bins * share(() => random.normal())))]++
  return counts.map((count) => count / DRAWS)
}

/** Every probability within five standard errors of its frequency. */
function expectAgreement(truth: readonly number[], frequencies: readonly number[]): void {
  expect(truth.reduce((x, y) => x + y)).toBeCloseTo(1, 12)
  for (const [i, p] of truth.entries())
    expect(Math.abs(p - frequencies[i]), `bin ${i}`).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / DRAWS) + 1e-9)
}

const histogramOf = (id: string) => writtenTaskOf(id)?.prediction as HistogramTask

describe('the true histograms', () => {
  test('of one head: keys drawn whole, dotted with the query', () => {
    const [n, scale, variance] = [10, 10, 1e-3]
    const { truth } = histogramOf('c2')
    const frequencies = sampled(truth.length, (normal) => {
      const keys = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_entry, j) => {
          const sd = Math.sqrt(variance + (i === 0 && j === 0 ? 0.5 : 0))
          return (i === j ? 1 : 0) + sd * normal()
        }),
      )
      const [a, b] = weights(keys.map((key) => scale * (key[0] + key[1])))
      return a / (a + b)
    })
    expectAgreement(truth, frequencies)
  }, 120_000)

  test('of two heads is the one in the question', () => {
    expect(histogramOf('d2').truth).toEqual(twoHeadShareBins({ n: 10, scale: 10, normVariance: 0.5 }, 11))
  })
})

describe('every written question', () => {
  test('has an id of its own, and points with ids of their own', () => {
    expect(new Set(writtenTasks.map(({ id }) => id)).size).toBe(writtenTasks.length)
    for (const { points } of writtenTasks) {
      expect(points.length).toBeGreaterThanOrEqual(4)
      expect(new Set(points.map(({ id }) => id)).size).toBe(points.length)
    }
  })

  test('is prose whose formulas compile', () => {
    const texts = writtenTasks.flatMap(({ question, prediction, points }) => [
      question,
      prediction.ask,
      prediction.source,
      prediction.notice,
      ...points.map(({ prose }) => prose),
    ])
    expect(texts.flatMap((text) => proseProblem(text) ?? [])).toEqual([])
  })

  test('can be seen in a room whose controls reach its params', () => {
    for (const { room } of writtenTasks) {
      if (!room) continue
      const construction = constructionOf(room.construction)!
      const params = paramsWith(construction, initialParams(construction.params), room.params)
      expect(params).toMatchObject(room.params)
    }
  })

  test('states the figures that hold', () => {
    const prose = writtenTasks.flatMap(({ points }) => points.map((point) => point.prose)).join('\n')
    for (const figure of [
      '0.7071',
      '12.30\\,\\%',
      '7.865\\,\\%',
      '0.0218',
      '86.51\\,\\%',
      '92.14\\,\\%',
      '5 %',
    ])
      expect(prose).toContain(figure)
    expect(predictionFinding(writtenTaskOf('3b')!.prediction, [391])).toContain('so it is')
  })
})

describe('a prediction', () => {
  const heights = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 11, maxLength: 11 })

  test.prop([heights, heights, heights])(
    'is as far off as a distance: symmetric, at most 1, triangle',
    (x, y, z) => {
      const [p, q, r] = [x, y, z].map((all) => asProbabilities(all) ?? asProbabilities(all.map(() => 1))!)
      expect(totalVariation(p, p)).toBe(0)
      expect(totalVariation(p, q)).toBe(totalVariation(q, p))
      expect(totalVariation(p, q)).toBeLessThanOrEqual(1 + 1e-12)
      expect(totalVariation(p, r)).toBeLessThanOrEqual(totalVariation(p, q) + totalVariation(q, r) + 1e-12)
    },
  )

  test('says where it is too high and where too low', () => {
    const task = histogramOf('c2')
    const bell = [0, 0, 0, 10, 20, 40, 20, 10, 0, 0, 0]
    expect(predictionFinding(task, bell)).toMatch(
      /largest excess is from 0\.45 to 0\.55 \(40 % against 2 %\)/,
    )
    expect(predictionFinding(task, task.truth)).toContain('You knew.')
    expect(predictionFinding(task, [])).toBeUndefined()
    expect(
      predictionFinding(
        task,
        task.truth.map(() => 0),
      ),
    ).toBeUndefined()
    expect(initialPrediction(task)).toHaveLength(task.truth.length)
  })

  test('of a count says how far off it is', () => {
    const task = writtenTaskOf('3a')!.prediction
    expect(predictionFinding(task, [100])).toBe('You said 100 of 500; it is 457, 357 more.')
    expect(predictionFinding(task, [457])).toContain('so it is')
  })
})

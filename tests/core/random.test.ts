import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { normalCdf } from '../../src/core/laws/normal'
import { criticalDistance, histogram, kolmogorovDistance, sorted } from '../../src/core/laws/statistics'
import { createRandom } from '../../src/core/random/random'
import { SAFE_OFFSETS, STEP_WIDTHS } from '../../src/core/random/ziggurat'
import streams from '../reference/random.json'

const MILLION = 1_000_000
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

const draws = (count: number, draw: () => number) => Float64Array.from({ length: count }, draw)
const mean = (v: Float64Array) => v.reduce((sum, x) => sum + x, 0) / v.length

function normals(seed: number, count = MILLION): Float64Array {
  const target = new Float64Array(count)
  createRandom(seed).fillNormals(target)
  return target
}

const bell = (x: number) => Math.exp((-x * x) / 2)

/** The law of |Z| beyond 3.6. */
const tailLaw = (x: number) => 1 - normalCdf(-x) / normalCdf(-3.6)

/** Standardized: chi-square less its mean, over its standard deviation. */
function chiSquareScore(counts: readonly number[]): number {
  const expected = counts.reduce((sum, c) => sum + c, 0) / counts.length
  const square = counts.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0)
  return (square - (counts.length - 1)) / Math.sqrt(2 * (counts.length - 1))
}

/** √n times the correlation of neighbours: standard normal if there is none. */
function serialScore(v: Float64Array, lag: number): number {
  const centre = mean(v)
  const product = v.subarray(lag).reduce((sum, x, i) => sum + (x - centre) * (v[i] - centre), 0)
  const square = v.reduce((sum, x) => sum + (x - centre) ** 2, 0)
  return (product / square) * Math.sqrt(v.length)
}

/** Kolmogorov–Smirnov distance over its critical value at 1 %. */
const overCritical = (v: Float64Array, cdf: (x: number) => number) =>
  kolmogorovDistance(sorted(v), cdf) / criticalDistance(v.length, 0.01)

describe('one seed, one stream', () => {
  test.each(streams)('every bit agrees with the Python stream of seed $seed', (wanted) => {
    const random = createRandom(wanted.seed)
    expect(wanted.uniforms.map(() => random.uniform())).toEqual(wanted.uniforms)
    expect(wanted.dice.map(() => random.integer(1, 6))).toEqual(wanted.dice)
    expect(wanted.wide.map(() => random.integer(-(2 ** 52), 2 ** 52 - 1))).toEqual(wanted.wide)
    const all = draws(20_000, () => random.normal())
    expect([...all.subarray(0, 100)]).toEqual(wanted.normals)
    expect([...all.entries()].filter(([, x]) => Math.abs(x) > 3.6541528853610088)).toEqual(wanted.far)
    expect(all.at(-1)).toBe(wanted.last)
  })

  test.prop([seeds, fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 8 })])(
    'filling takes what single draws take',
    (seed, lengths) => {
      const [one, other] = [createRandom(seed), createRandom(seed)]
      for (const length of lengths) {
        const filled = new Float64Array(length)
        one.fillNormals(filled)
        expect(filled).toEqual(draws(length, () => other.normal()))
        expect(one.uniform()).toBe(other.uniform())
      }
    },
  )

  test('first draws of neighbouring seeds are as unrelated as draws of one stream', () => {
    for (const draw of ['uniform', 'normal'] as const) {
      const firsts = Float64Array.from({ length: 20_000 }, (_, seed) => createRandom(seed)[draw]())
      expect(overCritical(firsts, draw === 'uniform' ? (x) => x : normalCdf)).toBeLessThan(1)
      for (const lag of [1, 2, 16]) expect(Math.abs(serialScore(firsts, lag))).toBeLessThan(3.3)
    }
  })

  test.each([-1, 0.5, 2 ** 32, NaN, Infinity])('seed %s is refused', (seed) => {
    expect(() => createRandom(seed)).toThrow(
      `createRandom: expected a whole seed from 0 to 2³² − 1, got ${seed}`,
    )
  })
})

describe('uniform', () => {
  const random = createRandom(11)
  const sample = draws(MILLION, () => random.uniform())

  test('fills [0, 1) evenly, with 53 bits', () => {
    expect(sample.every((x) => x >= 0 && x < 1 && Number.isInteger(x * 2 ** 53))).toBe(true)
    expect(sample.filter((x) => (x * 2 ** 53) % 2 === 1).length / MILLION).toBeCloseTo(0.5, 2)
    expect(Math.abs(chiSquareScore(histogram(sample, 0, 1, 1000)))).toBeLessThan(3.3)
    expect(overCritical(sample, (x) => x)).toBeLessThan(1)
  })

  test('the lower digits are even too', () => {
    const lower = sample.map((x) => (x * 2 ** 30) % 1)
    expect(Math.abs(chiSquareScore(histogram(lower, 0, 1, 1000)))).toBeLessThan(3.3)
  })

  test.each([1, 2, 3, 7, 128])('draws %i apart are uncorrelated', (lag) => {
    expect(Math.abs(serialScore(sample, lag))).toBeLessThan(3.3)
  })
})

describe('integer', () => {
  const bounds = fc
    .tuple(fc.maxSafeInteger(), fc.maxSafeInteger())
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])

  test.prop([seeds, bounds.filter(([a, b]) => b - a < 2 ** 53)])('stays in its range', (seed, [min, max]) => {
    const drawn = createRandom(seed).integer(min, max)
    expect(Number.isSafeInteger(drawn) && drawn >= min && drawn <= max).toBe(true)
  })

  test.each([2, 6, 7, 1000])('%i numbers are equally likely', (count) => {
    const random = createRandom(5)
    const sample = draws(200_000, () => random.integer(-3, count - 4))
    expect(Math.abs(chiSquareScore(histogram(sample, -3.5, count - 3.5, count)))).toBeLessThan(3.3)
  })

  test('a range that does not divide 2⁵³ is not folded', () => {
    // Three quarters of 2⁵³: folding would draw the lower third twice as often.
    const random = createRandom(8)
    const sample = draws(100_000, () => random.integer(0, 0.75 * 2 ** 53 - 1))
    expect(Math.abs(chiSquareScore(histogram(sample, 0, 0.75 * 2 ** 53, 3)))).toBeLessThan(3.3)
  })

  test.each([
    [2, 1],
    [0.5, 1],
    [0, NaN],
    [0, 2 ** 53],
    [-(2 ** 53) + 1, 2 ** 53 - 1],
  ])('%d … %d is refused', (min, max) => {
    expect(() => createRandom(1).integer(min, max)).toThrow(
      new RangeError(`integer: expected safe integers min ≤ max, at most 2⁵³ of them, got ${min} and ${max}`),
    )
  })
})

describe('normal', () => {
  const sample = normals(2024)

  test('follows Φ', () => {
    expect(overCritical(sample, normalCdf)).toBeLessThan(1)
  })

  test('fills intervals of one probability evenly', () => {
    const levels = normals(77, 2 * MILLION).map(normalCdf)
    expect(Math.abs(chiSquareScore(histogram(levels, 0, 1, 1024)))).toBeLessThan(3.3)
  })

  test('has the moments 0, 1, 0, 3, 0, 15', () => {
    const wanted = [0, 1, 0, 3, 0, 15]
    const variances = [1, 2, 15, 96, 945, 10170]
    let power = sample
    for (const [i, moment] of wanted.entries()) {
      const error = mean(power) - moment
      expect(Math.abs(error) / Math.sqrt(variances[i] / MILLION), `moment ${i + 1}`).toBeLessThan(3.3)
      power = power.map((x, k) => x * sample[k])
    }
  })

  test('has the tails of the bell, in mass and in shape', () => {
    const tail: number[] = []
    const random = createRandom(31)
    const batch = new Float64Array(MILLION)
    for (let k = 0; k < 4; k++) {
      random.fillNormals(batch)
      for (const x of batch) if (Math.abs(x) > 3.6) tail.push(x)
    }
    const beyond = (edge: number) => tail.filter((x) => Math.abs(x) > edge).length
    for (const edge of [3.6, 3.6541528853610088, 4, 4.5]) {
      const expected = 8 * MILLION * normalCdf(-edge)
      expect(Math.abs(beyond(edge) - expected) / Math.sqrt(expected), `${edge}`).toBeLessThan(3.3)
    }
    expect(overCritical(Float64Array.from(tail, Math.abs), tailLaw)).toBeLessThan(1)
    expect(
      Math.abs(tail.filter((x) => x > 0).length - tail.length / 2) / Math.sqrt(tail.length / 4),
    ).toBeLessThan(3.3)
  })

  test.each([1, 2, 3, 7, 128])('draws %i apart are uncorrelated, and so are their sizes', (lag) => {
    expect(Math.abs(serialScore(sample, lag))).toBeLessThan(3.3)
    expect(Math.abs(serialScore(sample.map(Math.abs), lag))).toBeLessThan(3.3)
  })
})

describe('the ziggurat', () => {
  const edges = [...STEP_WIDTHS].map((width) => width * 2 ** 52)

  test('all 256 strips have one area', () => {
    const area = edges[1] * bell(edges[1]) + Math.sqrt(2 * Math.PI) * normalCdf(-edges[1])
    expect(edges[0] * bell(edges[1])).toBeCloseTo(area, 15)
    for (let i = 1; i < 256; i++)
      expect(edges[i] * (bell(edges[i + 1] ?? 0) - bell(edges[i])), `strip ${i}`).toBeCloseTo(area, 13)
  })

  test('an offset is safe up to the edge of the next strip', () => {
    for (let i = 0; i < 255; i++) expect(SAFE_OFFSETS[i] * STEP_WIDTHS[i]).toBeCloseTo(edges[i + 1], 14)
    expect(SAFE_OFFSETS[255]).toBe(0)
  })
})

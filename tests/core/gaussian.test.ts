import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { multiHeadAttention } from '../../src/core/attention/attention'
import { expBelowZero, softmaxInto } from '../../src/core/attention/flat-softmax'
import { softmax } from '../../src/core/attention/softmax'
import { type DrawColumns, drawColumns, GaussianSampler } from '../../src/core/gaussian/gaussian'
import type { GaussianQuery, GaussianSetting } from '../../src/core/gaussian/gaussian-setting'
import { criticalDistance, sorted, twoSampleDistance } from '../../src/core/laws/statistics'
import { gramFactor } from '../../src/core/linear/gram-factor'
import { add, basis, dot, type Matrix, norm, scaled, sum, type Vector } from '../../src/core/linear/linalg'
import { drawOrthonormalBasis } from '../../src/core/linear/orthonormal'
import { createRandom, type Random } from '../../src/core/random/random'

const notes: GaussianSetting = {
  n: 10,
  keyVariance: 0.001,
  normVariance: 0.5,
  queries: [{ wanted: [10, 10], others: 0 }],
}

const query = (m: number) =>
  fc.record<GaussianQuery>({
    wanted: fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: m, maxLength: m }),
    others: fc.oneof(fc.constant(0), fc.double({ min: -3, max: 3, noNaN: true })),
  })

const settings = fc
  .record({ m: fc.integer({ min: 1, max: 4 }), more: fc.integer({ min: 0, max: 8 }) })
  .chain(({ m, more }) =>
    fc.record<GaussianSetting>({
      n: fc.constant(m + more),
      keyVariance: fc.oneof(fc.constant(0), fc.double({ min: 1e-8, max: 0.5, noNaN: true })),
      normVariance: fc.oneof(fc.constant(0), fc.double({ min: 1e-8, max: 2, noNaN: true })),
      queries: fc.array(query(m), { minLength: 1, maxLength: 4 }),
    }),
  )

/** The numbers that both samplers are compared by. */
const STATISTICS = ['along', 'score of a', 'score of the last', 'weight of a', 'leak', 'error'] as const

/** The oracle: keys drawn coordinate by coordinate in R^d, attention as the notes write it. */
function inSpace(setting: GaussianSetting, d: number, random: Random): () => number[] {
  const { n, keyVariance, normVariance, queries } = setting
  const m = queries[0].wanted.length
  const means = drawOrthonormalBasis(n, d, random)
  const vectors = queries.map(({ wanted, others }) =>
    means.reduce<Vector>((q, mean, i) => add(q, scaled(mean, wanted[i] ?? others)), scaled(means[0], 0)),
  )
  const values = means.map((_, i) => basis(i, n))
  const target = values[0].map((_, i) => (i < m ? 1 / m : 0))
  return () => {
    const keys: Matrix = means.map((mean, i) => {
      const noise = mean.map(() => Math.sqrt(keyVariance) * random.normal())
      const along = i === 0 ? Math.sqrt(normVariance) * random.normal() : 0
      return add(add(mean, noise), scaled(mean, along))
    })
    const { heads, output } = multiHeadAttention(vectors, keys, values)
    const { scores, weights } = heads.at(-1)!
    return [
      dot(keys[0], means[0]),
      scores[0],
      scores.at(-1)!,
      weights[0],
      sum(weights.slice(m)),
      sum(output.map((x, i) => (x - target[i]) ** 2)),
    ]
  }
}

function byProjections(setting: GaussianSetting, seed: number): () => number[] {
  const sampler = new GaussianSampler(setting, seed)
  const last = (setting.queries.length - 1) * setting.n
  return () => {
    sampler.draw()
    const { projections, scores, weights } = sampler
    const leak = sampler.leakOf(setting.queries.length - 1)
    return [projections[0], scores[last], scores.at(-1)!, weights[last], leak, sampler.error()]
  }
}

describe('projections have the law of keys in d dimensions', () => {
  const Q = 6
  const heads = {
    'the notes’ query': [{ wanted: [Q, Q], others: 0 }],
    'pushing the others away': [{ wanted: [Q, Q], others: -Q / 2 }],
    'others alone': [{ wanted: [0, 0], others: -Q }],
    'two heads': [
      { wanted: [Q, 0], others: 0 },
      { wanted: [0, Q], others: 0 },
    ],
    'two heads that push': [
      { wanted: [Q, -Q], others: -Q },
      { wanted: [-Q, Q], others: -Q },
    ],
    'identical heads': [
      { wanted: [Q, Q], others: 0 },
      { wanted: [Q, Q], others: 0 },
    ],
    'three heads, three keys': [
      { wanted: [Q, 0, 0], others: 0.5 },
      { wanted: [0, Q, 0], others: 0 },
      { wanted: [0, 1, Q], others: -1 },
    ],
    'more heads than directions': [1, 2, 3, 4].map((k) => ({ wanted: [Q / k, k], others: -k / 4 })),
    'one key of one': [{ wanted: [Q], others: 0 }],
    'no other key': [{ wanted: [Q, Q], others: 0 }],
  } satisfies Record<string, GaussianQuery[]>
  const cases = Object.entries(heads).flatMap(([name, queries], k) =>
    [0, 1].map((again) => {
      const n = name === 'no other key' ? 2 : queries[0].wanted.length + 1 + k + 2 * again
      const [keyVariance, normVariance] = again === 0 ? [0.05, 0.5] : [0.01, k % 2]
      return {
        name,
        n,
        d: n + 3 * again,
        setting: { n, keyVariance, normVariance, queries },
        seed: 10 * k + again,
      }
    }),
  )

  test.each(cases)('$name, n = $n, d = $d', ({ setting, d, seed }) => {
    const count = 2500
    const samplers = [byProjections(setting, seed), inSpace(setting, d, createRandom(seed + 1000))]
    const [ours, theirs] = samplers.map((next) => Array.from({ length: count }, next))
    for (const [k, name] of STATISTICS.entries()) {
      const column = (rows: number[][]) => sorted(Float64Array.from(rows, (row) => row[k]))
      const distance = twoSampleDistance(column(ours), column(theirs))
      // 120 distances are compared, so each may exceed its bound with probability 1e−4.
      if (setting.n > setting.queries[0].wanted.length || !['leak', 'score of the last'].includes(name))
        expect(distance, name).toBeLessThan(criticalDistance(count / 2, 1e-4))
    }
  })
})

function rowOf(
  { along, scores, weights, leaks, errors }: DrawColumns,
  row: number,
  m: number,
  heads: number,
): number[] {
  const cells = (column: Float64Array, width: number) => [...column.subarray(row * width, (row + 1) * width)]
  return [
    ...cells(along, m),
    ...[scores, weights].flatMap((c) => cells(c, m * heads)),
    ...cells(leaks, heads),
    errors[row],
  ]
}

describe('one seed, one stream', () => {
  test('draws have the same bits on every machine', () => {
    const sampler = new GaussianSampler(notes, 224)
    const integers = Array.from({ length: 4 }, () => {
      sampler.draw()
      return [sampler.projections[0], sampler.weights[0]].map((x) => Math.floor(x * 2 ** 52))
    })
    expect(integers).toEqual([
      [-169230426037799, 60019834564],
      [198746379024717, 191985057691],
      [6157706246761144, 4441564554505606],
      [4735891884395561, 2487097666211663],
    ])
  })

  test.prop([settings, fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 1500 })])(
    'a seek leads to what draw after draw leads to',
    (setting, seed, index) => {
      const [walking, jumping] = [new GaussianSampler(setting, seed), new GaussianSampler(setting, seed)]
      for (let k = 0; k <= index; k++) walking.draw()
      jumping.seek(index)
      jumping.draw()
      expect(jumping.index).toBe(walking.index)
      expect(jumping.projections).toEqual(walking.projections)
      expect(jumping.weights).toEqual(walking.weights)
      walking.draw()
      jumping.draw()
      expect(jumping.weights).toEqual(walking.weights)
    },
  )

  test.prop([settings, fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 4 })])(
    'batches hold what single draws hold',
    (setting, counts) => {
      const [batches, steps] = [new GaussianSampler(setting, 5), new GaussianSampler(setting, 5)]
      const { n, queries } = setting
      const m = queries[0].wanted.length
      for (const count of counts) {
        const columns = drawColumns(setting, count)
        batches.fill(columns)
        for (let row = 0; row < count; row++) {
          steps.draw()
          const { projections, scores, weights, directions } = steps
          const ofWanted = (all: Float64Array) =>
            queries.flatMap((_, h) => [...all.subarray(h * n, h * n + m)])
          expect(rowOf(columns, row, m, queries.length)).toEqual([
            ...queries[0].wanted.map((_, i) => projections[i * directions + i]),
            ...ofWanted(scores),
            ...ofWanted(weights),
            ...queries.map((_, h) => steps.leakOf(h)),
            steps.error(),
          ])
        }
      }
    },
  )

  test('blocks of one seed and of its neighbours are different', () => {
    const firsts = [0, 1, 2, 3].flatMap((seed) => {
      const sampler = new GaussianSampler(notes, seed)
      return Array.from({ length: 500 }, (_, block) => {
        sampler.seek(256 * block)
        sampler.draw()
        return sampler.projections[0]
      })
    })
    expect(new Set(firsts).size).toBe(2000)
  })
})

test('scores of different keys are independent', () => {
  const [n, count] = [4, 20_000]
  const queries = [
    { wanted: [1, 0.5], others: 1 },
    { wanted: [0.5, -1], others: 2 },
  ]
  const sampler = new GaussianSampler({ n, keyVariance: 1, normVariance: 0.5, queries }, 12)
  const draws = Array.from({ length: count }, () => {
    sampler.draw()
    return [...sampler.scores]
  })
  const columns = draws[0].map((_, k) => {
    const column = draws.map((scores) => scores[k])
    const middle = sum(column) / count
    const centred = column.map((x) => x - middle)
    return scaled(centred, 1 / norm(centred))
  })
  for (const [i, one] of columns.entries()) {
    for (const [j, other] of columns.entries()) {
      if (i % n !== j % n)
        expect(Math.abs(dot(one, other)) * Math.sqrt(count), `${i} and ${j}`).toBeLessThan(4.5)
    }
  }
})

test.prop([settings])(
  'weights are the softmax of the scores, the error that of orthonormal values',
  (setting) => {
    const sampler = new GaussianSampler(setting, 9)
    sampler.draw()
    const { n, queries } = setting
    const m = queries[0].wanted.length
    const output = Array.from({ length: n }, () => 0)
    for (let h = 0; h < queries.length; h++) {
      const weights = softmax([...sampler.scores.subarray(h * n, (h + 1) * n)])
      for (const [i, weight] of weights.entries()) {
        expect(Math.abs(sampler.weights[h * n + i] - weight)).toBeLessThanOrEqual(2e-15 * weight + 1e-300)
        output[i] += weight / queries.length
      }
    }
    const error = sum(output.map((c, i) => (c - (i < m ? 1 / m : 0)) ** 2))
    expect(sampler.error()).toBeCloseTo(error, 14)
  },
)

describe('the edges', () => {
  const withQueries = (queries: GaussianQuery[]): GaussianSetting => ({ ...notes, queries })

  test('without variance every draw is the mean', () => {
    const sampler = new GaussianSampler({ ...notes, keyVariance: 0, normVariance: 0 }, 1)
    for (let k = 0; k < 3; k++) {
      sampler.draw()
      expect([...sampler.scores]).toEqual([10, 10, 0, 0, 0, 0, 0, 0, 0, 0])
      expect(sampler.weights[0]).toBe(sampler.weights[1])
    }
  })

  test('a query of nothing but other keys, of which there are none, gives equal weights', () => {
    const sampler = new GaussianSampler({ ...withQueries([{ wanted: [0, 0], others: -10 }]), n: 2 }, 1)
    sampler.draw()
    expect([...sampler.weights]).toEqual([0.5, 0.5])
    expect(sampler.error()).toBe(0)
  })

  test('an error far smaller than the weights keeps its digits', () => {
    const difference = 1e-9
    const wanted = [0, difference]
    const sampler = new GaussianSampler(
      { n: 2, keyVariance: 0, normVariance: 0, queries: [{ wanted, others: 0 }] },
      1,
    )
    sampler.draw()
    // ½(α_a − α_b)² of the two weights, which differ by tanh of half their scores' difference.
    expect(sampler.error() / (Math.tanh(difference / 2) ** 2 / 2)).toBeCloseTo(1, 6)
  })

  test('a scale of 1000 and a variance of 2 stay finite', () => {
    const sampler = new GaussianSampler(
      { ...withQueries([{ wanted: [1000, 1000], others: -1000 }]), normVariance: 2 },
      3,
    )
    for (let k = 0; k < 1000; k++) {
      sampler.draw()
      expect(sum([...sampler.weights])).toBeCloseTo(1, 12)
    }
  })

  test('the error does not vanish in the rounding of the weights', () => {
    const sampler = new GaussianSampler(
      { ...withQueries([{ wanted: [40, 40], others: 0 }]), keyVariance: 0, normVariance: 0 },
      1,
    )
    sampler.draw()
    const leak = 4 * Math.exp(-40)
    expect(sampler.error() / (leak ** 2 / 2 + leak ** 2 / 8)).toBeCloseTo(1, 12)
  })

  test.each([
    [{ d: 9 }, 'a whole dimension ≥ 10, got 9'],
    [{ n: 1 }, 'a whole number of keys ≥ 2, got 1'],
    [{ n: 2.5 }, 'a whole number of keys ≥ 2, got 2.5'],
    [{ keyVariance: -1 }, 'a finite keyVariance ≥ 0, got -1'],
    [{ keyVariance: Number.NaN }, 'a finite keyVariance ≥ 0, got NaN'],
    [{ normVariance: Infinity }, 'a finite normVariance ≥ 0, got Infinity'],
    [{ queries: [] }, 'a whole number of queries ≥ 1, got 0'],
    [{ queries: [{ wanted: [], others: 0 }] }, 'a whole number of wanted keys ≥ 1, got 0'],
    [{ queries: [...notes.queries, { wanted: [1], others: 0 }] }, '2 coefficients of wanted keys, got 1'],
    [{ queries: [{ wanted: [1, NaN], others: 0 }] }, 'finite numbers, got NaN at index 1'],
    [{ queries: [{ wanted: [1, 1], others: Infinity }] }, 'a finite coefficient of the others, got Infinity'],
  ])('%o is refused', (wrong, message) => {
    expect(() => new GaussianSampler({ ...notes, ...wrong }, 1)).toThrow(
      `GaussianSampler: expected ${message}`,
    )
  })

  test.each([-1, 0.5, 2 ** 40, NaN])('draw %s is refused', (index) => {
    expect(() => new GaussianSampler(notes, 1).seek(index)).toThrow(
      `seek: expected a whole index from 0 to 2⁴⁰ − 1, got ${index}`,
    )
  })
})

describe('gramFactor', () => {
  const rows = fc.integer({ min: 1, max: 5 }).chain((width) =>
    fc.array(
      fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: width, maxLength: width }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )

  test.prop([rows])('its products are those of the rows', (w) => {
    const factor = gramFactor(w)
    for (const [i, a] of w.entries()) {
      for (const [j, b] of w.entries()) {
        const size = norm(a) * norm(b)
        expect(Math.abs(dot(factor[i], factor[j]) - dot(a, b))).toBeLessThanOrEqual(1e-12 * size + 1e-300)
      }
    }
  })

  test.each([
    [[[3, 4]], 1],
    [[[0, 0]], 0],
    [
      [
        [1, 1, 0],
        [1, 1, 0],
      ],
      1,
    ],
    [
      [
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
      ],
      2,
    ],
    [
      [
        [1, 0],
        [1, 1e-9],
      ],
      2,
    ],
    [
      [
        [1e-200, 0],
        [0, 1e200],
      ],
      2,
    ],
  ])('%j has rank %i', (w, rank) => {
    expect(gramFactor(w)[0]).toHaveLength(rank)
  })
})

describe('softmaxInto', () => {
  test.prop([fc.array(fc.double({ min: -1e308, max: 1e308, noNaN: true }), { minLength: 1, maxLength: 50 })])(
    'is the softmax',
    (scores) => {
      const weights = new Float64Array(scores.length + 2)
      softmaxInto(weights, Float64Array.from([7, ...scores, 7]), 1, scores.length + 1)
      for (const [i, weight] of softmax(scores).entries())
        expect(Math.abs(weights[i + 1] - weight)).toBeLessThanOrEqual(2e-15 * weight + 1e-306)
      expect([weights[0], weights.at(-1)]).toEqual([0, 0])
    },
  )

  test.prop([fc.integer({ min: 1, max: 1000 })])('n equal scores weigh exactly 1/n', (n) => {
    const weights = new Float64Array(n)
    softmaxInto(weights, new Float64Array(n).fill(-3.7), 0, n)
    expect(weights.every((weight) => weight === 1 / n)).toBe(true)
  })

  test.prop([fc.double({ min: -708, max: 0, noNaN: true })])('its exponential is exp', (x) => {
    expect(Math.abs(expBelowZero(x) / Math.exp(x) - 1)).toBeLessThanOrEqual(6e-16)
  })

  test('its exponential ends in 0', () => {
    expect([0, -0, -745.2, -1e308, -Infinity].map(expBelowZero)).toEqual([1, 1, 0, 0, 0])
  })
})

import { randomNormal } from 'd3'
import { drawColumns, GaussianSampler } from '../../src/core/gaussian/gaussian'
import type { GaussianSetting } from '../../src/core/gaussian/gaussian-setting'
import { type HeadParams, headSetting } from '../../src/core/heads/head-designs'
import { HeadTally } from '../../src/core/heads/head-tally'
import { createRandom } from '../../src/core/random/random'
import { type Clock, type Contestant, race } from './measure'

const N = 100
const D = 100
const SCALE = 10
const ALPHA = 0.001

const oneQuery: GaussianSetting = {
  n: N,
  d: D,
  keyVariance: ALPHA,
  normVariance: 0.5,
  queries: [{ wanted: [SCALE, SCALE], others: 0 }],
}

const twoHeads: GaussianSetting = {
  n: 10,
  keyVariance: ALPHA,
  normVariance: 0.5,
  queries: [
    { wanted: [SCALE, 0], others: 0 },
    { wanted: [0, SCALE], others: 0 },
  ],
}

/** The sampler's projections, scores and weights: what the others compute too. */
function drawn(name: string, setting: GaussianSetting, units: number): Contestant {
  const ours = new GaussianSampler(setting, 1)
  const run = () => {
    for (let unit = 0; unit < units; unit++) ours.draw()
  }
  return { name, units, run }
}

/** The same, and what the rooms count beside: leaks and errors, kept in columns. */
function kept(name: string, setting: GaussianSetting, units: number): Contestant {
  const ours = new GaussianSampler(setting, 1)
  const columns = drawColumns(setting, units)
  return { name, units, run: () => ours.fill(columns) }
}

/** What the room of several heads does with a draw: every design counted, in n = 10 keys. */
function counted(name: string, units: number): Contestant {
  const params: HeadParams = { n: 10, heads: 2, scale: SCALE, push: 2, keyVariance: ALPHA, normVariance: 0.5 }
  const ours = new GaussianSampler(headSetting(params), 1)
  const tally = new HeadTally(params)
  return { name, units, run: () => tally.add(ours, units) }
}

/** Weights in place of scores, as anybody would write it. */
function softmaxInPlace(scores: Float64Array): void {
  let peak = -Infinity
  for (const score of scores) peak = Math.max(peak, score)
  let total = 0
  for (let i = 0; i < scores.length; i++) {
    scores[i] = Math.exp(scores[i] - peak)
    total += scores[i]
  }
  for (let i = 0; i < scores.length; i++) scores[i] /= total
}

/** Every key drawn coordinate by coordinate, from the same normals. */
function inSpace(units: number): Contestant {
  const random = createRandom(1)
  const normals = new Float64Array(N * D)
  const query = Float64Array.from({ length: D }, (_, j) => (j < 2 ? SCALE : 0))
  const scores = new Float64Array(N)
  const run = () => {
    for (let unit = 0; unit < units; unit++) {
      random.fillNormals(normals)
      normals[0] *= Math.sqrt((ALPHA + 0.5) / ALPHA)
      for (let i = 0; i < N; i++) {
        let score = 0
        for (let j = 0; j < D; j++)
          score += query[j] * ((i === j ? 1 : 0) + Math.sqrt(ALPHA) * normals[i * D + j])
        scores[i] = score
      }
      softmaxInPlace(scores)
    }
  }
  return { name: 'd-dimensional, the same normals', units, run }
}

/** The projections alone, drawn by d3-random from its usual source. */
function byD3(units: number): Contestant {
  const normal = randomNormal()
  const scores = new Float64Array(N)
  const spread = Math.sqrt(ALPHA)
  const run = () => {
    for (let unit = 0; unit < units; unit++) {
      const along = 1 + Math.sqrt(ALPHA + 0.5) * normal()
      scores[0] = SCALE * (along + spread * normal())
      scores[1] = SCALE * (1 + spread * normal() + spread * normal())
      for (let i = 2; i < N; i++) scores[i] = SCALE * Math.SQRT2 * spread * normal()
      softmaxInPlace(scores)
    }
  }
  return { name: 'projections by d3-random', units, run }
}

/** Standard normal draws, a buffer at a time. */
function normalsBy(name: string, fill: (target: Float64Array) => void): Contestant {
  const target = new Float64Array(100_000)
  return { name, units: target.length, run: () => fill(target) }
}

function filledByD3(): Contestant {
  const normal = randomNormal()
  return normalsBy('a normal by d3-random', (target) => {
    for (let i = 0; i < target.length; i++) target[i] = normal()
  })
}

/** Draws of Gaussian keys: ours, key by key in d dimensions, and by d3-random, in one run. */
export function benchGaussian(now: Clock): string[] {
  const contestants = [
    drawn('ours, one query, n = d = 100', oneQuery, 20_000),
    inSpace(400),
    byD3(20_000),
    drawn('ours, two heads, n = 10', twoHeads, 100_000),
    kept('the same, with errors kept', twoHeads, 100_000),
    counted('the same, four designs counted', 50_000),
    filledByD3(),
    normalsBy('a normal, the same bits everywhere', (target) => createRandom(1).fillNormals(target)),
  ]
  const times = race(contestants, 7, now)
  const [ours, naive, d3, heads] = times
  const [normalByD3, normal] = times.slice(-2)
  return [
    ...contestants.map(({ name }, i) => `${name.padEnd(34)} ${times[i].toFixed(3).padStart(9)} µs a draw`),
    `${(naive / ours).toFixed(1)} times faster than d-dimensional (target 50)`,
    `${(d3 / ours).toFixed(1)} times faster than d3-random on projections (target 2.5)`,
    `${(1 / normal).toFixed(0)} million normals a second, ${(normalByD3 / normal).toFixed(1)} times as many as d3-random`,
    `${(1 / ours).toFixed(2)} million draws of 100 keys a second, ${(1 / heads).toFixed(2)} million of two heads`,
    `1 000 000 draws of two heads: ${heads.toFixed(2)} s on one core (target 1)`,
  ]
}

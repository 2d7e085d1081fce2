import { singleKey } from '../../src/constructions/single-key/single-key'
import type { Selection } from '../../src/constructions/single-key/single-key.model'
import { logSum, logWeightsOf } from './numbers'
import { sweep } from './sweep'

type Point = readonly [x: number, y: number]

/** Coordinates in steps of 1e−4, whole: where three keys lie on a line is then decided exactly. */
const onGrid = (key: readonly number[]): Point => [Math.round(key[0] * 1e4), Math.round(key[1] * 1e4)]

const cross = (o: Point, a: Point, b: Point) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])

function isOnSegment(p: Point, a: Point, b: Point): boolean {
  const isBetween = (axis: 0 | 1) =>
    p[axis] >= Math.min(a[axis], b[axis]) && p[axis] <= Math.max(a[axis], b[axis])
  return cross(a, b, p) === 0 && isBetween(0) && isBetween(1)
}

function isInTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const sides = [cross(a, b, p), cross(b, c, p), cross(c, a, p)]
  if (sides.every((side) => side > 0) || sides.every((side) => side < 0)) return true
  return isOnSegment(p, a, b) || isOnSegment(p, b, c) || isOnSegment(p, c, a)
}

/** Whether `p` is a mixture of the others: by Carathéodory, of three of them. */
const isMixture = (p: Point, others: readonly Point[]) =>
  others.some((a) => others.some((b) => others.some((c) => isInTriangle(p, a, b, c))))

function distanceToSegment(p: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / square
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy)
}

/** Numbers of the keys that a line through key j leaves all others on one side of; of one point, the only two at a corner. */
function partnersOn(grid: readonly Point[], j: number): number[] {
  return grid.flatMap((key, i) => {
    const others = grid.filter((_, l) => l !== i && l !== j)
    if (i === j) return []
    if (key[0] === grid[j][0] && key[1] === grid[j][1]) return isMixture(key, others) ? [] : [i + 1]
    const sides = others.map((other) => Math.sign(cross(grid[j], key, other)))
    return sides.every((side) => side === sides[0] && side !== 0) ? [i + 1] : []
  })
}

/** `ln |∂αᵢ/∂s_l|` for every i and l, and the largest of them. */
function largestDerivative(logWeights: readonly number[]): number {
  const rest = (i: number) => logSum(logWeights.filter((_, l) => l !== i))
  return Math.max(...logWeights.flatMap((a, i) => logWeights.map((b, l) => a + (i === l ? rest(i) : b))))
}

function facts({ keys, query, scale, target: number, epsilon }: Selection) {
  const target = number - 1
  const [[x, y]] = query
  const scores = keys.map((key) => scale * (key[0] * x + key[1] * y))
  const size = Math.max(1, ...scores.map(Math.abs))
  const others = scores.flatMap((_, i) => (i === target ? [] : [i]))
  const best = Math.max(...others.map((i) => scores[i]))
  const margin = scores[target] - best
  const logWeights = logWeightsOf(scores)
  const logLeak = logSum(others.map((i) => logWeights[i]))
  const values = keys.map((_, i) =>
    [2 * Math.PI * (i / keys.length)].flatMap((t) => [Math.sin(t), Math.cos(t)]),
  )
  const away = others.map((i) => [0, 1].map((axis) => values[i][axis] - values[target][axis]))
  const pull = [0, 1].map((axis) =>
    others.reduce((sum, i, place) => sum + Math.exp(logWeights[i] - logLeak) * away[place][axis], 0),
  )
  const grid = keys.map(onGrid)
  const rivals = others.map((i) => grid[i])
  const isCorner = !isMixture(grid[target], rivals)
  const reach =
    Math.min(...rivals.flatMap((a) => rivals.map((b) => distanceToSegment(grid[target], a, b)))) / 1e4
  return {
    n: keys.length,
    target,
    scores,
    margin: { value: margin, within: 1e-12 * size },
    runnersUp: others.filter((i) => scores[i] >= best - 1e-12 * size).map((i) => i + 1),
    logWeights,
    logLeak,
    logDistance: logLeak + Math.log(Math.hypot(...pull)),
    logMost: logLeak + Math.log(Math.max(...away.map(([dx, dy]) => Math.hypot(dx, dy)))),
    partners: partnersOn(grid, target),
    isCorner,
    attainable: isCorner ? reach : 0,
    length: Math.hypot(scale * x, scale * y),
    enough: Math.log(keys.length - 1) + Math.log1p(-epsilon) - Math.log(epsilon),
    needed: Math.log1p(-epsilon) - Math.log(epsilon),
  }
}

const near = (value: number) => ({ value, within: 1e-9 * Math.max(1, Math.abs(value)) })

sweep(
  singleKey,
  (params) => {
    const fact = facts(params)
    const { epsilon, target } = params
    const { margin, logLeak, logWeights, n } = fact
    const leak = { log: logLeak }
    const weight = { log: logWeights[fact.target] }
    const best = { oneOf: fact.runnersUp }
    const rest = Math.max(...fact.scores.map((s, i) => (i === fact.target ? 0 : Math.abs(s))))
    return {
      enough: () => ({
        verdict:
          margin.value !== 0 && Math.abs(margin.value) <= margin.within
            ? undefined
            : margin.value <= 0
              ? 'does not apply here'
              : logLeak <= Math.log(epsilon)
                ? 'holds'
                : 'fails here',
        numbers: { epsilon, leak, target, best, margin },
      }),
      needed: () => ({ verdict: 'holds', numbers: { weight, leak, margin } }),
      ratio: () => ({
        verdict: 'corrected',
        numbers: {
          ...(fact.scores[fact.target] / rest >= 100 ? { times: fact.scores[fact.target] / rest, leak } : {}),
          best,
          margin,
          odds: { log: margin.value },
        },
      }),
      bounds: () => ({
        verdict: 'unsaid',
        numbers: {
          least: { log: -logSum([0, Math.log(n - 1) - margin.value]) },
          weight,
          most: { log: -logSum([0, -margin.value]) },
        },
      }),
      margins: () => ({
        verdict: 'unsaid',
        numbers: {
          n,
          epsilon,
          sufficient: near(fact.enough),
          necessary: near(fact.needed),
          margin,
          ...(margin.value < fact.enough && margin.value >= fact.needed - 1e-9 ? { leak } : {}),
        },
      }),
      distance: () => ({
        verdict: 'unsaid',
        numbers: { distance: { log: fact.logDistance }, most: { log: fact.logMost } },
      }),
      saturation: () => {
        const least = Math.min(...logWeights.map((_, i) => logSum(logWeights.filter((_w, l) => l !== i))))
        const leaders = logWeights.flatMap((w, i) => (w >= Math.max(...logWeights) - 1e-9 ? [i + 1] : []))
        return {
          verdict: 'unsaid',
          numbers: {
            leader: { oneOf: leaders },
            rest: { log: least },
            largest: { log: largestDerivative(logWeights) },
          },
        }
      },
      pairs: () => ({ verdict: 'unsaid', numbers: { target, partners: fact.partners } }),
      corners: () => ({
        verdict: 'unsaid',
        numbers: fact.isCorner
          ? { target, length: fact.enough / fact.attainable, epsilon }
          : { target, weight },
      }),
      'best-direction': () => ({
        verdict: 'unsaid',
        numbers: fact.isCorner ? { margin, most: near(fact.length * fact.attainable) } : { target, margin },
      }),
    }
  },
  [{}, { scale: 1 }, { query: [[-0.8, -0.3]] }, { target: 3 }, { query: [[0.6, 1.6]] }],
)

import { dotProductAttention } from '../../core/attention/attention'
import { logShare } from '../../core/attention/exp-sum'
import {
  type LogBounds,
  leakBounds,
  necessaryMargin,
  scoreMargin,
  sufficientMargin,
  weightBounds,
} from '../../core/attention/margin'
import { leak, logLeak, softmax } from '../../core/attention/softmax'
import { dot, type Matrix, norm, scaled, subtract, type Vector } from '../../core/linear/linalg'
import { keyHull } from './single-key.hull'

/** The params as the model reads them. */
export interface Selection {
  /** Shape [n, 2]. */
  readonly keys: Matrix
  /** The direction point u, shape [1, 2]; the query is Q·u. */
  readonly query: Matrix
  readonly scale: number
  /** Number of the wanted key j, counted from 1. */
  readonly target: number
  /** Second view: any number of keys, any margin. */
  readonly n: number
  readonly margin: number
  readonly epsilon: number
}

/** Index of a key that a query is to select, counted from 0. */
export type KeyIndex = number

/**
 * Attention of `q = Q u` over the keys of the plane, and how far it is from returning v_j alone.
 *
 * @see notes 1(a)
 */
export function selectionModel(params: Selection) {
  const { keys, scale, epsilon } = params
  const n = keys.length
  const target: KeyIndex = params.target - 1
  const values = valuesOnCircle(n)
  const attention = dotProductAttention(params.query[0], keys, values, { scale })
  const { scores } = attention
  const margin = scoreMargin(scores, target)
  return {
    ...attention,
    ...keyHull(keys),
    n,
    target,
    /** The best of the other keys; of several the first. */
    runnerUp: runnerUpOf(scores, target),
    values,
    query: scaled(params.query[0], scale),
    margin,
    leak: leak(scores, target),
    logLeak: logLeak(scores, target),
    bounds: logWeightBounds(n, margin),
    sufficient: sufficientMargin(n, epsilon),
    necessary: necessaryMargin(epsilon),
    ...outputDistance(values, scores, target),
    general: generalBounds(params),
  }
}

export type SelectionModel = ReturnType<typeof selectionModel>

/** Bounds on α_j with their logarithms, which outlast them where the wanted key is far behind. */
function logWeightBounds(n: number, margin: number): LogBounds {
  const log = (rivals: number) => logShare({ peak: margin, sum: 1 }, { peak: 0, sum: rivals })
  return { ...weightBounds(n, margin), logLower: log(n - 1), logUpper: log(1) }
}

/** The second view: what is known of α_j from the number of keys and the margin alone. */
function generalBounds({ n, margin, epsilon }: Selection) {
  return {
    weight: weightBounds(n, margin),
    leak: leakBounds(n, margin),
    sufficient: sufficientMargin(n, epsilon),
  }
}

/**
 * Values v₁ … v_n on the unit circle, evenly and clockwise from the top; shape [n, 2].
 */
export function valuesOnCircle(n: number): Matrix {
  return Array.from({ length: n }, (_, i) => {
    const turn = (2 * Math.PI * i) / n
    return [Math.sin(turn), Math.cos(turn)]
  })
}

/**
 * The output's distance from v_j as leak times a fixed length: `c − v_j = L (v̄ − v_j)`, with v̄ the mean of the
 * other values in the proportions of their weights. No difference of nearly equal numbers is formed.
 */
function outputDistance(values: Matrix, scores: Vector, target: KeyIndex) {
  const isOther = (_: unknown, i: number) => i !== target
  const shares = softmax(scores.filter(isOther))
  const fromTarget = values.filter(isOther).map((value) => subtract(value, values[target]))
  const offset = [0, 1].map((axis) =>
    dot(
      shares,
      fromTarget.map((value) => value[axis]),
    ),
  )
  return {
    /** `v̄`, shape [2]. */
    othersMean: offset.map((x, axis) => values[target][axis] + x),
    /** `‖v̄ − v_j‖`. */
    othersDistance: norm(offset),
    /** `maxᵢ ‖vᵢ − v_j‖`. */
    reach: Math.max(...fromTarget.map(norm)),
  }
}

function runnerUpOf(scores: Vector, target: KeyIndex): KeyIndex {
  const others = scores.map((s, i) => (i === target ? -Infinity : s))
  return others.indexOf(Math.max(...others))
}

/**
 * The point u in the direction of largest margin for the wanted key, as long as the present one, or of length 1
 * where that is 0; brought inside the square [−most, most]² where it would leave it. Shape [1, 2].
 */
export function turnedQuery({ query }: Selection, { places, target }: SelectionModel, most: number): Matrix {
  const turned = scaled(places[target].direction, norm(query[0]) || 1)
  const excess = Math.max(1, ...turned.map((x) => Math.abs(x) / most))
  return [turned.map((x) => x / excess)]
}

/**
 * A place for one more key: on the circle of radius 1.2, a golden angle on from the last one tried, and not on
 * top of a key.
 */
export function freePlace(keys: Matrix): Vector {
  const tries = Array.from({ length: 2 * keys.length }, (_, t) => {
    const turn = (keys.length + t) * Math.PI * (3 - Math.sqrt(5))
    return [1.2 * Math.cos(turn), 1.2 * Math.sin(turn)].map((x) => Math.round(x * 20) / 20)
  })
  return tries.find((place) => keys.every((key) => norm(subtract(place, key)) > 0.2)) ?? tries[0]
}

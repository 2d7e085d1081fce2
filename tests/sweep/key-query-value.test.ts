import { keyQueryValue } from '../../src/constructions/key-query-value/key-query-value'
import type { Design } from '../../src/constructions/key-query-value/key-query-value.model'
import { logSum } from './numbers'
import { type Expected, sweep } from './sweep'

type Table = readonly (readonly number[])[]

const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0)
const images = (map: Table, tokens: Table) => tokens.map((x) => map.map((row) => product(row, x)))
const same = (a: Table, b: Table) => JSON.stringify(a) === JSON.stringify(b)

/** The notes’ tables, written out. */
const NOTES = {
  tokens: [
    [0, 1, 0, 1],
    [1, 0, 0, 0],
    [0, 1, 1, 0],
  ],
  targets: [
    [0, 1, -1, 0],
    [0, 1, 0, 0],
  ],
  keyMatrix: [
    [0, 0, 0, 1],
    [0, 0, 1, 0],
    [1, 0, 0, 0],
    [0, 0, 0, 0],
  ],
  queryMatrix: [
    [1, 0, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 1, 0],
    [0, 0, 0, 0],
  ],
  valueMatrix: [
    [0, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, -1, 0],
    [0, 0, 0, 0],
  ],
}

/** Rank by elimination; tables of whole numbers lose nothing that this tolerance would miss. */
function rankOf(table: Table): number {
  const rows = table.map((row) => [...row])
  const size = Math.max(1e-300, ...table.flat().map(Math.abs))
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0) && rank < rows.length; column++) {
    const rest = rows.slice(rank).map((row) => Math.abs(row[column]))
    const pivot = rank + rest.indexOf(Math.max(...rest))
    if (Math.abs(rows[pivot][column]) <= 1e-10 * size) continue
    ;[rows[rank], rows[pivot]] = [rows[pivot], rows[rank]]
    for (let i = rank + 1; i < rows.length; i++) {
      const factor = rows[i][column] / rows[rank][column]
      for (let j = column; j < rows[i].length; j++) rows[i][j] -= factor * rows[rank][j]
    }
    rank++
  }
  return rank
}

/** Where one output goes and how far it is from a target: coefficients of keys grouped by equal products. */
function outputOf(products: readonly number[], values: Table, target: readonly number[], factor: number) {
  const top = Math.max(...products)
  const leaders = products.flatMap((p, j) => (p === top ? [j] : []))
  const limit = target.map((_, r) => leaders.reduce((sum, j) => sum + values[j][r], 0) / leaders.length)
  const levels = [...new Set(products)].toSorted((a, b) => b - a)
  const pulls = levels.map((level) =>
    target.map((t, r) => products.reduce((sum, p, j) => sum + (p === level ? values[j][r] - t : 0), 0)),
  )
  const first = pulls.findIndex((pull) => pull.some((x) => x !== 0))
  const total = logSum(products.map((p) => (p - top) * factor))
  const vector = target.map((_, r) =>
    levels.reduce(
      (sum, level, g) => (g < first ? sum : sum + Math.exp((level - levels[first]) * factor) * pulls[g][r]),
      0,
    ),
  )
  return {
    leaders,
    limit,
    isReached: limit.every((x, r) => x === target[r]),
    margin: levels.length > 1 ? top - levels[1] : undefined,
    /** ln of the length of the coefficients’ difference. */
    /** Whether groups cancel, so that the difference has no digits. */
    cancels:
      first >= 0 &&
      Math.hypot(...vector) <
        1e-6 *
          Math.max(...levels.map((level, g) => Math.exp((level - top) * factor) * Math.hypot(...pulls[g]))),
    logOff: first < 0 ? -Infinity : Math.log(Math.hypot(...vector)) + (levels[first] - top) * factor - total,
    rate: first < 0 ? undefined : top - levels[first],
  }
}

function facts(params: Design) {
  const { tokens, targets, wanted, norm, scoreScale } = params
  const factor = scoreScale * norm ** 2
  const [keys, queries, values] = [params.keyMatrix, params.queryMatrix, params.valueMatrix].map((map) =>
    images(map, tokens),
  )
  const products = queries.map((q) => keys.map((k) => product(k, q)))
  const outputs = products.map((row, i) => outputOf(row, values, targets[i], factor))
  const asked = outputs.flatMap((_, i) => (wanted[0][i] > 0 ? [i] : []))
  const logWeights = products.map((row) => {
    const total = logSum(row.map((p) => p * factor))
    return row.map((p) => p * factor - total)
  })
  return { factor, products, values, outputs, asked, logWeights }
}

const table = (map: Table) => map[0].map((_, j) => map.map((row) => row[j]))

sweep(
  keyQueryValue,
  (params) => {
    const fact = facts(params)
    const { tokens, targets, wanted, norm, scoreScale: tau } = params
    const { factor, outputs, asked } = fact
    const logEpsilon = -logSum([norm ** 2, Math.LN2])
    const error = (i: number) =>
      outputs[i].cancels ? { value: 0, within: 1e-9 * norm } : { log: outputs[i].logOff + Math.log(norm) }
    const isNotesScores =
      same(tokens, NOTES.tokens) &&
      same(params.keyMatrix, NOTES.keyMatrix) &&
      same(params.queryMatrix, NOTES.queryMatrix)
    const areNotesWishes =
      same(targets.slice(0, 2), NOTES.targets) && wanted[0][0] === 1 && wanted[0][1] === 1
    const areNotesValues =
      same(tokens, NOTES.tokens) &&
      same(fact.values, [
        [0, 1, 0, 0],
        [0, 0, 0, 0],
        [0, 1, -1, 0],
      ])
    const isReached = asked.every((i) => outputs[i].isReached)
    const margins = asked.flatMap((i) => outputs[i].margin ?? [])
    const rankOne = [
      [-1, 0, 1],
      [1, 0, -1],
    ].map((row, i) => outputOf(row, images(NOTES.valueMatrix, NOTES.tokens), NOTES.targets[i], factor))
    const quoted = Object.fromEntries(
      asked.flatMap((i): [string, Expected][] => [
        [`error-${i + 1}`, error(i)],
        [`limit-${i + 1}`, outputs[i].limit],
        [`wanted-${i + 1}`, targets[i]],
      ]),
    )
    const scoreMatrix = table(params.keyMatrix).map((k) =>
      table(params.queryMatrix).map((q) => product(k, q)),
    )
    return {
      limits: () => ({ verdict: isReached ? 'holds' : 'fails here', numbers: quoted }),
      scores: () => ({
        verdict: isNotesScores ? 'holds' : 'does not apply here',
        numbers: { square: norm ** 2 },
      }),
      'rank-one': () => ({
        verdict: 'unsaid',
        numbers: {
          error: { log: Math.max(...rankOne.map(({ logOff }) => logOff)) + Math.log(norm) },
          rank: rankOf(scoreMatrix),
        },
      }),
      'closed-forms': () => ({
        verdict:
          isNotesScores && areNotesWishes && areNotesValues && tau === 1 ? 'unsaid' : 'does not apply here',
        numbers: {
          epsilon: { log: logEpsilon },
          first: { log: Math.log(5) / 2 + logEpsilon + Math.log(norm) },
          second: { log: Math.log(2) / 2 + logEpsilon + Math.log(norm) },
        },
      }),
      'second-row': () => ({
        verdict: areNotesWishes && areNotesValues ? 'unsaid' : 'does not apply here',
        numbers: Object.fromEntries(
          outputs.map(({ leaders }, i) => [`kept-${i + 1}`, leaders.map((j) => j + 1)]),
        ),
      }),
      'value-rank': () => ({
        verdict: 'unsaid',
        numbers: { needed: rankOf(asked.map((i) => targets[i])), rank: rankOf(params.valueMatrix) },
      }),
      margin: () => ({
        verdict: 'unsaid',
        numbers: { margin: margins.length > 0 ? Math.min(...margins) : 0 },
        never: margins.length === 0 ? /smallest/ : /no margin/,
      }),
      'stronger-queries': () => ({
        verdict: 'unsaid',
        numbers: {
          factor,
          doubled: 2 * factor,
          largest: { log: Math.max(...fact.logWeights.flat()) },
        },
      }),
      'finite-scores': () => {
        const n = tokens.length
        return {
          verdict: rankOf(tokens) === n ? 'unsaid' : 'does not apply here',
          numbers: { ratio: tokens.map((_, j) => j + 1), largest: 2 / (n + 1) },
        }
      },
      'any-basis': () => ({
        verdict: 'unsaid',
        numbers: {
          d: params.basis === 'rotated' ? params.dimension : tokens[0].length,
          seed: params.seed,
          'scores-differ': { value: 0, within: 1e-9 },
          'outputs-differ': { value: 0, within: 1e-9 },
        },
      }),
    }
  },
  [
    {},
    { scoreScale: 2 },
    { keyMatrix: NOTES.queryMatrix, queryMatrix: NOTES.keyMatrix },
    ...keyQueryValue.presets.map(({ params }) => params),
  ],
)

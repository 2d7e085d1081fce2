import { type Matrix, matMul, transpose } from '../../core/linear/linalg'
import type { Answered, Operands, Repair } from './exercise'
import { scaling, withField } from './repairs'
import { coefficientsOf, fromCoefficients, sumOf } from './token-instance'

const MATRICES = ['V', 'Q', 'K'] as const
const PLACES = [0, 1, 2, 3].flatMap((r) => [0, 1, 2, 3].map((s) => [r, s] as const))

/** Asked of what makes the scores, which the values have no part in. */
const SCORES_SIZE =
  'What is $u_a^{\\top}u_a$? How far apart are the scores of one query then, when $\\beta$ is large?'

/** Asked of what makes the values, which the scores have no part in. */
const VALUES_ONE_BY_ONE = 'What are $v_1$, $v_2$ and $v_3$, one by one? Which outputs can be mixed of them?'

/** What a wrong answer to 1(e)ii may have got wrong, the likeliest first. */
export const matrixRepairs: readonly Repair[] = [
  // Before the exchange of K and Q, which comes to the same where one of them is I.
  ...MATRICES.map(
    (name): Repair => ({ diagnosis: 'transposed', apply: (answer) => transposed(answer, name) }),
  ),
  { diagnosis: 'keys-queries-swapped', apply: exchanged },
  ...MATRICES.flatMap((name) =>
    [-2, -1, 2, 1, -4, 4].map((power) => ({
      ...scaling('scale-wrong', [name], power),
      ...(name === 'V' ? {} : { next: SCORES_SIZE }),
    })),
  ),
  scaling('scale-wrong', ['Q', 'V'], -2),
  scaling('scale-wrong', ['V', 'Q'], 2),
  { diagnosis: 'swapped', apply: swappedOutputs },
  { diagnosis: 'transposed', apply: (answer) => transposed(transposed(answer, 'K'), 'Q') },
  {
    diagnosis: 'transposed',
    apply: (answer) => transposed(transposed(transposed(answer, 'K'), 'Q'), 'V'),
  },
  ...MATRICES.flatMap((name) => PLACES.filter(([r, s]) => r !== s).map(([r, s]) => movedAcross(name, r, s))),
  ...MATRICES.flatMap((name) => PLACES.map(([r, s]) => turnedSign(name, r, s))),
  ...PLACES.flatMap(([r, s]) =>
    [1, -1].flatMap((unit) => [addedTerm(r, s, unit), changedFactor(r, s, unit)]),
  ),
]

function exchanged(answer: Answered): Answered {
  const exchange = (of: Operands) => ({ ...of, K: of['Q'], Q: of['K'] })
  return { ...answer, values: exchange(answer.values), magnitudes: exchange(answer.magnitudes) }
}

function transposed(answer: Answered, name: string): Answered {
  const { values, magnitudes } = answer
  return withField(answer, name, transpose(values[name] as Matrix), transpose(magnitudes[name] as Matrix))
}

/** Takes x₁ to x₂, x₂ to x₁ and x₃ to itself: u_a ↦ u_b + u_d, u_d ↦ u_a − u_b. */
const EXCHANGE_TOKENS: Matrix = [
  [0, 0, 0, 1],
  [1, 1, 0, -1],
  [0, 0, 1, 0],
  [1, 0, 0, 0],
]

/** The answer that puts out c₂ where this one puts out c₁. */
function swappedOutputs(answer: Answered, operands: Operands): Answered {
  const exchange = fromCoefficients(EXCHANGE_TOKENS, operands)
  const sizes = exchange.map((row) => row.map(Math.abs))
  return withField(
    answer,
    'Q',
    matMul(answer.values['Q'] as Matrix, exchange),
    matMul(answer.magnitudes['Q'] as Matrix, sizes),
  )
}

function turnedSign(name: string, r: number, s: number): Repair {
  const repair = changingEntries('sign', name, (m) => (m[r][s] === 0 ? undefined : [[r, s, -2 * m[r][s]]]))
  return name === 'V' ? { ...repair, next: VALUES_ONE_BY_ONE } : repair
}

function movedAcross(name: string, r: number, s: number): Repair {
  return changingEntries('transposed', name, (m) =>
    m[r][s] === 0
      ? undefined
      : [
          [r, s, -m[r][s]],
          [s, r, m[r][s]],
        ],
  )
}

function addedTerm(r: number, s: number, unit: number): Repair {
  return changingEntries('one-value-missing', 'V', (m) => (m[r][s] === 0 ? [[r, s, unit]] : undefined))
}

function changedFactor(r: number, s: number, unit: number): Repair {
  return changingEntries('factor-wrong', 'V', (m) => (m[r][s] === 0 ? undefined : [[r, s, unit]]))
}

type Entry = readonly [r: number, s: number, by: number]

/** Changes entries of the table of coefficients over u_a … u_d of one matrix. */
function changingEntries(
  diagnosis: string,
  name: string,
  changes: (coefficients: Matrix) => readonly Entry[] | undefined,
): Repair {
  return {
    diagnosis,
    apply(answer, operands) {
      const table = cleaned(coefficientsOf(answer.values[name] as Matrix, operands))
      const entries = changes(table)
      if (entries === undefined) return undefined
      const change = fromCoefficients(tableOf(entries), operands)
      const sizes = change.map((row) => row.map(Math.abs))
      return withField(
        answer,
        name,
        sumOf(answer.values[name] as Matrix, change),
        sumOf(answer.magnitudes[name] as Matrix, sizes),
      )
    },
  }
}

const tableOf = (entries: readonly Entry[]): Matrix =>
  [0, 1, 2, 3].map((i) =>
    [0, 1, 2, 3].map((j) => entries.reduce((sum, [r, s, by]) => (r === i && s === j ? sum + by : sum), 0)),
  )

/** Without what rounding left of entries that are 0. */
function cleaned(table: Matrix): Matrix {
  const most = Math.max(...table.flat().map(Math.abs))
  return table.map((row) => row.map((x) => (Math.abs(x) <= 1e-9 * most ? 0 : x)))
}

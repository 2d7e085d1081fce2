import type { Matrix } from '../../core/linear/linalg'
import type { Random } from '../../core/random/random'
import type { Answered, Exercise, Instance, Operands, Showing, Size } from '../exercises/exercise'
import { FREE_LETTERS } from '../exercises/free-scalars'
import { matrixRepairs } from '../exercises/matrix-repairs'
import { doublings } from '../exercises/schedule'
import { TOKEN_SIZES } from '../exercises/sizes'
import {
  coefficientsOf,
  drawDirections,
  matricesOutcome,
  TOKEN_COLUMNS,
  TOKEN_TERMS,
  tokenOperands,
} from '../exercises/token-instance'
import { diagnoses, mistakes, solutions } from './key-query-value.answers'
import { gridAnswer } from './key-query-value.grid-text'

/** 1(e)ii: matrices under which c₁ tends to u_b − u_c and c₂ to u_b; c₃ is free. */
export const exercise: Exercise = {
  part: 'e',
  question:
    'The columns $u_a, u_b, u_c, u_d$ are mutually orthogonal and of length $\\beta$; $x_1=u_d+u_b$, $x_2=u_a$, $x_3=u_c+u_b$. Give matrices $K$, $Q$, $V$ with $c_1\\approx u_b-u_c$ and $c_2\\approx u_b$.',
  fields: [
    { name: 'K', tex: '\\htmlClass{role-key}{K}', shape: 'matrix' },
    { name: 'Q', tex: '\\htmlClass{role-query}{Q}', shape: 'matrix' },
    { name: 'V', tex: '\\htmlClass{role-value}{V}', shape: 'matrix' },
  ],
  vocabulary: {
    terms: TOKEN_TERMS,
    letters: FREE_LETTERS.filter(({ name }) => name !== 'Q'),
    columns: TOKEN_COLUMNS,
    refusals: [
      { names: /^Q/, prose: 'Q is the matrix itself here; for a scalar write t, w, λ or C.' },
      { names: /^[KV]$/, prose: 'This is one of the matrices that are asked for: write it out.' },
      {
        names: /^[kqvc]_[123]$/,
        diagnosis: 'made-by-the-answer',
        prose: 'This comes out of K, Q and V; the matrices themselves are made of the u.',
      },
    ],
  },
  scale: { tex: '\\beta', schedule: doublings(3, 6) },
  properties: [
    { id: 'first', prose: '$c_1$ reaches $u_b-u_c$ in the limit', distance: 'length of $c_1-(u_b-u_c)$' },
    { id: 'second', prose: '$c_2$ reaches $u_b$ in the limit', distance: 'length of $c_2-u_b$' },
  ],
  sizes: TOKEN_SIZES,
  smallest: [{ n: 3, d: 4, kind: 'axes' }],
  draw: drawInstance,
  repairs: matrixRepairs,
  otherwise: ({ first, second }) =>
    first === 'fails' ? (second === 'fails' ? 'both-missed' : 'first-missed') : 'second-missed',
  fromRoom: gridAnswer,
  diagnoses,
  solutions,
  mistakes,
}

function drawInstance(random: Random, size: Size): Instance {
  const operands = tokenOperands(drawDirections(random, size))
  return {
    size,
    labels: ['1', '2', '3'],
    values: [],
    operands,
    outcome: (beta, answer) => matricesOutcome(operands(beta), answer),
    showing: (beta, answer) => showing(beta, answer, operands(beta)),
    script: [
      'x = np.array([x_1, x_2, x_3])',
      'scores = (x @ Q.T) @ (x @ K.T).T',
      'weights = np.exp(scores - scores.max(axis=1, keepdims=True))',
      'weights /= weights.sum(axis=1, keepdims=True)',
      'c = weights @ (x @ V.T)',
      'print(weights)',
      "print('distances', np.linalg.norm(c[0] - (u_b - u_c)), np.linalg.norm(c[1] - u_b))",
    ],
  }
}

/** The coefficients over u_a … u_d, which is how the room writes matrices. */
function showing(beta: number, { values }: Answered, operands: Operands): Showing {
  const tables = ['K', 'Q', 'V'].map((name) => coefficientsOf(values[name] as Matrix, operands))
  const shown = tables.map((table) =>
    table.map((row) => row.map((x) => Math.min(1000, Math.max(-1000, tidy(x))))),
  )
  const isExact = beta <= 50 && tables.flat(2).every((x) => Math.abs(x) <= 1000)
  return {
    params: { keyMatrix: shown[0], queryMatrix: shown[1], valueMatrix: shown[2], norm: Math.min(50, beta) },
    isExact,
    note: isExact ? '' : 'The room’s coefficients end at 1000 and its norm at 50.',
  }
}

/** Without what rounding left: twelve significant digits. */
const tidy = (x: number) => (Math.abs(x) < 1e-12 ? 0 : Number(x.toPrecision(12)))

import type { Random } from '../../core/random/random'
import type { Exercise, Instance, Size } from '../exercises/exercise'
import { outputRepairs } from '../exercises/output-repairs'
import { doublings } from '../exercises/schedule'
import { TOKEN_SIZES } from '../exercises/sizes'
import {
  drawDirections,
  TOKEN_COLUMNS,
  TOKEN_TERMS,
  tokenOperands,
  unaidedOutcome,
} from '../exercises/token-instance'

/** 1(e)i: what c₂ is, or tends to as β grows, when K = Q = V = I. */
export const exercise: Exercise = {
  part: 'e1',
  question:
    'The columns $u_a, u_b, u_c, u_d$ are mutually orthogonal and of length $\\beta$; $x_1=u_d+u_b$, $x_2=u_a$, $x_3=u_c+u_b$, and $K=Q=V=I$. What does $c_2$ approximate? Answer with the $u$.',
  fields: [{ name: 'c2', tex: '\\htmlClass{role-value}{c_2}', shape: 'column' }],
  vocabulary: {
    terms: TOKEN_TERMS,
    letters: [],
    closed:
      'Nothing is free to be chosen here: the scores fix the weights. What grows is β, the length of the columns: write beta.',
    columns: TOKEN_COLUMNS,
    refusals: [
      {
        names: /^[KQV]$/,
        diagnosis: 'matrix-in-output',
        prose: 'In this part K, Q and V are the identity: the answer needs the u alone.',
      },
    ],
  },
  scale: { tex: '\\beta', schedule: doublings(3, 6) },
  properties: [
    {
      id: 'reached',
      prose: 'the answer and $c_2$ agree in the limit',
      distance: 'length of the difference between the answer and $c_2$',
    },
  ],
  sizes: TOKEN_SIZES,
  smallest: [{ n: 3, d: 4, kind: 'axes' }],
  draw: drawInstance,
  repairs: outputRepairs,
  otherwise: () => 'another-token',
  diagnoses: [
    {
      id: 'remainder-stays',
      prose: 'In the limit the direction is right, but the difference from $c_2$ does not get short.',
      next: 'How long is each of your terms when $\\beta$ is large? Which of them become short?',
    },
    {
      id: 'scale-wrong',
      prose: 'The direction is right, and the length is not.',
      next: 'An average with nearly all of its weight on one column: how long is it?',
    },
    {
      id: 'sign',
      prose: 'The direction is turned round.',
      next: 'Can an average with positive weights point away from what it averages?',
    },
    {
      id: 'zero',
      prose: 'This is zero, and no average of these columns is.',
      next: 'Can columns of which no two point against each other cancel, with positive weights?',
    },
    {
      id: 'another-token',
      prose: 'The weights of $x_2$ lead elsewhere.',
      next: 'What is the score of $x_2$ with each of the three tokens, and which is the largest?',
    },
    {
      id: 'matrix-in-output',
      prose: 'K, Q and V are the identity here.',
      next: 'What are $k_i$, $q_i$ and $v_i$ then?',
    },
  ],
  solutions: [
    { label: 'its own token', answer: { c2: 'u_a' }, isFromNotes: true },
    {
      label: 'the exact average',
      answer: { c2: '(exp(beta^2)*u_a + u_d + 2*u_b + u_c)/(exp(beta^2) + 2)' },
      isFromNotes: false,
    },
  ],
  mistakes: [
    { answer: { c2: 'u_b' }, diagnosis: 'another-token' },
    { answer: { c2: '(x_1 + x_2 + x_3)/3' }, diagnosis: 'another-token' },
    { answer: { c2: 'beta^2*u_a' }, diagnosis: 'scale-wrong' },
    { answer: { c2: 'u_a/beta' }, diagnosis: 'scale-wrong' },
    { answer: { c2: '2*u_a' }, diagnosis: 'scale-wrong' },
    { answer: { c2: 'u_a + u_b/beta' }, diagnosis: 'remainder-stays' },
    { answer: { c2: '-u_a' }, diagnosis: 'sign' },
    { answer: { c2: '0*u_a' }, diagnosis: 'zero' },
  ],
}

function drawInstance(random: Random, size: Size): Instance {
  const operands = tokenOperands(drawDirections(random, size))
  return {
    size,
    labels: ['1', '2', '3'],
    values: [],
    operands,
    outcome: (beta, answer) => unaidedOutcome(operands(beta), answer),
    showing: (beta) => ({
      params: { norm: Math.min(50, beta), lambda: 0, kappa: 0 },
      isExact: beta <= 50,
      note: beta <= 50 ? '' : 'The room’s norm ends at 50.',
    }),
    script: [
      'x = np.array([x_1, x_2, x_3])',
      'scores = x @ x_2',
      'weights = np.exp(scores - scores.max())',
      'weights /= weights.sum()',
      "print(weights, 'distance', np.linalg.norm(c2 - weights @ x))",
    ],
  }
}

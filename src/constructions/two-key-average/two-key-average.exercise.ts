import type { Matrix } from '../../core/linear/linalg'
import { AVERAGING_DIAGNOSES, averagingFault, averagingProperties } from '../exercises/averaging-diagnoses'
import { lengthRepairs, signRepairs } from '../exercises/averaging-repairs'
import type { Exercise, Showing } from '../exercises/exercise'
import { fixedGap } from '../exercises/fixed-gap'
import { FREE_LETTERS } from '../exercises/free-scalars'
import {
  orthonormalColumns,
  orthonormalInstance,
  orthonormalTerms,
  VALUES_REFUSED,
} from '../exercises/orthonormal-keys'
import { doublings } from '../exercises/schedule'
import { ORTHONORMAL_SIZES, SMALLEST_ORTHONORMAL } from '../exercises/sizes'

/** 1(b): a query under which the output tends to the mean of v_a and v_b. */
export const exercise: Exercise = {
  part: 'b',
  question:
    'The keys $k_1, \\dots, k_n$ are orthonormal and the values arbitrary. Give a query $q$ with $c\\approx\\tfrac12(v_a+v_b)$.',
  fields: [{ name: 'q', tex: '\\htmlClass{role-query}{q}', shape: 'column' }],
  vocabulary: {
    terms: orthonormalTerms('k', 'k', 'key'),
    letters: FREE_LETTERS,
    refusals: [VALUES_REFUSED],
    columns: orthonormalColumns('k', 'the two wanted keys'),
  },
  scale: { tex: 'Q', schedule: doublings(8, 11) },
  properties: averagingProperties('scores'),
  sizes: ORTHONORMAL_SIZES,
  smallest: SMALLEST_ORTHONORMAL,
  draw: (random, size) => orthonormalInstance(random, size, 'k', ['q'], showing),
  repairs: [...lengthRepairs(['q'], 'k'), ...signRepairs(['q'], 'k')],
  fewestKeys: 3,
  gap: (answered, instance) => fixedGap(answered, instance, manyKeys),
  otherwise: averagingFault,
  diagnoses: AVERAGING_DIAGNOSES,
  solutions: [
    { label: 'the notes’ sum', answer: { q: 'Q*(k_a + k_b)' }, isFromNotes: true },
    { label: 'away from the others', answer: { q: '-Q*k_rest' }, isFromNotes: false },
    { label: 'both', answer: { q: 'Q*(k_a + k_b - k_rest)' }, isFromNotes: false },
  ],
  mistakes: [
    { answer: { q: 'k_a + k_b' }, diagnosis: 'scale-missing' },
    { answer: { q: '(k_a + k_b)/2' }, diagnosis: 'scale-missing' },
    { answer: { q: '1000*(k_a + k_b)' }, diagnosis: 'scale-fixed' },
    { answer: { q: '2*k_a + 2*k_b' }, diagnosis: 'scale-fixed' },
    { answer: { q: '(k_a + k_b)/Q' }, diagnosis: 'scale-wrong' },
    { answer: { q: 'Q*(k_a - k_b)' }, diagnosis: 'sign' },
    { answer: { q: 'Q*(k_a + 2*k_b)' }, diagnosis: 'unequal-weights' },
    { answer: { q: 'Q*k_a + (Q+1)*k_b' }, diagnosis: 'unequal-weights' },
    { answer: { q: 'Q*(v_a + v_b)' }, diagnosis: 'value-in-query' },
    { answer: { q: 'Q*(k_a + k_b) + (Q-1)*k_rest' }, diagnosis: 'lead-stays' },
    { answer: { q: '0*k_a' }, diagnosis: 'zero-query' },
    { answer: { q: 'k_rest' }, diagnosis: 'sign' },
    { answer: { q: 'Q*(4.5 - n)*(k_a + k_b)' }, diagnosis: 'right-only-for-these-n' },
    { answer: { q: 'Q*I*(k_a + k_b + k_rest)' }, diagnosis: 'sign' },
  ],
}

/** The room with so many keys that a query of this lead leaks. */
const manyKeys = (n: number, lead: number): Showing => ({
  params: { n, m: 2, angle: 90, scale: Math.min(1000, lead), pushAway: 0, imbalance: 0 },
  isExact: lead <= 1000,
  note: lead <= 1000 ? '' : 'The room’s scale ends at 1000.',
})

/** The room's query is `Q(k_a + k_b)` with an imbalance: exact where all other keys score alike. */
function showing(_: number, [scores]: Matrix, n: number): Showing {
  const [a, b, ...others] = scores
  const rival = Math.max(...others, others.length === 0 ? 0 : -Infinity)
  const lead = (a + b) / 2 - rival
  const params = {
    n,
    m: 2,
    angle: 90,
    scale: Math.min(1000, Math.max(0, lead)),
    pushAway: 0,
    imbalance: Math.min(10, Math.max(-10, a - b)),
  }
  const isExact = params.scale === lead && params.imbalance === a - b && others.every((s) => s === rival)
  const note = isExact
    ? ''
    : 'The room cannot show this query: there, the wanted keys lead by up to 1000 and differ by at most 10.'
  return { params, isExact, note }
}

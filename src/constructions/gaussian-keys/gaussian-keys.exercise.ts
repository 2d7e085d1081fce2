import type { Matrix } from '../../core/linear/linalg'
import {
  AVERAGING_DIAGNOSES,
  averagingFault,
  averagingProperties,
  NOISE,
  scaleOfAlpha,
} from '../exercises/averaging-diagnoses'
import { lengthRepairs, signRepairs } from '../exercises/averaging-repairs'
import type { Exercise, Showing } from '../exercises/exercise'
import { fixedGap } from '../exercises/fixed-gap'
import { FREE_LETTERS } from '../exercises/free-scalars'
import {
  DRAWN_REFUSED,
  orthonormalColumns,
  orthonormalInstance,
  orthonormalTerms,
  VARIANCE,
} from '../exercises/orthonormal-keys'
import { doublings } from '../exercises/schedule'
import { ORTHONORMAL_SIZES, SMALLEST_ORTHONORMAL } from '../exercises/sizes'

/**
 * 1(c)i: a query, made of the means, under which the output tends to the mean of v_a and v_b.
 *
 * "α vanishingly small" is judged as its limit: α → 0 first, so that every key is its mean, then Q → ∞. For α > 0 the
 * noise of a score has deviation ‖q‖√α, and the same answers are right as long as α stays small against 1/Q².
 */
export const exercise: Exercise = {
  part: 'c',
  question:
    'The keys are drawn as $k_i\\sim\\mathcal N(\\mu_i, \\alpha I)$ with $\\alpha$ vanishingly small; the means $\\mu_i$ are orthonormal, and they alone are known. Give a query $q$ with $c\\approx\\tfrac12(v_a+v_b)$.',
  fields: [{ name: 'q', tex: '\\htmlClass{role-query}{q}', shape: 'column' }],
  vocabulary: {
    terms: [...orthonormalTerms('mu', '\\mu', 'mean'), VARIANCE],
    letters: FREE_LETTERS,
    refusals: DRAWN_REFUSED,
    columns: orthonormalColumns('mu', 'the means of the two wanted keys'),
  },
  scale: { tex: 'Q', schedule: doublings(8, 11) },
  properties: [...averagingProperties('scores'), NOISE],
  sizes: ORTHONORMAL_SIZES,
  smallest: SMALLEST_ORTHONORMAL,
  draw: (random, size) => orthonormalInstance(random, size, 'mu', ['q'], showing),
  repairs: [...lengthRepairs(['q'], 'mu'), ...signRepairs(['q'], 'mu')],
  fewestKeys: 3,
  gap: (answered, instance) => fixedGap(answered, instance, manyKeys),
  otherwise: averagingFault,
  remark: scaleOfAlpha,
  diagnoses: AVERAGING_DIAGNOSES,
  solutions: [
    { label: 'the notes’ sum', answer: { q: 'Q*(mu_a + mu_b)' }, isFromNotes: true },
    { label: 'away from the others', answer: { q: '-Q*mu_rest' }, isFromNotes: false },
    { label: 'both', answer: { q: 'Q*(mu_a + mu_b - mu_rest)' }, isFromNotes: false },
  ],
  mistakes: [
    { answer: { q: 'mu_a + mu_b' }, diagnosis: 'scale-missing' },
    { answer: { q: '10^6*(mu_a + mu_b)' }, diagnosis: 'scale-fixed' },
    { answer: { q: 'Q*(mu_b - mu_a)' }, diagnosis: 'sign' },
    { answer: { q: 'Q*(3*mu_a + mu_b)' }, diagnosis: 'unequal-weights' },
    { answer: { q: 'Q*(k_a + k_b)' }, diagnosis: 'sampled-key' },
    { answer: { q: 'Q*(v_a + v_b)' }, diagnosis: 'value-in-query' },
  ],
}

/** The room with as many keys as it takes for a query of this lead to leak, or as it has. */
const manyKeys = (keys: number, lead: number): Showing => {
  const [n, scale] = [Math.min(1000, keys), Math.min(1000, Math.max(0.1, lead))]
  const isExact = n === keys && scale === lead
  return {
    params: { n, d: 1024, keyVariance: 0, normVariance: 0, query: 'pair', scale },
    isExact,
    note: isExact ? '' : 'The room ends at 1000 keys and a scale of 1000.',
  }
}

/** The room's three queries, with keys that are their means. */
function showing(_: number, [scores]: Matrix, n: number): Showing {
  const [a, b, ...others] = scores
  const rest = others.reduce((most, s) => Math.max(most, s), others.length === 0 ? 0 : -Infinity)
  const query = a > 0 ? (rest < 0 ? 'push' : 'pair') : 'others'
  const scale = query === 'others' ? -rest : a
  const shown = Math.min(1000, Math.max(0.1, scale))
  const expected = { pair: 0, push: -scale, others: -scale }[query]
  const isExact =
    a === b && shown === scale && others.every((s) => s === expected) && (query !== 'others' || a === 0)
  return {
    params: { n, d: Math.max(n, 1024), keyVariance: 0, normVariance: 0, query, scale: shown },
    isExact,
    note: isExact ? '' : 'The room cannot show this query: there, the two means are weighed alike.',
  }
}

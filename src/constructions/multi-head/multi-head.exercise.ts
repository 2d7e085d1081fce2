import type { Matrix, Vector } from '../../core/linear/linalg'
import {
  AVERAGING_DIAGNOSES,
  averagingFault,
  averagingProperties,
  NOISE,
  scaleOfAlpha,
} from '../exercises/averaging-diagnoses'
import { lengthRepairs, signRepairs } from '../exercises/averaging-repairs'
import { ROUNDING } from '../exercises/distance'
import type { Answered, Exercise, Showing } from '../exercises/exercise'
import { fixedGap } from '../exercises/fixed-gap'
import { FREE_LETTERS } from '../exercises/free-scalars'
import {
  DRAWN_REFUSED,
  orthonormalColumns,
  orthonormalInstance,
  orthonormalTerms,
  VARIANCE,
} from '../exercises/orthonormal-keys'
import { exchanging } from '../exercises/repairs'
import { doublings } from '../exercises/schedule'
import { ORTHONORMAL_SIZES, SMALLEST_ORTHONORMAL } from '../exercises/sizes'

/**
 * 1(d)i: two queries, made of the means, whose outputs have the mean of v_a and v_b for theirs.
 *
 * As in 1(c)i, α → 0 is taken first: every key is its mean.
 */
export const exercise: Exercise = {
  part: 'd',
  question:
    'The keys are drawn as $k_i\\sim\\mathcal N(\\mu_i, \\alpha I)$ with $\\alpha$ vanishingly small; the means $\\mu_i$ are orthonormal, and they alone are known. Give two queries $q_1$, $q_2$ with $c=\\tfrac12(c_1+c_2)\\approx\\tfrac12(v_a+v_b)$.',
  fields: [
    { name: 'q1', tex: '\\htmlClass{role-query}{q_1}', shape: 'column' },
    { name: 'q2', tex: '\\htmlClass{role-query}{q_2}', shape: 'column' },
  ],
  vocabulary: {
    terms: [...orthonormalTerms('mu', '\\mu', 'mean'), VARIANCE],
    letters: FREE_LETTERS,
    refusals: DRAWN_REFUSED,
    columns: orthonormalColumns('mu', 'the means of the two wanted keys'),
  },
  scale: { tex: 'Q', schedule: doublings(8, 11) },
  properties: [...averagingProperties('mean weights'), NOISE],
  sizes: ORTHONORMAL_SIZES,
  smallest: SMALLEST_ORTHONORMAL,
  draw: (random, size) => orthonormalInstance(random, size, 'mu', ['q1', 'q2'], showing),
  repairs: [
    ...lengthRepairs(['q1', 'q2'], 'mu'),
    ...['q1', 'q2'].map((field) => exchanging('one-value-missing', field, 'mu_a', 'mu_b')),
    ...signRepairs(['q1', 'q2'], 'mu'),
  ],
  fewestKeys: 3,
  gap: (answered, instance) => fixedGap(answered, instance, manyKeys),
  otherwise: averagingFault,
  remark: (answer) => (hasIdenticalHeads(answer) ? 'identical-heads' : scaleOfAlpha(answer)),
  diagnoses: AVERAGING_DIAGNOSES,
  solutions: [
    { label: 'a head for each', answer: { q1: 'Q*mu_a', q2: 'Q*mu_b' }, isFromNotes: true },
    {
      label: 'heads that push the other key away',
      answer: { q1: 'Q*(mu_a - 2*mu_b)', q2: 'Q*(mu_b - 2*mu_a)' },
      isFromNotes: false,
    },
    {
      label: 'identical heads',
      answer: { q1: 'Q*(mu_a + mu_b)', q2: 'Q*(mu_a + mu_b)' },
      isFromNotes: false,
    },
  ],
  mistakes: [
    { answer: { q1: 'mu_a', q2: 'mu_b' }, diagnosis: 'scale-missing' },
    { answer: { q1: 'Q*mu_a', q2: 'mu_b' }, diagnosis: 'scale-missing' },
    { answer: { q1: '1000*mu_a', q2: '1000*mu_b' }, diagnosis: 'scale-fixed' },
    { answer: { q1: 'Q*mu_a', q2: '0*mu_b' }, diagnosis: 'zero-query' },
    { answer: { q1: 'Q*mu_a', q2: 'Q*mu_a' }, diagnosis: 'one-value-missing' },
    { answer: { q1: 'Q*mu_a', q2: '-Q*mu_b' }, diagnosis: 'sign' },
    { answer: { q1: 'Q*mu_a', q2: 'Q*(mu_a + mu_b)' }, diagnosis: 'unequal-weights' },
    { answer: { q1: 'Q*k_a', q2: 'Q*k_b' }, diagnosis: 'sampled-key' },
    { answer: { q1: 'Q*v_a', q2: 'Q*v_b' }, diagnosis: 'value-in-query' },
  ],
}

/** Whether both queries are the same but for rounding. */
function hasIdenticalHeads({ values, magnitudes }: Answered): boolean {
  const [first, second] = [values['q1'], values['q2']] as [Vector, Vector]
  const [sizes, others] = [magnitudes['q1'], magnitudes['q2']] as [Vector, Vector]
  return first.every((x, i) => Math.abs(x - second[i]) <= ROUNDING * (sizes[i] + others[i]))
}

/** Two heads on as many keys as it takes for queries of this lead to leak, or as the room has. */
const manyKeys = (keys: number, lead: number): Showing => {
  const [n, scale] = [Math.min(1000, keys), Math.min(1000, Math.max(0.1, lead))]
  const isExact = n === keys && scale === lead
  return {
    params: { n, heads: 2, design: 'separate', scale, push: 0, keyVariance: 0, normVariance: 0 },
    isExact,
    note: isExact ? '' : 'The room ends at 1000 keys and a scale of 1000.',
  }
}

/** The room's designs, with keys that are their means. */
function showing(_: number, [first, second]: Matrix, n: number): Showing {
  const isIdentical = first.every((s, i) => s === second[i])
  const isAway = isIdentical && first[0] === 0 && first[1] === 0 && n > 2
  const design = isAway ? 'away' : isIdentical ? 'identical' : first[1] < 0 ? 'pushing' : 'separate'
  const scale = isAway ? -first[2] : Math.max(first[0], second[1])
  const shown = Math.min(1000, Math.max(0.1, scale))
  const push = design === 'pushing' ? Math.min(4, Math.max(0, -first[1] / shown)) : 0
  const [own, other, rest] = {
    separate: [shown, 0, 0],
    identical: [shown, shown, 0],
    pushing: [shown, -push * shown, -push * shown],
    away: [0, 0, -shown],
  }[design]
  const isShown = (scores: Vector, h: number) =>
    scores.every((s, i) => s === (i === h ? own : i < 2 ? other : rest))
  const isExact = isShown(first, 0) && isShown(second, 1)
  return {
    params: { n, heads: 2, design, scale: shown, push, keyVariance: 0, normVariance: 0 },
    isExact,
    note: isExact ? '' : 'The room cannot show these queries: it has five designs, and this is none of them.',
  }
}

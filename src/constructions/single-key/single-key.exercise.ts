import { add, dot, identity, type Matrix, norm, scaled, type Vector } from '../../core/linear/linalg'
import type { Random } from '../../core/random/random'
import { texNumber } from '../../tex/format'
import { ZERO_QUERY } from '../exercises/averaging-diagnoses'
import type { Answered, Exercise, Gap, Instance, Showing, Size } from '../exercises/exercise'
import { FREE_LETTERS } from '../exercises/free-scalars'
import { keyInstance } from '../exercises/key-instance'
import {
  drawValues,
  IDENTITY,
  NUMBER_OF_KEYS,
  sumOfRest,
  VALUES_REFUSED,
} from '../exercises/orthonormal-keys'
import { both, givenInstead, negation, scaling } from '../exercises/repairs'
import { SCALE_DIAGNOSES } from '../exercises/scale-diagnoses'
import { doublings } from '../exercises/schedule'
import { GENERAL_SIZES } from '../exercises/sizes'

/**
 * 1(a): a query under which the output tends to v_j.
 *
 * Keys are unit vectors in general position, so that each is a vertex of their hull: k_j itself has a larger product
 * with k_j than any other key has. To push the others away is no answer, since they may lie opposite one another.
 */
export const exercise: Exercise = {
  part: 'a',
  question:
    'The keys $k_1, \\dots, k_n$ are unit vectors, no two alike, and the values arbitrary. Give a query $q$ with $c\\approx v_j$.',
  fields: [{ name: 'q', tex: '\\htmlClass{role-query}{q}', shape: 'column' }],
  vocabulary: {
    terms: [
      { name: 'k_j', tex: 'k_j', meaning: 'the wanted key', role: 'key', shape: 'column' },
      {
        name: 'k_rest',
        tex: 'k_{\\text{rest}}',
        meaning: 'the sum of all other keys',
        role: 'key',
        shape: 'column',
      },
      NUMBER_OF_KEYS,
      IDENTITY,
    ],
    letters: FREE_LETTERS,
    refusals: [VALUES_REFUSED],
    columns: { family: 'k', prose: 'the wanted key is called k_j, and k_rest is the sum of all others' },
  },
  scale: { tex: 'Q', schedule: doublings(8, 11) },
  properties: [
    {
      id: 'vanish',
      prose: 'the weights of all keys but $j$ vanish in the limit',
      distance: 'weight of the best other key over that of the best wanted one',
    },
  ],
  sizes: GENERAL_SIZES,
  // From three keys on: the room shows no fewer.
  smallest: [
    { n: 3, d: 2, kind: 'rotated' },
    { n: 2, d: 2, kind: 'rotated' },
    { n: 4, d: 2, kind: 'rotated' },
    { n: 6, d: 2, kind: 'rotated' },
    { n: 12, d: 2, kind: 'rotated' },
  ],
  draw: drawInstance,
  repairs: [
    givenInstead('zero-query', ['q'], (operands, scale) => [scaled(operands['k_j'] as Vector, scale)]),
    scaling('scale-missing', ['q'], 1),
    scaling('scale-wrong', ['q'], 2),
    negation('q'),
    both(negation('q'), scaling('scale-missing', ['q'], 1)),
  ],
  fewestKeys: 2,
  gap: closeKeys,
  otherwise: () => 'others-remain',
  diagnoses: [
    ZERO_QUERY,
    ...SCALE_DIAGNOSES,
    {
      id: 'sign',
      prose: 'The query points away from the key that is wanted.',
      next: 'Which sign does the score of key $j$ have?',
    },
    {
      id: 'right-only-for-these-n',
      prose: 'This is right for some numbers of keys only.',
      next: 'Where do the other keys lie with three of them, or with four?',
    },
    {
      id: 'others-remain',
      prose: 'Another key scores as high as key $j$, or higher.',
      next: 'Which key has the largest score here? Does the lead of key $j$ grow with the scale?',
    },
  ],
  solutions: [
    { label: 'a long copy of the key', answer: { q: 'Q*k_j' }, isFromNotes: true },
    { label: 'longer still', answer: { q: 'Q^2*k_j' }, isFromNotes: false },
  ],
  mistakes: [
    { answer: { q: 'k_j' }, diagnosis: 'scale-missing' },
    { answer: { q: '3*k_j' }, diagnosis: 'scale-fixed' },
    { answer: { q: 'k_j/Q' }, diagnosis: 'scale-wrong' },
    { answer: { q: '-Q*k_j' }, diagnosis: 'sign' },
    { answer: { q: '-k_j' }, diagnosis: 'sign' },
    { answer: { q: '0*k_j' }, diagnosis: 'zero-query' },
    { answer: { q: '-Q*k_rest' }, diagnosis: 'right-only-for-these-n' },
    { answer: { q: 'Q*k_rest' }, diagnosis: 'others-remain' },
    { answer: { q: 'Q*v_j' }, diagnosis: 'value-in-query' },
  ],
}

function drawInstance(random: Random, size: Size): Instance {
  const { n, d, kind } = size
  const keys = kind === 'axes' ? identity(d).slice(0, n) : drawUnitKeys(random, size)
  return instanceWith(keys, size, drawValues(random, size))
}

/** The lead that is left to a query of fixed length, in nats, where a key lies close enough. */
const LEAD = 0.5

/** Said of any fixed length. */
const CLOSE =
  'Keys may be closer than in any picture: one may be so close to key $j$ that it keeps more than a third of the weight.'

/** The longest query whose scores float64 tells apart by hundredths; of a longer one no case is shown. */
const LONGEST = 1e13

/** Three keys, the second so close to key j that this query leads it by half a nat: there is one for every length. */
function closeKeys({ values }: Answered): Gap {
  const length = norm(values['q'] as Vector)
  if (length > LONGEST) return { prose: CLOSE }
  const difference = Math.min(2, LEAD / length)
  const second = [1 - difference, Math.sqrt(difference * (2 - difference))]
  const keys = [[1, 0], second, [-0.5, -Math.sqrt(0.75)]]
  const size: Size = { n: 3, d: 2, kind: 'nearly-dependent' }
  return {
    prose: `${CLOSE} Here one is.`,
    instance: instanceWith(keys, size, [
      [1, 0],
      [0, 1],
      [-1, -1],
    ]),
  }
}

function instanceWith(keys: Matrix, size: Size, values: Matrix): Instance {
  const columns = { k_j: keys[0], k_rest: sumOfRest(keys, [0]) }
  return keyInstance({
    size,
    keys,
    values,
    labels: keys.map((_, i) => (i === 0 ? 'j' : String(i + 1))),
    wanted: [0],
    fields: ['q'],
    ...hardship(keys),
    operands: () => ({ ...columns, n: size.n, I: identity(size.d) }),
    showing: (_, scores) => showing(keys, scores[0]),
  })
}

/** A product of unit keys from which on they are nearly equal. */
const NEARLY_EQUAL = 0.99

/** Whether another key is nearly the wanted one, which then leads by little at every scale. */
function hardship(keys: Matrix): { hard: string } | undefined {
  const nearest = Math.max(...keys.slice(1).map((key) => dot(key, keys[0])))
  if (nearest < NEARLY_EQUAL) return undefined
  return {
    hard: `some keys are nearly equal to $k_j$, with $k_i^{\\top}k_j$ up to $${texNumber(nearest, undefined, 8)}$`,
  }
}

/** Keys whose product comes closer to 1 than this are drawn again: no schedule of scales would tell them apart. */
const separation = ({ n, kind }: Size) => (kind === 'nearly-dependent' ? 1e-6 : 1 / (4 * n * n))

/** Unit vectors without a preferred direction, or crowded about one of them. */
function drawUnitKeys(random: Random, size: Size): Matrix {
  const { n, d, kind } = size
  const first = drawUnit(random, d)
  const keys = [first]
  while (keys.length < n) {
    const next = drawUnit(random, d)
    const key = kind === 'nearly-dependent' ? unit(add(first, scaled(next, 0.05))) : next
    if (keys.every((other) => dot(other, key) < 1 - separation(size))) keys.push(key)
  }
  return keys
}

const drawUnit = (random: Random, d: number) => unit(Array.from({ length: d }, () => random.normal()))

const unit = (v: Vector) => scaled(v, 1 / norm(v))

/** The room draws keys in the plane; the query is found again from its scores. */
function showing(keys: Matrix, scores: Vector): Showing {
  const note = 'The room draws three to twelve keys in the plane; this case is beyond it.'
  if (keys[0].length !== 2 || keys.length < 3 || keys.length > 12) return { params: {}, isExact: false, note }
  const query = solved(keys[0], keys[1], scores)
  const scale = norm(query)
  const direction = scale === 0 ? [1, 0] : scaled(query, 1 / scale)
  const shown = Math.min(1000, scale)
  return {
    params: { keys, query: [direction], scale: shown, target: 1 },
    isExact: shown === scale,
    note: shown === scale ? '' : 'The room’s scale ends at 1000.',
  }
}

/** The q of the plane with `kᵀq = s` for two keys. */
function solved([a, b]: Vector, [c, d]: Vector, [s, t]: Vector): Vector {
  const determinant = a * d - b * c
  return [(s * d - b * t) / determinant, (a * t - s * c) / determinant]
}

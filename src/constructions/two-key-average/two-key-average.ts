import { number, texNumber } from '../../tex/format'
import { defineConstruction } from '../construction'
import { claims } from './two-key-average.claims'
import { twoKeyAverageDeclared } from './two-key-average.declared'
import { derivation } from './two-key-average.derivation'
import { averagingModel, halfLeakScale } from './two-key-average.model'
import { quantities } from './two-key-average.quantities'

/** 1(b): a scaled sum of a few keys makes attention average their values, as nearly as one likes. */
export const twoKeyAverage = defineConstruction({
  ...twoKeyAverageDeclared,
  question:
    'Can one query make the output the plain average of two values, $\\tfrac12(\\htmlClass{role-value}{v_a+v_b})$? Point it at both keys at once, and push.',
  setting: ({ n, angle }) =>
    `${angle === 90 ? 'keys orthonormal' : `unit keys at ${angle}°`} · $n = ${texNumber(n)}$`,
  marks(params) {
    const [half, needed] = [halfLeakScale(params), averagingModel(params).scaleNeeded]
    const marks = [
      { at: needed, label: `leak ≤ ${number(params.epsilon)} from ${number(needed, undefined, 3)}` },
      { at: half, label: `half leaks at ${number(half, undefined, 4)}` },
    ]
    return { scale: marks.filter(({ at }) => at > 0 && at < Infinity) }
  },
  primary: ['scale'],
  outcome: ({ m }) => [...(m === 1 ? ['weight-a'] : ['weight-a', 'weight-b']), 'leak'],
  gist: 'softmax',
  model: averagingModel,
  totalWeights: ({ weights, weightOther, others }) => [
    weights.reduce((sum, w) => sum + w, 0) + others * weightOther,
  ],
  quantities,
  derivation,
  claims,
  presets: [
    { id: 'notes', label: 'the notes’ query', params: {} },
    { id: 'no-scale', label: 'half the sum, no scale', params: { scale: 0.5 } },
    { id: 'push-away', label: 'push the others away', params: { scale: 4, pushAway: 4 } },
    { id: 'shortest', label: 'same weights, shorter query', params: { scale: 6.4, pushAway: 1.6 } },
    { id: 'correlated', label: 'not quite orthogonal', params: { angle: 75 } },
    { id: 'million', label: 'a million keys', params: { n: 1_000_000, scale: 20 } },
    {
      id: 'unequal',
      label: 'unequal proportions',
      params: { m: 3, proportions: [[3, 2, 1, 1, 1, 1, 1, 1]], scale: 12 },
    },
  ],
})

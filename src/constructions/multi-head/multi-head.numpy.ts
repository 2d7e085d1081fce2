import { GaussianSampler } from '../../core/gaussian/gaussian'
import { headSetting, headsOf } from '../../core/heads/head-designs'
import type { Matrix } from '../../core/linear/linalg'
import { type NumpyInstance, pythonOf } from '../numpy-instance'
import type { Heads, MultiHeadModel } from './multi-head.model'

/** The draw of keys that is looked at under the heads of the chosen design, as NumPy. */
export function numpy(params: Heads, model: MultiHeadModel): NumpyInstance {
  const { design } = params
  const { output, leak, error } = model.drawn[design]
  return {
    lines: [...given(params), '', ...COMPUTED],
    numbers: {
      shown_weights: model.shown.map(({ weights }) => weights),
      output,
      leak,
      error,
    },
  }
}

function given(params: Heads): string[] {
  const { n, heads, design, seed, draw } = params
  const { queries, projections, others } = drawn(params)
  return [
    `n, H = ${n}, ${heads}`,
    '# The query of each head over the wanted means and the sum of the other means, of length 1.',
    `queries = ${pythonOf(queries)} * np.append(np.ones(H), np.sqrt(n - H))`,
    `# Drawn by the explorer, seed ${seed}, draw ${draw}: projections of the wanted keys on the same directions,`,
    `# and for each head of the design "${design}" the scores of the other keys.`,
    `projections = ${pythonOf(projections)}`,
    `other_scores = ${pythonOf(others)}`,
  ]
}

/** What the params' seed and index draw, for the heads of their design. */
function drawn(params: Heads): { queries: Matrix; projections: Matrix; others: Matrix } {
  const { n, heads, design, seed, draw } = params
  const setting = headSetting(params)
  const sampler = new GaussianSampler(setting, seed)
  sampler.seek(draw)
  sampler.draw()
  const rows = headsOf(design, heads)
  const along = (i: number) =>
    Array.from(sampler.projections.subarray(i * sampler.directions, (i + 1) * sampler.directions))
  return {
    queries: rows.map((row) => [...setting.queries[row].wanted, setting.queries[row].others]),
    // Without other keys there is no direction of theirs.
    projections: Array.from({ length: heads }, (_, i) => (n > heads ? along(i) : [...along(i), 0])),
    others: rows.map((row) => Array.from(sampler.scores.subarray(row * n + heads, (row + 1) * n))),
  }
}

const COMPUTED = [
  'scores = np.hstack([queries @ projections.T, other_scores])',
  'weights = np.array([softmax(row) for row in scores])',
  'shown_weights = weights[:, :10]',
  'average = weights.mean(axis=0)  # heads average their outputs',
  'output = average[:H]',
  'leak = average[H:].sum()',
  'error = ((output - 1 / H) ** 2).sum() + (average[H:] ** 2).sum()',
]

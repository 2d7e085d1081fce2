import { useState } from 'react'
import { toNumber } from '../../core/rational'
import { rationalText } from '../../tex/compositions'
import { DIRECTIONS } from '../../tex/outer'
import { Figure } from '../../ui/kit/Figure'
import type { LineName } from '../../ui/kit/Heading'
import { type HeatCell, Heatmap } from '../../ui/kit/Heatmap'
import type { PanelProps } from '../../ui/panel'
import type { keyQueryValue } from './key-query-value'
import styles from './key-query-value.module.css'
import { ids } from './key-query-value.quantities'

type Props = Pick<PanelProps<typeof keyQueryValue>, 'params' | 'model'>

/** Names of the directions u_a, u_b, … */
export const directionNames = (d: number): LineName[] =>
  DIRECTIONS.slice(0, d).map((letter) => ({ tex: `u_${letter}`, words: `u ${letter}` }))

/** Names such as k₁, k₂, …, which light the marks of those symbols. */
const numbered = (letter: string, word: string, role: string, n: number): LineName[] =>
  Array.from({ length: n }, (_, i) => ({
    tex: `\\htmlClass{role-${role}}{${letter}_${i + 1}}`,
    words: `${word} ${i + 1}`,
    mark: `${word}-${i + 1}`,
  }))

/** Weights down to here are told apart on the logarithmic colours: e⁻⁴⁰ is 4e−18. */
const PALEST = -40

/** Scores, weights and outputs as tables of coloured numbers. */
export function Heatmaps({ params, model }: Props) {
  const { n, d, scores, weights, logWeights, outputs, outcomes } = model
  const [logarithmic, setLogarithmic] = useState(false)
  const queries = numbered('q', 'query', 'query', n)
  const largest = (rows: readonly (readonly number[])[]) => Math.max(1e-300, ...rows.flat().map(Math.abs))
  const most = { score: largest(scores), output: Math.max(largest(outputs), largest(params.targets)) }
  const weightShade = (i: number, j: number) =>
    logarithmic ? Math.max(0, 1 - logWeights[i][j] / PALEST) : weights[i][j]
  const outputCell = (i: number, r: number, x: number): HeatCell => {
    const { target } = outcomes[i]
    const cell = {
      quantity: ids.output(i, r),
      shade: x / most.output,
      mark: `output-${i + 1}${DIRECTIONS[r]}`,
    }
    return target && toNumber(target[r]) !== 0 ? { ...cell, target: rationalText(target[r]) } : cell
  }
  return (
    <div className={styles['heatmaps']}>
      <Figure title="Scores" about={params.scoreScale === 1 ? '$k_j^\\top q_i$' : '$\\tau k_j^\\top q_i$'}>
        <Heatmap
          label="Scores"
          tint="plain"
          rows={queries}
          columns={numbered('k', 'key', 'key', n)}
          cells={scores.map((row, i) =>
            row.map((s, j) => ({
              quantity: ids.score(i, j),
              shade: s / most.score,
              mark: `score-${i + 1}${j + 1}`,
            })),
          )}
        />
      </Figure>
      <Figure title="Weights" about="$\alpha_{ij}$">
        <Heatmap
          label="Weights"
          tint="weight"
          rows={queries}
          columns={numbered('v', 'value', 'value', n)}
          cells={weights.map((row, i) =>
            row.map((_, j) => ({
              quantity: ids.weight(i, j),
              shade: weightShade(i, j),
              mark: `weight-${i + 1}${j + 1}`,
            })),
          )}
        />
        <label className={styles['option']}>
          <input
            type="checkbox"
            checked={logarithmic}
            onChange={(event) => setLogarithmic(event.target.checked)}
          />{' '}
          colours by logarithm
        </label>
      </Figure>
      <Figure title="Outputs" about="over $u$; wanted cells outlined">
        <Heatmap
          label="Outputs"
          tint="value"
          rows={numbered('c', 'output', 'value', n)}
          columns={directionNames(d)}
          cells={outputs.map((row, i) => row.map((x, r) => outputCell(i, r, x)))}
        />
      </Figure>
    </div>
  )
}

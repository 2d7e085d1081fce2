import { useState } from 'react'
import { toNumber } from '../../../core/numbers/rational'
import { rationalText } from '../../../tex/compositions'
import { DIRECTIONS } from '../../../tex/outer'
import { Figure } from '../../../ui/kit/Figure'
import type { LineName } from '../../../ui/kit/Heading'
import { type HeatCell, Heatmap } from '../../../ui/kit/Heatmap'
import type { PanelProps } from '../../../ui/panel'
import type { keyQueryValue } from '../key-query-value'
import { ids } from '../key-query-value.quantities'
import styles from './key-query-value.module.css'

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

/** Weights down to here are distinguished on the logarithmic colours: e⁻⁴⁰ is 4e−18. */
const PALEST = -40

/** A query also answers to the name of the token that asks it. */
const queriesOf = (n: number) =>
  numbered('q', 'query', 'query', n).map((name, i) => ({ ...name, mark: `${name.mark} token-${i + 1}` }))

const largest = (rows: readonly (readonly number[])[]) => Math.max(1e-300, ...rows.flat().map(Math.abs))

/** The scores of every query. */
export function Scores({ params, model: { n, scores } }: Props) {
  return (
    <Figure title="Scores" about={params.scoreScale === 1 ? '$k_j^\\top q_i$' : '$\\tau k_j^\\top q_i$'}>
      <Heatmap
        label="Scores"
        tint="plain"
        rows={queriesOf(n)}
        columns={numbered('k', 'key', 'key', n)}
        cells={scores.map((row, i) =>
          row.map((s, j) => ({
            quantity: ids.score(i, j),
            shade: s / largest(scores),
            mark: `score-${i + 1}${j + 1}`,
          })),
        )}
      />
    </Figure>
  )
}

/** The weights of every query. */
export function Weights({ model: { n, weights, logWeights } }: Props) {
  const [logarithmic, setLogarithmic] = useState(false)
  const shadeOf = (i: number, j: number) =>
    logarithmic ? Math.max(0, 1 - logWeights[i][j] / PALEST) : weights[i][j]
  return (
    <Figure
      title="Weights"
      about="$\alpha_{ij}$"
      setting={
        <label className={styles['option']}>
          <input
            type="checkbox"
            aria-label="colours by logarithm"
            checked={logarithmic}
            onChange={(event) => setLogarithmic(event.target.checked)}
          />
          <span>log</span>
        </label>
      }
    >
      <Heatmap
        label="Weights"
        tint="weight"
        rows={queriesOf(n)}
        columns={numbered('v', 'value', 'value', n)}
        cells={weights.map((row, i) =>
          row.map((_, j) => ({
            quantity: ids.weight(i, j),
            shade: shadeOf(i, j),
            mark: `weight-${i + 1}${j + 1}`,
          })),
        )}
      />
    </Figure>
  )
}

/** The outputs over the directions, the wanted cells outlined. */
export function Outputs({ params, model: { n, d, outputs, outcomes } }: Props) {
  const most = Math.max(largest(outputs), largest(params.targets))
  const cellOf = (i: number, r: number, x: number): HeatCell => {
    const { target } = outcomes[i]
    const cell = { quantity: ids.output(i, r), shade: x / most, mark: `output-${i + 1}${DIRECTIONS[r]}` }
    return target && toNumber(target[r]) !== 0 ? { ...cell, target: rationalText(target[r]) } : cell
  }
  return (
    <Figure title="Outputs" about="wanted cells outlined">
      <Heatmap
        label="Outputs"
        tint="value"
        rows={numbered('c', 'output', 'value', n)}
        columns={directionNames(d)}
        cells={outputs.map((row, i) => row.map((x, r) => cellOf(i, r, x)))}
      />
    </Figure>
  )
}

import { DIRECTIONS } from '../../tex/outer'
import { Figure } from '../../ui/kit/Figure'
import type { LineName } from '../../ui/kit/Heading'
import { Heatmap } from '../../ui/kit/Heatmap'
import type { PanelProps } from '../../ui/panel'
import type { identitySelfAttention } from './identity-self-attention'
import styles from './identity-self-attention.module.css'
import { ids } from './identity-self-attention.quantities'
import { LeakPlot } from './LeakPlot'
import { MarginPlot } from './MarginPlot'

const TOKENS: readonly LineName[] = [0, 1, 2].map((i) => ({
  tex: `x_${i + 1}`,
  words: `token ${i + 1}`,
  mark: `token-${i + 1}`,
}))

const OUTPUTS: readonly LineName[] = [0, 1, 2].map((i) => ({
  tex: `\\htmlClass{role-value}{c_${i + 1}}`,
  words: `output ${i + 1}`,
  mark: `output-${i + 1}`,
}))

const COLUMNS: readonly LineName[] = DIRECTIONS.slice(0, 4).map((letter) => ({
  tex: `u_${letter}`,
  words: `u ${letter}`,
}))

/** The instrument of 1(e)i: scores, weights and outputs, how far x₂ prefers itself, and what reaches u_b. */
export default function Panel(props: PanelProps<typeof identitySelfAttention>) {
  const { scores, weights, outputs } = props.model
  const most = (rows: readonly (readonly number[])[]) => Math.max(...rows.flat().map(Math.abs))
  return (
    <div className={styles['figures']}>
      <div className={styles['heatmaps']}>
        <Figure title="Scores" about="the Gram matrix $x_i^\top x_j$">
          <Heatmap
            label="Scores, the Gram matrix"
            tint="plain"
            rows={TOKENS}
            columns={TOKENS.map(({ tex, words }) => ({ tex, words }))}
            cells={scores.map((row, i) =>
              row.map((s, j) => ({
                quantity: ids.score(i, j),
                shade: s / most(scores),
                mark: markOf('score', i, j),
              })),
            )}
          />
        </Figure>
        <Figure title="Weights" about="$\alpha_{ij}$, row $i$ of query $i$">
          <Heatmap
            label="Weights"
            tint="weight"
            rows={TOKENS.map(({ tex, words }) => ({ tex, words }))}
            columns={TOKENS.map(({ tex, words }) => ({ tex, words }))}
            cells={weights.map((row, i) =>
              row.map((w, j) => ({ quantity: ids.weight(i, j), shade: w, mark: markOf('weight', i, j) })),
            )}
          />
        </Figure>
        <Figure title="Outputs" about="over $u$; wanted: $u_b$, outlined">
          <Heatmap
            label="Outputs"
            tint="value"
            rows={OUTPUTS}
            columns={COLUMNS}
            cells={outputs.map((row, i) =>
              row.map((x, r) => {
                const cell = { quantity: ids.output(i, r), shade: x / most(outputs) }
                return i === 1 && r === 1 ? { ...cell, mark: 'leak', target: '1' } : cell
              }),
            )}
          />
        </Figure>
      </div>
      <MarginPlot {...props} />
      <LeakPlot {...props} />
    </div>
  )
}

const markOf = (what: string, i: number, j: number) => `${what}-${i + 1}${j + 1}`

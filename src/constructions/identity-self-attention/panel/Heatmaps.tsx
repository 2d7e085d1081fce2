import { DIRECTIONS } from '../../../tex/outer'
import { Figure } from '../../../ui/kit/Figure'
import type { LineName } from '../../../ui/kit/Heading'
import { Heatmap } from '../../../ui/kit/Heatmap'
import type { UnaidedModel } from '../identity-self-attention.model'
import { ids } from '../identity-self-attention.quantities'

const TOKENS: readonly LineName[] = [0, 1, 2].map((i) => ({
  tex: `x_${i + 1}`,
  words: `token ${i + 1}`,
  mark: `token-${i + 1}`,
}))

/** The tokens' names, where what they name is not the tokens themselves. */
const UNMARKED: readonly LineName[] = TOKENS.map(({ tex, words }) => ({ tex, words }))

const OUTPUTS: readonly LineName[] = [0, 1, 2].map((i) => ({
  tex: `\\htmlClass{role-value}{c_${i + 1}}`,
  words: `output ${i + 1}`,
  mark: `output-${i + 1}`,
}))

const COLUMNS: readonly LineName[] = DIRECTIONS.slice(0, 4).map((letter) => ({
  tex: `u_${letter}`,
  words: `u ${letter}`,
}))

interface Props {
  readonly model: UnaidedModel
}

/** The products of the tokens with each other. */
export function Scores({ model: { scores } }: Props) {
  return (
    <Figure title="Scores" about="the Gram matrix $x_i^\top x_j$">
      <Heatmap
        label="Scores, the Gram matrix"
        tint="plain"
        rows={TOKENS}
        columns={UNMARKED}
        cells={scores.map((row, i) =>
          row.map((s, j) => ({
            quantity: ids.score(i, j),
            shade: s / largest(scores),
            mark: markOf('score', i, j),
          })),
        )}
      />
    </Figure>
  )
}

/** The weights of every query. */
export function Weights({ model: { weights } }: Props) {
  return (
    <Figure title="Weights" about="$\alpha_{ij}$, row $i$ of query $i$">
      <Heatmap
        label="Weights"
        tint="weight"
        rows={UNMARKED}
        columns={UNMARKED}
        cells={weights.map((row, i) =>
          row.map((w, j) => ({ quantity: ids.weight(i, j), shade: w, mark: markOf('weight', i, j) })),
        )}
      />
    </Figure>
  )
}

/** The outputs, over the directions. */
export function Outputs({ model: { outputs } }: Props) {
  return (
    <Figure title="Outputs" about="over $u$; wanted: $u_b$, outlined">
      <Heatmap
        label="Outputs"
        tint="value"
        rows={OUTPUTS}
        columns={COLUMNS}
        cells={outputs.map((row, i) =>
          row.map((x, r) => {
            const cell = { quantity: ids.output(i, r), shade: x / largest(outputs) }
            return i === 1 && r === 1 ? { ...cell, mark: 'leak', target: '1' } : cell
          }),
        )}
      />
    </Figure>
  )
}

const largest = (rows: readonly (readonly number[])[]) => Math.max(...rows.flat().map(Math.abs))

const markOf = (what: string, i: number, j: number) => `${what}-${i + 1}${j + 1}`

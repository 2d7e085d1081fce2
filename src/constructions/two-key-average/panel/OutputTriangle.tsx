import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import { Simplex, type SimplexPoint } from '../../../ui/kit/Simplex'
import type { PanelProps } from '../../../ui/panel'
import type { twoKeyAverage } from '../two-key-average'
import { type Averaging, type AveragingModel, averagingModel, LETTERS } from '../two-key-average.model'

/** Scales at which the output's way is marked. */
const TRAIL = [0, 1, 2, 3, 4]

/** The output c as a mixture of the wanted values and the mean of the others. */
export function OutputTriangle({
  params,
  model,
  pinned,
}: Pick<PanelProps<typeof twoKeyAverage>, 'params' | 'model' | 'pinned'>) {
  const letters = LETTERS.slice(0, params.m)
  const corners = [
    ...letters.map((letter) => ({ label: `$v_${letter}$`, mark: `value-${letter} value-wanted` })),
    { label: 'mean of the other values', mark: 'value-other', ink: 'soft' } as const,
  ]
  return (
    <Figure
      title="Output c"
      about="a mixture of the values"
      table={<OutputTable letters={letters} model={model} />}
    >
      <Simplex
        label={inWords(letters, model)}
        corners={corners}
        points={pointsOf(params, model, pinned?.model)}
        height={252}
      />
    </Figure>
  )
}

function pointsOf(params: Averaging, model: AveragingModel, pinned?: AveragingModel): SimplexPoint[] {
  const at = (scale: number) => ({ ...params, scale })
  return [
    { id: 'goal', kind: 'goal', weights: [...model.goals, 0], mark: 'goal' },
    ...TRAIL.map(
      (scale): SimplexPoint => ({
        id: `Q${scale}`,
        kind: 'trail',
        weights: mixtureOf(averagingModel(at(scale))),
        label: `$Q = ${scale}$`,
      }),
    ),
    ...(pinned?.weights.length === model.weights.length
      ? [{ id: 'pinned', kind: 'ghost', weights: mixtureOf(pinned), label: 'A' } as const]
      : []),
    { id: 'current', kind: 'current', weights: mixtureOf(model), mark: 'output', label: '$c$' },
  ]
}

const mixtureOf = ({ weights, leak }: AveragingModel) => [...weights, leak]

function inWords(letters: readonly string[], { weights, leak, logLeak }: AveragingModel): string {
  const parts = letters.map((letter, i) => `${number(weights[i])} of v ${letter}`)
  return `Output c is ${parts.join(', ')} and ${number(leak, logLeak)} of the mean of the others`
}

function OutputTable({ letters, model }: { letters: readonly string[]; model: AveragingModel }) {
  const rows = letters.map((letter, i) => [
    `v ${letter}`,
    number(model.weights[i], undefined, 12),
    number(model.goals[i], undefined, 12),
  ])
  return (
    <DataTable
      columns={['value', 'share in c', 'wanted']}
      rows={[...rows, ['mean of the others', number(model.leak, model.logLeak, 12), '0']]}
    />
  )
}

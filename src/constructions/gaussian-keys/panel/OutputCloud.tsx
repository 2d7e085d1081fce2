import { memo } from 'react'
import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import { Simplex, type SimplexPoint } from '../../../ui/kit/Simplex'
import type { PanelProps } from '../../../ui/panel'
import type { gaussianKeys } from '../gaussian-keys'
import { SHOWN_WIDTH } from '../gaussian-keys.draws'
import type { GaussianModel } from '../gaussian-keys.model'
import { rowsOf } from './rows'

type Props = Pick<PanelProps<typeof gaussianKeys>, 'model' | 'pinned'> & {
  readonly shown: Float64Array | undefined
}

const CORNERS = [
  { label: '$v_a$', mark: 'value-a' },
  { label: '$v_b$', mark: 'value-b' },
  { label: 'weighted mean of the others', mark: 'value-other', ink: 'soft' } as const,
]

/** Where c lies from draw to draw, as a mixture of v_a, v_b and the others. */
export const OutputCloud = memo(function OutputCloud({ model, pinned, shown }: Props) {
  const cloud = rowsOf(shown ?? new Float64Array(), SHOWN_WIDTH).map(([, , a, b]) => [
    a,
    b,
    Math.max(0, 1 - a - b),
  ])
  return (
    <Figure
      title="Output c"
      about={
        cloud.length > 0
          ? `first ${cloud.length === 1 ? 'draw' : `${cloud.length} draws`}, and what is wanted`
          : 'circled, what is wanted'
      }
      table={<OutputTable model={model} />}
    >
      <Simplex
        label={`Output c of this draw: ${number(model.weightA)} of v a, ${number(model.weightB)} of v b, ${number(model.leak)} of the others`}
        corners={CORNERS}
        cloud={cloud}
        points={pointsOf(model, pinned?.model)}
        height={205}
      />
    </Figure>
  )
})

function pointsOf(model: GaussianModel, pinned: GaussianModel | undefined): SimplexPoint[] {
  return [
    { id: 'goal', kind: 'goal', weights: [0.5, 0.5, 0], mark: 'goal' },
    ...(pinned ? [{ id: 'pinned', kind: 'ghost', weights: mixtureOf(pinned), label: 'A' } as const] : []),
    { id: 'current', kind: 'current', weights: mixtureOf(model), mark: 'output', label: '$c$' },
  ]
}

const mixtureOf = ({ weightA, weightB, leak }: GaussianModel) => [weightA, weightB, leak]

function OutputTable({ model }: { model: GaussianModel }) {
  const rows = [
    ['v a', model.weightA, 0.5],
    ['v b', model.weightB, 0.5],
    ['the others', model.leak, 0],
  ] as const
  return (
    <DataTable
      columns={['value', 'share in c', 'wanted']}
      rows={rows.map(([name, weight, wanted]) => [name, number(weight, undefined, 8), wanted])}
    />
  )
}

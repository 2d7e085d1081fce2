import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import { Simplex, type SimplexPoint } from '../../../ui/kit/Simplex'
import type { PanelProps } from '../../../ui/panel'
import type { multiHead } from '../multi-head'
import type { SampledHeads } from '../multi-head.jobs'
import { type HeadRow, type Heads, LETTERS, type MultiHeadModel } from '../multi-head.model'

type Props = PanelProps<typeof multiHead> & { readonly sampled: SampledHeads | undefined }

/** Where the heads' outputs and their mean c lie in this draw, and c in the first of many. */
export function OutputCloud({ params, model, pinned, sampled }: Props) {
  const cloud = cloudOf(params, sampled)
  const { output, leak } = model.drawn[params.design]
  const parts = output.map((w, i) => `${number(w)} of v ${LETTERS[i]}`)
  const some = cloud.length > 0 ? `; dots, the first ${cloud.length}` : ''
  return (
    <Figure
      title="Output c"
      about={`in this draw${some}`}
      table={<OutputTable params={params} model={model} />}
    >
      <Simplex
        label={`Output c of this draw: ${parts.join(', ')}, ${number(leak)} of the others`}
        corners={cornersOf(params)}
        cloud={cloud}
        points={pointsOf(params, model, pinned)}
        height={params.heads > 3 ? 300 : 218}
      />
    </Figure>
  )
}

function cornersOf({ heads, n }: Heads) {
  const wanted = LETTERS.slice(0, heads).map((letter) => ({
    label: `$v_${letter}$`,
    mark: `value-${letter}`,
  }))
  const others = { label: 'weighted mean of the others', mark: 'value-other', ink: 'soft' } as const
  return n > heads ? [...wanted, others] : wanted
}

function cloudOf({ heads, design }: Heads, sampled: SampledHeads | undefined): number[][] {
  const outputs = sampled?.summary.designs[design].outputs ?? new Float64Array()
  const width = heads + 1
  // Draws for another number of heads are still there until the new ones come.
  if (outputs.length % width !== 0) return []
  return Array.from({ length: outputs.length / width }, (_, i) => [
    ...outputs.subarray(i * width, (i + 1) * width),
  ])
}

function pointsOf(params: Heads, model: MultiHeadModel, pinned: Props['pinned']): SimplexPoint[] {
  const { heads, design } = params
  const parts = model.shown.map(
    (row, h): SimplexPoint => ({
      id: `c${h}`,
      kind: 'part',
      weights: mixtureOf(row, heads),
      mark: `output-${h + 1} head-${h + 1}`,
      label: `$c_${h + 1}$`,
    }),
  )
  return [
    { id: 'goal', kind: 'goal', weights: [...LETTERS.slice(0, heads).map(() => 1 / heads), 0], mark: 'goal' },
    ...(design === 'separate' || design === 'pushing' ? parts : []),
    ...(pinned?.params.heads === heads
      ? [
          {
            id: 'pinned',
            kind: 'ghost',
            weights: outputOf(pinned.model, pinned.params.design),
            label: 'A',
          } as const,
        ]
      : []),
    { id: 'current', kind: 'current', weights: outputOf(model, design), mark: 'output', label: '$c$' },
  ]
}

const outputOf = ({ drawn }: MultiHeadModel, design: Heads['design']) => [
  ...drawn[design].output,
  drawn[design].leak,
]

/** One head's output among the corners: the wanted values, and all others together. */
function mixtureOf({ weights, rest }: HeadRow, heads: number): number[] {
  return [...weights.slice(0, heads), weights.slice(heads).reduce((sum, w) => sum + w, rest)]
}

function OutputTable({ params, model }: { params: Heads; model: MultiHeadModel }) {
  const { heads, design } = params
  const columns = [...model.shown.map((row) => mixtureOf(row, heads)), outputOf(model, design)]
  return (
    <DataTable
      columns={['value', ...model.shown.map((_, h) => `c ${h + 1}`), 'c', 'wanted']}
      rows={[...LETTERS.slice(0, heads), 'others'].map((name, i) => [
        i < heads ? `v ${name}` : name,
        ...columns.map((mixture) => number(mixture[i])),
        i < heads ? number(1 / heads) : 0,
      ])}
    />
  )
}

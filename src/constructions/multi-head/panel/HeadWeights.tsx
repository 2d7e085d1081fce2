import { number } from '../../../tex/format'
import { Chart } from '../../../ui/kit/Chart'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import { useSize } from '../../../ui/kit/useSize'
import type { PanelProps } from '../../../ui/panel'
import { colourOf, marked, STROKES } from '../../../ui/plot/inks'
import { Text } from '../../../ui/plot/Text'
import { ValueText } from '../../../ui/plot/ValueText'
import type { multiHead } from '../multi-head'
import { NAMED } from '../multi-head.designs'
import { type HeadRow, type Heads, LETTERS, type MultiHeadModel } from '../multi-head.model'

type Props = PanelProps<typeof multiHead>

const MARGIN = { left: 68, right: 6, top: 6, bottom: 24 }

/** Half the width of a number as long as 1.77e−246: nearer to the name of its row it cannot stand. */
const HALF_LABEL = 28

/** The weights of every head in this draw, one head a row, and their mean. */
export function HeadWeights({ params, model, pinned }: Props) {
  const { shown } = model
  const ghosts = pinned?.model.shown.length === shown.length ? pinned.model.shown : []
  const lines = linesOf(model, params, ghosts)
  const usual = MARGIN.top + MARGIN.bottom + Math.max(34 * lines.length, 188)
  const [element, { width, height }] = useSize<HTMLDivElement>({ width: 420, height: usual })
  const rowHeight = Math.min(120, (height - MARGIN.top - MARGIN.bottom) / lines.length)
  const keys = shown[0].weights.length
  const slot = (width - MARGIN.left - MARGIN.right) / (keys + (params.n > keys ? 1 : 0))
  const middle = (i: number) => MARGIN.left + slot * (i + 0.5)
  return (
    <Figure
      title="Weights in this draw"
      about={`$${params.design === 'one' || params.design === 'away' ? 'q' : 'q_i'} = ${NAMED[params.design].query}$`}
      table={<WeightTable params={params} model={model} />}
    >
      <Chart
        label="Weights of every head, key by key"
        width={width}
        height={height}
        usual={usual}
        element={element}
      >
        {lines.map((line, row) => (
          <Line
            key={line.name}
            line={line}
            base={MARGIN.top + rowHeight * (row + 1)}
            tall={rowHeight - (rowHeight > 45 ? 20 : 6)}
            bar={Math.min(30, slot * 0.66)}
            width={width}
            middle={middle}
          />
        ))}
        {Array.from({ length: keys }, (_, i) => (
          <Text
            // Keys keep their order.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            look={i < params.heads ? 'label' : 'tick'}
            ink={i < params.heads ? 'key' : 'soft'}
            mark={i < params.heads ? `key-${LETTERS[i]} mean-${LETTERS[i]} mean-i` : 'key-other mean-i'}
            x={middle(i)}
            y={height - 7}
            anchor="middle"
          >
            {i < params.heads ? `$k_${LETTERS[i]}$` : `$k_{${i + 1}}$`}
          </Text>
        ))}
        {params.n > keys && (
          <Text look="note" x={width - MARGIN.right} y={height - 7} anchor="end">
            {`+${number(params.n - keys)}`}
          </Text>
        )}
      </Chart>
    </Figure>
  )
}

interface WeightLine {
  readonly name: string
  readonly weights: readonly number[]
  readonly ghost: readonly number[] | undefined
  readonly role: 'weight' | 'value'
  readonly mark: string
  /** The mark of the query that the row is the answer to. */
  readonly query?: string
  /** Index of the key whose weight is written, and the quantity that it is. */
  readonly own?: { readonly key: number; readonly quantity: string }
}

/** A row for each head, and one for their mean where there are several. */
function linesOf({ shown }: MultiHeadModel, { heads }: Heads, ghosts: readonly HeadRow[]): WeightLine[] {
  const lines = shown.map(
    ({ weights, own }, h): WeightLine => ({
      name: `head ${h + 1}`,
      weights,
      ghost: ghosts[h]?.weights,
      role: 'weight',
      mark: `head-${h + 1}`,
      query: `query-${h + 1} query-i`,
      own: { key: Math.max(0, own), quantity: `shown-${h + 1}` },
    }),
  )
  if (shown.length < 2) return lines
  const mean = (rows: readonly HeadRow[]) =>
    rows[0]?.weights.map((_, i) => rows.reduce((sum, { weights }) => sum + weights[i], 0) / heads)
  return [
    ...lines,
    { name: 'mean', weights: mean(shown) ?? [], ghost: mean(ghosts), role: 'value', mark: 'output' },
  ]
}

interface LineProps {
  readonly line: WeightLine
  readonly base: number
  readonly tall: number
  readonly bar: number
  readonly width: number
  middle(i: number): number
}

function Line({ line, base, tall, bar, width, middle }: LineProps) {
  const { name, weights, ghost, role, mark, query, own } = line
  const heightOf = (weight: number) => Math.max(1.5, tall * weight)
  return (
    <g {...marked({ ink: role, mark })}>
      <line x1={MARGIN.left} x2={width - MARGIN.right} y1={base} y2={base} stroke={colourOf('rule')} />
      <Text ink={role} mark={query ?? mark} x={MARGIN.left - 20} y={base - 4} anchor="end">
        {name}
      </Text>
      {weights.map((weight, i) => (
        <rect
          // Keys keep their order.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          data-mark={i < LETTERS.length ? `${mark}-${LETTERS[i]}` : mark}
          x={middle(i) - bar / 2}
          y={base - heightOf(weight)}
          width={bar}
          height={heightOf(weight)}
          fill="currentColor"
          opacity={own && own.key !== i ? 0.6 : 1}
        />
      ))}
      {ghost?.map((weight, i) => (
        <rect
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          className="ghost"
          fill="none"
          {...STROKES.ghost}
          x={middle(i) - bar / 2 - 2}
          y={base - heightOf(weight)}
          width={bar + 4}
          height={heightOf(weight)}
        />
      ))}
      {own && tall >= 40 && (
        <ValueText
          of={own.quantity}
          x={Math.max(MARGIN.left + HALF_LABEL, middle(own.key))}
          y={base - heightOf(weights[own.key]) - 5}
        />
      )}
      {own && tall < 40 && <Beside own={own} x={middle(own.key)} y={base - 6} bar={bar} width={width} />}
    </g>
  )
}

/** The weight beside its bar, where rows are too low to hold it above. */
function Beside({
  own,
  x,
  y,
  bar,
  width,
}: {
  own: NonNullable<WeightLine['own']>
  x: number
  y: number
  bar: number
  width: number
}) {
  const leftward = x > width - 70
  return (
    <ValueText
      of={own.quantity}
      x={x + (leftward ? -1 : 1) * (bar / 2 + 5)}
      y={y}
      anchor={leftward ? 'end' : 'start'}
    />
  )
}

function WeightTable({ params, model }: { params: Heads; model: MultiHeadModel }) {
  const { shown } = model
  return (
    <DataTable
      columns={['key', ...shown.flatMap((_, h) => [`weight, head ${h + 1}`, 'score'])]}
      rows={shown[0].weights.map((_, i) => [
        i < params.heads ? LETTERS[i] : i + 1,
        ...shown.flatMap(({ weights, logWeights, scores }) => [
          number(weights[i], logWeights[i]),
          number(scores[i]),
        ]),
      ])}
    />
  )
}

import { useId } from 'react'
import { number } from '../../../tex/format'
import { Chart } from '../../../ui/kit/Chart'
import { DataTable } from '../../../ui/kit/DataTable'
import { Value } from '../../../ui/kit/Explanation'
import { Figure } from '../../../ui/kit/Figure'
import { Tex } from '../../../ui/kit/Tex'
import { useSize } from '../../../ui/kit/useSize'
import { colourOf, STROKES } from '../../../ui/plot/inks'
import { Disc } from '../../../ui/plot/Point'
import { Text } from '../../../ui/plot/Text'
import { marksOf, subscript } from '../single-key.marks'
import type { SelectionModel } from '../single-key.model'
import styles from './single-key.module.css'

const HEIGHT = 190

/** Distance of the middle of a value's name from its dot. */
const NAME = 14

/** The output c among the values, which stand on a circle, and the bound on its distance from the wanted one. */
export function ValueCircle({
  model,
  pinned,
}: {
  model: SelectionModel
  pinned: SelectionModel | undefined
}) {
  const [element, { width, height }] = useSize<HTMLDivElement>({ width: 320, height: HEIGHT })
  const clip = useId()
  return (
    <Figure
      title="Output c"
      about="among the values"
      table={
        <>
          <p className={styles['note']}>
            <Tex>{'\\lVert c-v_j\\rVert'}</Tex> = <Value of="distance" />, at most{' '}
            <Tex>{'L\\max_i\\lVert v_i-v_j\\rVert'}</Tex> = <Value of="distance-most" />
          </p>
          <OutputTable model={model} />
        </>
      }
    >
      <Chart label={inWords(model)} width={width} height={height} usual={HEIGHT} element={element} role="img">
        <clipPath id={clip}>
          <rect y={-6} width={width} height={height + 12} />
        </clipPath>
        <Drawing model={model} pinned={pinned} width={width} height={height} clip={`url(#${clip})`} />
      </Chart>
    </Figure>
  )
}

interface DrawingProps {
  readonly model: SelectionModel
  readonly pinned: SelectionModel | undefined
  readonly width: number
  readonly height: number
  readonly clip: string
}

function Drawing({ model, pinned, width, height, clip }: DrawingProps) {
  const { values, target, output, othersMean, leak, reach } = model
  // The names of the values are outside of it, clear of the output on a value.
  const radius = Math.min(width, height) / 2 - NAME - 8
  const at = ([x, y]: readonly number[]) => ({ x: width / 2 + radius * x, y: height / 2 - radius * y })
  const [wanted, mean, c] = [values[target], othersMean, output].map(at)
  const outline = values.map((value) => `${at(value).x},${at(value).y}`).join('L')
  return (
    <g color={colourOf('value')}>
      <path fill={colourOf('wash')} stroke={colourOf('rule')} d={`M${outline}Z`} />
      <circle
        data-mark="leak"
        fill="currentColor"
        fillOpacity={0.08}
        stroke={colourOf('weight')}
        strokeDasharray="4 3"
        clipPath={clip}
        cx={wanted.x}
        cy={wanted.y}
        r={Math.min(leak * reach, 2) * radius}
      />
      <line {...STROKES.reference} x1={mean.x} y1={mean.y} x2={wanted.x} y2={wanted.y} />
      {values.map((value, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <ValueDot
          key={i}
          at={at(value)}
          out={at(value.map((x) => x * (1 + NAME / radius)))}
          i={i}
          model={model}
        />
      ))}
      <g data-mark="value-mean">
        <Disc ink="value" look="hollow" cx={mean.x} cy={mean.y} r={4} />
        <Text ink="value" x={mean.x + 8} y={mean.y + 12}>
          $v̄$
        </Text>
      </g>
      {pinned && <Disc look="ghost" cx={at(pinned.output).x} cy={at(pinned.output).y} r={6.5} />}
      <g data-mark="output">
        <Disc ink="value" cx={c.x} cy={c.y} r={6.5} />
        <Text ink="value" x={c.x + 10} y={c.y - 8}>
          $c$
        </Text>
      </g>
    </g>
  )
}

interface DotProps {
  readonly at: { readonly x: number; readonly y: number }
  readonly out: { readonly x: number; readonly y: number }
  readonly i: number
  readonly model: SelectionModel
}

function ValueDot({ at, out, i, model }: DotProps) {
  return (
    <g data-mark={marksOf('value', i, model)}>
      <Disc ink="value" cx={at.x} cy={at.y} r={3.5} />
      <Text
        look={i === model.target ? 'label' : 'tick'}
        ink={i === model.target ? 'value' : 'soft'}
        x={out.x}
        y={out.y}
        dy="0.35em"
        anchor="middle"
      >
        {`$v_${subscript(i)}$`}
      </Text>
    </g>
  )
}

function inWords({ target, leak, logLeak, othersDistance }: SelectionModel): string {
  const distance = number(leak * othersDistance, logLeak + Math.log(othersDistance))
  return `The output c is ${distance} away from value ${target + 1}`
}

function OutputTable({ model: { values } }: { model: SelectionModel }) {
  return (
    <DataTable
      columns={['point', 'x', 'y']}
      rows={[
        ['c', <Value key="x" of="output-x" />, <Value key="y" of="output-y" />],
        ...values.map(([x, y], i) => [`v ${i + 1}`, number(x), number(y)]),
      ]}
    />
  )
}

import { useId } from 'react'
import { number } from '../../tex/format'
import { DataTable } from '../../ui/kit/DataTable'
import { Value } from '../../ui/kit/Explanation'
import { Figure } from '../../ui/kit/Figure'
import { SvgMath } from '../../ui/kit/SvgMath'
import { Tex } from '../../ui/kit/Tex'
import { useWidth } from '../../ui/kit/useSize'
import { marksOf, subscript } from './single-key.marks'
import type { SelectionModel } from './single-key.model'
import styles from './single-key.module.css'

const HEIGHT = 190
const RADIUS = 74

/** The output c among the values, which stand on a circle, and the bound on its distance from the wanted one. */
export function ValueCircle({
  model,
  pinned,
}: {
  model: SelectionModel
  pinned: SelectionModel | undefined
}) {
  const [element, width] = useWidth<HTMLDivElement>(320)
  const clip = useId()
  return (
    <Figure
      title="Output c"
      about="among values that stand on a circle"
      table={<OutputTable model={model} />}
    >
      <div ref={element}>
        <svg className="chart" viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={inWords(model)}>
          <clipPath id={clip}>
            <rect y={-6} width={width} height={HEIGHT + 12} />
          </clipPath>
          <Drawing model={model} pinned={pinned} width={width} clip={`url(#${clip})`} />
        </svg>
      </div>
      <p className={styles['note']}>
        <Tex>{'\\lVert c-v_j\\rVert'}</Tex> = <Value of="distance" />, at most{' '}
        <Tex>{'L\\max_i\\lVert v_i-v_j\\rVert'}</Tex> = <Value of="distance-most" />
      </p>
    </Figure>
  )
}

interface DrawingProps {
  readonly model: SelectionModel
  readonly pinned: SelectionModel | undefined
  readonly width: number
  readonly clip: string
}

function Drawing({ model, pinned, width, clip }: DrawingProps) {
  const { values, target, output, othersMean, leak, reach } = model
  const at = ([x, y]: readonly number[]) => ({ x: width / 2 + RADIUS * x, y: HEIGHT / 2 - RADIUS * y })
  const [wanted, mean, c] = [values[target], othersMean, output].map(at)
  const outline = values.map((value) => `${at(value).x},${at(value).y}`).join('L')
  return (
    <g className="role-value">
      <path className="grid" fill="var(--wash)" d={`M${outline}Z`} />
      <circle
        className={styles['bound']}
        data-mark="leak"
        clipPath={clip}
        cx={wanted.x}
        cy={wanted.y}
        r={Math.min(leak * reach, 2) * RADIUS}
      />
      <line className="reference" x1={mean.x} y1={mean.y} x2={wanted.x} y2={wanted.y} />
      {values.map((value, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <ValueDot key={i} at={at(value)} out={at(value.map((x) => 1.2 * x))} i={i} model={model} />
      ))}
      <g data-mark="value-mean">
        <circle className={styles['mean']} cx={mean.x} cy={mean.y} r={4} />
        <text className="label" x={mean.x + 8} y={mean.y + 12}>
          <SvgMath>{'v̄'}</SvgMath>
        </text>
      </g>
      {pinned && <circle className="ghost" cx={at(pinned.output).x} cy={at(pinned.output).y} r={6.5} />}
      <g data-mark="output">
        <circle className="grip" cx={c.x} cy={c.y} r={6.5} />
        <text className="label" x={c.x + 10} y={c.y - 8}>
          <SvgMath>{'c'}</SvgMath>
        </text>
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
      <circle className="grip" cx={at.x} cy={at.y} r={3.5} />
      <text
        className={i === model.target ? 'label' : 'tick'}
        x={out.x}
        y={out.y}
        dy="0.35em"
        textAnchor="middle"
      >
        <SvgMath>{`v_${subscript(i)}`}</SvgMath>
      </text>
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
      heads={['point', 'x', 'y']}
      rows={[
        ['c', <Value key="x" of="output-x" />, <Value key="y" of="output-y" />],
        ...values.map(([x, y], i) => [`v ${i + 1}`, number(x), number(y)]),
      ]}
    />
  )
}

import { line, scaleLinear } from 'd3'
import { type ReactNode, useId } from 'react'
import './chart.css'
import { SvgMath } from './SvgMath'
import { useWidth } from './useSize'

export interface Curve {
  readonly id: string
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly className: string
  /** The figure's mark it belongs to. */
  readonly mark?: string
}

export interface Plot {
  x(value: number): number
  y(value: number): number
  /** The value at a place along the axis: inverse of `x` and `y`. */
  xAt(place: number): number
  yAt(place: number): number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Props {
  /** What the plot shows, in words, for those who cannot see it. */
  readonly label: string
  readonly xDomain: readonly [number, number]
  readonly yDomain: readonly [number, number]
  readonly xLabel: string
  readonly curves: readonly Curve[]
  readonly height?: number
  /** How numbers stand on the axes. */
  readonly xTick?: (value: number) => string
  readonly yTick?: (value: number) => string
  /** What the curves are drawn over, inside the axes: bars, regions. */
  renderBehind?(plot: Plot): ReactNode
  /** Marks, lines and handles on top, in the plot's own coordinates. */
  children?(plot: Plot): ReactNode
}

/** Ticks are round numbers: their shortest text, with a true minus sign. */
const tickText = (value: number) => String(Number(value.toPrecision(6))).replace('-', '−')

const MARGIN = { left: 46, right: 14, top: 12, bottom: 34 }

/** Curves over linear axes. What is drawn on top of them the caller decides. */
export function LinePlot({
  label,
  xDomain,
  yDomain,
  xLabel,
  curves,
  height = 300,
  xTick = tickText,
  yTick = tickText,
  renderBehind,
  children,
}: Props) {
  const [element, width] = useWidth<HTMLDivElement>(480)
  const left = Math.max(MARGIN.left, ...ticksOf(yDomain).map((value) => roomFor(yTick(value))))
  const plot = plotOf(xDomain, yDomain, { left, width, height })
  const clip = useId()
  return (
    <div ref={element}>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
        <YAxis plot={plot} domain={yDomain} tick={yTick} />
        <XAxis plot={plot} domain={xDomain} tick={xTick} label={xLabel} />
        <clipPath id={clip}>
          <rect
            x={plot.left}
            y={plot.top - 2}
            width={plot.right - plot.left}
            height={plot.bottom - plot.top + 4}
          />
        </clipPath>
        <g clipPath={`url(#${clip})`}>
          {renderBehind?.(plot)}
          {curves.map((curve) => (
            <path
              key={curve.id}
              className={`curve ${curve.className}`}
              data-mark={curve.mark}
              d={pathOf(curve, plot)}
            />
          ))}
        </g>
        {children?.(plot)}
      </svg>
    </div>
  )
}

const ticksOf = (domain: readonly [number, number]) => scaleLinear(domain, [0, 1]).ticks(5)

/** Pixels that a text left of the axis takes, its gap included. */
const roomFor = (text: string) => 14 + 7 * text.length

function plotOf(
  xDomain: readonly [number, number],
  yDomain: readonly [number, number],
  { left, width, height }: { left: number; width: number; height: number },
): Plot {
  const [right, top, bottom] = [width - MARGIN.right, MARGIN.top, height - MARGIN.bottom]
  const x = scaleLinear(xDomain, [left, right])
  const y = scaleLinear(yDomain, [bottom, top])
  return { x, y, xAt: x.invert, yAt: y.invert, left, right, top, bottom }
}

function pathOf({ points }: Curve, plot: Plot): string {
  const path = line<readonly [number, number]>()
    .defined(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    .x(([x]) => plot.x(x))
    .y(([, y]) => plot.y(y))
  return path(points) ?? ''
}

interface AxisProps {
  readonly plot: Plot
  readonly domain: readonly [number, number]
  tick(value: number): string
}

function YAxis({ plot, domain, tick }: AxisProps) {
  return (
    <g aria-hidden="true">
      {ticksOf(domain).map((value) => (
        <g key={value} transform={`translate(0 ${plot.y(value)})`}>
          <line className="grid" x1={plot.left} x2={plot.right} />
          <text className="tick" x={plot.left - 8} dy="0.35em" textAnchor="end">
            {tick(value)}
          </text>
        </g>
      ))}
    </g>
  )
}

function XAxis({ plot, domain, tick, label }: AxisProps & { readonly label: string }) {
  const count = Math.max(3, Math.floor((plot.right - plot.left) / 80))
  return (
    <g aria-hidden="true">
      {scaleLinear(domain, [0, 1])
        .ticks(count)
        .map((value) => (
          <text key={value} className="tick" x={plot.x(value)} y={plot.bottom + 17} textAnchor="middle">
            {tick(value)}
          </text>
        ))}
      <text className="tick" x={plot.right} y={plot.bottom + 31} textAnchor="end">
        <SvgMath>{label}</SvgMath>
      </text>
    </g>
  )
}

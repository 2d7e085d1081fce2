import { scaleBand } from 'd3'
import { type Framed, useFrame } from './frame'
import { type MarkProps, marked, STROKES } from './inks'
import { type Span, within } from './scales'

interface HistogramProps extends Framed, MarkProps {
  /** How often each bin was hit, in order. */
  readonly counts: ArrayLike<number>
  /** The ends of the first and the last bin. */
  readonly range: Span
  /** Of how many; the sum of the counts where it is left out. */
  readonly total?: number
  readonly opacity?: number
}

/** Hits as bars of the area of their share, all one path: as high as the density of what was counted. */
export function Histogram({ counts, range, total, opacity = 0.38, frame: given, ...mark }: HistogramProps) {
  const { x, y, clip } = useFrame(given)
  const [low, high] = range
  const width = (high - low) / counts.length
  const all = total ?? Array.from(counts).reduce((sum, count) => sum + count, 0)
  const bars = Array.from(counts, (count, i) => {
    if (!(count > 0)) return ''
    const [left, right] = [x(low + i * width) + 0.5, x(low + (i + 1) * width) - 0.5]
    // What rises far beyond the axis is cut off by it in any case.
    const top = Math.max(-1e4, y(count / all / width))
    return `M${left.toFixed(2)},${y(0).toFixed(2)}V${top.toFixed(2)}H${right.toFixed(2)}V${y(0).toFixed(2)}Z`
  })
  return (
    <path {...marked(mark)} fill="currentColor" fillOpacity={opacity} clipPath={clip} d={bars.join('')} />
  )
}

interface BarsProps extends Framed, MarkProps {
  readonly values: readonly number[]
  /** From where to where along the axis below they are side by side; all of it where left out. */
  readonly range?: Span
  /** Share of its place that a bar leaves free. */
  readonly gap?: number
  readonly look?: 'full' | 'outline' | 'ghost' | 'goal'
  readonly opacity?: number
}

/** One bar from 0 for each value, side by side. */
export function Bars({
  values,
  range,
  gap = 0.2,
  look = 'full',
  opacity = 1,
  frame: given,
  ...mark
}: BarsProps) {
  const { x, y } = useFrame(given)
  const [from, to] = (range ?? x.domain).map((value) => x(value))
  const band = scaleBand(values.keys(), [from, to]).padding(gap)
  return (
    <g
      {...marked(mark)}
      {...BAR_LOOKS[look]}
      fillOpacity={BAR_LOOKS[look].fill === 'none' ? undefined : opacity}
    >
      {values.map((value, i) => {
        const [top, foot] = [y(within(y, value)), y(within(y, 0))]
        return (
          <rect
            // Bars keep their order and have no names but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            x={band(i)}
            width={band.bandwidth()}
            y={Math.min(top, foot)}
            height={Math.abs(foot - top)}
          />
        )
      })}
    </g>
  )
}

const BAR_LOOKS = {
  full: { fill: 'currentColor' },
  outline: { fill: 'currentColor', ...STROKES.full },
  ghost: { fill: 'none', ...STROKES.ghost },
  goal: { fill: 'none', ...STROKES.drop, strokeWidth: 1.5 },
} as const

import { area, line } from 'd3'
import { type Frame, type Framed, useFrame } from './frame'
import { type MarkProps, marked, STROKES, type Stroke } from './inks'

/** Places in the values of the axes; what is not finite is left out. */
export type Points = readonly (readonly [x: number, y: number])[]

const isPlace = ([x, y]: readonly [number, number]) => Number.isFinite(x) && Number.isFinite(y)

/** Opacity of what is behind a curve that matters more. */
const FAINT = 0.45

interface LineProps extends Framed, MarkProps {
  readonly points: Points
  readonly stroke?: Stroke
  readonly faint?: boolean
}

/** A curve, cut off at the axes. */
export function Line({ points, stroke = 'full', faint = false, frame: given, ...mark }: LineProps) {
  const frame = useFrame(given)
  return (
    <path
      className={`curve ${stroke}`}
      {...marked(mark)}
      {...STROKES[stroke]}
      fill="none"
      opacity={faint ? FAINT : undefined}
      clipPath={frame.clip}
      d={pathOf(points, frame)}
    />
  )
}

/** SVG path of a curve through points. */
export function pathOf(points: Points, { x, y }: Pick<Frame, 'x' | 'y'>): string {
  const path = line<Points[number]>()
    .defined(isPlace)
    .x((point) => x(point[0]))
    .y((point) => y(point[1]))
    .digits(2)
  return path(points) ?? ''
}

interface AreaProps extends Framed, MarkProps {
  readonly points: Points
  /** The other edge, at the same x; the foot of the axis where it is left out. */
  readonly base?: Points
  readonly opacity?: number
}

/** What lies between a curve and another, or the foot of the plot. */
export function Area({ points, base, opacity = 0.3, frame: given, ...mark }: AreaProps) {
  const { x, y, clip, bottom } = useFrame(given)
  const path = area<Points[number]>()
    .defined((point, i) => isPlace(point) && (!base || isPlace(base[i])))
    .x((point) => x(point[0]))
    .y1((point) => y(point[1]))
    .y0((_, i) => (base ? y(base[i][1]) : bottom))
    .digits(2)
  return (
    <path
      {...marked(mark)}
      fill="currentColor"
      fillOpacity={opacity}
      clipPath={clip}
      d={path(points) ?? ''}
    />
  )
}

/** Many points as one path: lines of no length, whose round ends are seen. */
export function Dots({ points, frame: given, ...mark }: Omit<LineProps, 'stroke' | 'faint'>) {
  const frame = useFrame(given)
  const dot = ([x, y]: Points[number]) => `M${frame.x(x).toFixed(1)},${frame.y(y).toFixed(1)}h0`
  return (
    <path
      {...marked(mark)}
      fill="none"
      stroke="currentColor"
      strokeWidth={4.5}
      strokeLinecap="round"
      opacity={0.4}
      clipPath={frame.clip}
      d={points.filter(isPlace).map(dot).join('')}
    />
  )
}

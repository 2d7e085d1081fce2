import { type Framed, useFrame } from './frame'
import { colourOf, type MarkProps, marked, STROKES } from './inks'
import { isWithin, within } from './scales'

interface Props extends Framed, MarkProps {
  readonly x: number
  readonly y: number
  readonly r?: number
  /** `ghost` of the state pinned as A, `goal` for what is wanted, `reach` for what is felt around a handle. */
  readonly look?: 'full' | 'ghost' | 'goal' | 'hollow' | 'reach'
  /** Where it is drawn if it lies beyond the axes: nowhere, or at their ends. */
  readonly beyond?: 'nowhere' | 'edge'
}

/** A point of a plot. */
export function Point({ x, y, r = 6.5, look = 'full', beyond = 'nowhere', frame: given, ...mark }: Props) {
  const frame = useFrame(given)
  if (Number.isNaN(x) || Number.isNaN(y)) return null
  if (beyond === 'nowhere' && !(isWithin(frame.x, x) && isWithin(frame.y, y))) return null
  const place = { cx: frame.x(within(frame.x, x)), cy: frame.y(within(frame.y, y)) }
  return <Disc {...place} r={r} look={look} {...mark} />
}

interface DiscProps extends MarkProps, Pick<Props, 'look'> {
  readonly cx: number
  readonly cy: number
  readonly r: number
}

/** A point at a place of the drawing itself. */
export function Disc({ cx, cy, r, look = 'full', ...mark }: DiscProps) {
  return (
    <circle
      className={look === 'full' || look === 'hollow' ? `grip ${look}` : look}
      {...marked(mark)}
      {...LOOKS[look]}
      cx={cx}
      cy={cy}
      r={r}
    />
  )
}

/** Attributes of each look, for points of another shape. */
export const LOOKS = {
  full: { fill: 'currentColor', stroke: colourOf('panel'), strokeWidth: 2 },
  ghost: { ...STROKES.ghost, fill: 'none' },
  goal: { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5, strokeDasharray: '3 2' },
  hollow: { fill: colourOf('panel'), stroke: 'currentColor', strokeWidth: 1.5 },
  reach: { fill: 'transparent' },
} as const

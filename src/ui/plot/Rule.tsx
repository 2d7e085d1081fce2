import { type Framed, useFrame } from './frame'
import { type MarkProps, marked, STROKES, type Stroke } from './inks'
import { isWithin, type Span, within } from './scales'

interface RuleProps extends Framed, MarkProps {
  /** The value that it marks; nothing is drawn where that lies beyond the axis. */
  readonly at: number
  /** From where to where along the other axis, instead of across the plot. */
  readonly from?: number
  readonly to?: number
  readonly stroke?: Stroke
}

/** An upright line at a value of the axis below. */
export function RuleX({ at, from, to, stroke = 'reference', frame: given, ...mark }: RuleProps) {
  const { x, y, top, bottom } = useFrame(given)
  if (!isWithin(x, at)) return null
  const [y1, y2] = [
    from === undefined ? bottom : y(within(y, from)),
    to === undefined ? top : y(within(y, to)),
  ]
  return (
    <line className={stroke} {...marked(mark)} {...STROKES[stroke]} x1={x(at)} x2={x(at)} y1={y1} y2={y2} />
  )
}

/** A level line at a value of the axis at the left. */
export function RuleY({ at, from, to, stroke = 'reference', frame: given, ...mark }: RuleProps) {
  const { x, y, left, right } = useFrame(given)
  if (!isWithin(y, at)) return null
  const [x1, x2] = [
    from === undefined ? left : x(within(x, from)),
    to === undefined ? right : x(within(x, to)),
  ]
  return (
    <line className={stroke} {...marked(mark)} {...STROKES[stroke]} x1={x1} x2={x2} y1={y(at)} y2={y(at)} />
  )
}

interface RegionProps extends Framed, MarkProps {
  /** Between which values; all of the axis where it is left out. */
  readonly x?: Span
  readonly y?: Span
  readonly opacity?: number
}

/** A part of the plot, washed in a colour. */
export function Region({ x: across, y: up, opacity = 0.08, frame: given, ...mark }: RegionProps) {
  const { x, y } = useFrame(given)
  const [x1, x2] = (across ?? x.domain).map((value) => x(within(x, value)))
  const [y1, y2] = (up ?? y.domain).map((value) => y(within(y, value)))
  return (
    <rect
      {...marked(mark)}
      x={Math.min(x1, x2)}
      y={Math.min(y1, y2)}
      width={Math.abs(x2 - x1)}
      height={Math.abs(y2 - y1)}
      fill="currentColor"
      fillOpacity={opacity}
    />
  )
}

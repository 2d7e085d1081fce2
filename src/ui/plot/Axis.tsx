import { type Framed, useFrame } from './frame'
import { colourOf } from './inks'
import { PlotText } from './PlotText'
import type { Scale } from './scales'
import { runsOf, widthOf } from './tex'

/** About how many values the left axis names, whatever the height. */
export const Y_TICKS = 5

/** Room between two values named below a plot. */
const X_ROOM = 80

interface Props extends Framed {
  readonly side: 'bottom' | 'left'
  /** What is along it, at its end, where it is not said elsewhere. */
  readonly label?: string
  /** Values to name in place of round ones. */
  readonly ticks?: readonly number[]
}

/** Both axes, with what is along the lower one. */
export function Axes({ x }: { readonly x: string }) {
  return (
    <>
      <Axis side="left" />
      <Axis side="bottom" label={x} />
    </>
  )
}

/** The values along one side of a plot, of whichever kind its scale is; at the left with lines across the plot. */
export function Axis(props: Props) {
  return props.side === 'left' ? <LeftAxis {...props} /> : <BottomAxis {...props} />
}

function LeftAxis({ frame, label, ticks }: Props) {
  const { y, left, right, top } = useFrame(frame)
  return (
    <g aria-hidden="true" fill={colourOf('soft')}>
      {(ticks ?? y.ticks(Y_TICKS)).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x1={left} x2={right} stroke={colourOf('rule')} strokeWidth={1} />
          <text x={left - 8} dy="0.35em" textAnchor="end">
            {y.text(tick)}
          </text>
        </g>
      ))}
      {label && (
        <text x={left} y={top - 8} textAnchor="start">
          <PlotText>{label}</PlotText>
        </text>
      )}
    </g>
  )
}

function BottomAxis({ frame, label, ticks }: Props) {
  const { x, left, right, bottom } = useFrame(frame)
  return (
    <g aria-hidden="true" fill={colourOf('soft')}>
      {(ticks ? apart(ticks, x) : ticksThatFit(x, right - left)).map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 17} textAnchor="middle">
          {x.text(tick)}
        </text>
      ))}
      {label && (
        <text x={right} y={bottom + 31} textAnchor="end">
          <PlotText>{label}</PlotText>
        </text>
      )}
    </g>
  )
}

/** As many round values as have room for their texts side by side. */
function ticksThatFit(x: Scale, width: number): readonly number[] {
  const most = Math.max(3, Math.floor(width / X_ROOM))
  const tried = Array.from({ length: most }, (_, i) => x.ticks(most - i))
  const roomOf = (ticks: readonly number[]) =>
    ticks.reduce((sum, tick) => sum + textWidth(x, tick) + TICK_GAP, 0)
  return tried.find((ticks) => roomOf(ticks) <= width + TICK_GAP) ?? tried[most - 1]
}

/** Those of `ticks`, in order, whose texts do not run into the next one's; the last is always among them. */
function apart(ticks: readonly number[], x: Scale): readonly number[] {
  return ticks.reduceRight<readonly number[]>((kept, tick) => {
    const [next] = kept
    const isFree =
      next === undefined || x(next) - x(tick) >= (textWidth(x, tick) + textWidth(x, next)) / 2 + TICK_GAP
    return isFree ? [tick, ...kept] : kept
  }, [])
}

/** About how wide the text of a value is drawn. */
const textWidth = (x: Scale, tick: number) => 12 * widthOf(runsOf(x.text(tick)))

/** Room between the texts of two values. */
const TICK_GAP = 8

import { number } from '../../tex/format'
import { Axis } from '../plot/Axis'
import { FrameContext, sheetFrame } from '../plot/frame'
import { Handle } from '../plot/Handle'
import { marked, STROKES } from '../plot/inks'
import { Disc } from '../plot/Point'
import { linear, type Scale } from '../plot/scales'
import { Text } from '../plot/Text'
import { ValueText } from '../plot/ValueText'
import { Chart } from './Chart'
import { useSize } from './useSize'

export interface Bar {
  /** Symbol of the key, as in `k_a`. */
  readonly label: string
  readonly weight: number
  readonly logWeight: number
  /** Undefined where any weight will do. */
  readonly wanted: boolean | undefined
  /** Dot product of key and query, below the key's name; undefined of a weight that comes from no one score. */
  readonly score: number | undefined
  /** The weight in the state pinned to compare with. */
  readonly ghost?: number | undefined
  readonly mark?: string
  /** The mark of the key itself, on its name below the bar. */
  readonly keyMark?: string
  /** The quantity whose value is on the bar, where it explains itself. */
  readonly quantity?: string
}

interface Props {
  readonly label: string
  /** Wanted keys first; of the others only as many are drawn as there is room for. */
  readonly bars: readonly Bar[]
  /** Keys that have no bar at all. */
  readonly more?: number
  /** Weights that the first bars should reach, in order. */
  readonly goals?: readonly number[]
  readonly height?: number
  /** Lets the goals be dragged: the wanted weight of bar `i`. */
  readonly onGoal?: ((i: number, goal: number) => void) | undefined
}

const MARGIN = { left: 42, right: 8, top: 24, bottom: 42 }
/** Room a bar needs so that its weight can stand above it. */
const SLOT = 66

/** Width of the widest bar, and room that a digit takes in it. */
const WIDEST = 64
const DIGIT = 6.6

/** Room a number needs between the top of its bar and the goal's line. */
const NUMBER = 18

/** Attention weights as bars on one axis from 0, with the scores they come from below. */
export function WeightBars({ label, bars, more = 0, goals = [], height: usual = 174, onGoal }: Props) {
  const [element, { width, height }] = useSize<HTMLDivElement>({ width: 720, height: usual })
  const wanted = bars.filter((bar) => bar.wanted).length
  const fit = Math.max(wanted + 1, Math.floor((width - MARGIN.left - MARGIN.right) / SLOT))
  const hidden = more + bars.length - Math.min(bars.length, fit)
  const drawn = hidden > more ? bars.slice(0, fit - 1) : bars
  const left = more + bars.length - drawn.length
  const slot = (width - MARGIN.left - MARGIN.right) / (drawn.length + (left > 0 ? 1 : 0))
  const y = linear([0, highestOf(bars, goals)])([height - MARGIN.bottom, MARGIN.top])
  const [first, last] = [MARGIN.left, width - MARGIN.right]
  const frame = { ...sheetFrame(width, height), y, left: first, right: last, top: MARGIN.top, bottom: y(0) }
  const middle = (i: number) => MARGIN.left + slot * (i + 0.5)
  return (
    <Chart label={label} width={width} height={height} usual={usual} element={element}>
      <FrameContext value={frame}>
        <Axis side="left" ticks={ticksOf(y)} />
        {bars.some(({ score }) => score !== undefined) && (
          <Text look="note" ink="query" mark="query" x={MARGIN.left - 8} y={y(0) + 33} anchor="end">
            score
          </Text>
        )}
        {drawn.map((bar, i) => (
          <WeightBar
            key={bar.label}
            bar={bar}
            x={middle(i)}
            slot={slot}
            base={y(0)}
            top={y(bar.weight)}
            goal={y(goals[i] ?? 0)}
            ghost={bar.ghost === undefined ? undefined : y(bar.ghost)}
          />
        ))}
        {goals.slice(0, drawn.length).map((goal, i) => (
          <Goal
            key={bars[i].label}
            name={bars[i].label}
            x={middle(i)}
            slot={slot}
            y={y(goal)}
            goal={goal}
            onDrag={onGoal && ((place) => onGoal(i, y.invert(place)))}
          />
        ))}
        {left > 0 && (
          <Text look="note" x={middle(drawn.length)} y={y(0) + 17} anchor="middle">
            {`… ${number(left)} more`}
          </Text>
        )}
      </FrameContext>
    </Chart>
  )
}

/** The top of the axis: 1 only where a weight comes near it. */
function highestOf(bars: readonly Bar[], goals: readonly number[]): number {
  const highest = Math.max(...bars.flatMap((bar) => [bar.weight, bar.ghost ?? 0]), ...goals)
  return highest > 0.52 ? 1 : highest * 1.04
}

/** Where a half is the top of the axis, it is marked: it is what two keys that share the weight get. */
function ticksOf(y: Scale): readonly number[] {
  const highest = y.domain[1]
  return highest >= 0.5 && highest < 0.6 ? [0, 0.25, 0.5] : y.ticks(3)
}

interface WeightBarProps {
  readonly bar: Bar
  readonly x: number
  readonly slot: number
  readonly base: number
  readonly top: number
  /** The goal's line, which must not strike out the number. */
  readonly goal: number
  readonly ghost: number | undefined
}

function WeightBar({ bar, x, slot, base, top, goal, ghost }: WeightBarProps) {
  const width = Math.min(WIDEST, slot * 0.66)
  const crest = Math.min(top, base - 1.5)
  const isRoomy = slot >= SLOT - 8
  return (
    <g {...marked({ ink: 'weight', mark: bar.mark })}>
      <rect
        x={x - width / 2}
        y={crest}
        width={width}
        height={base - crest}
        rx={Math.min(3, width / 4, (base - crest) / 2)}
        fill="currentColor"
        opacity={bar.wanted === false ? 0.45 : 1}
      />
      {ghost !== undefined && (
        <rect
          className="ghost"
          fill="none"
          {...STROKES.ghost}
          x={x - width / 2 - 3}
          y={ghost}
          width={width + 6}
          height={Math.max(0, base - ghost)}
        />
      )}
      {(isRoomy || bar.quantity) && <BarNumber {...{ bar, x, crest, base, goal, width }} />}
      <Text
        look={bar.wanted === false ? 'tick' : 'label'}
        ink={bar.wanted === false ? 'soft' : 'key'}
        mark={bar.keyMark}
        x={x}
        y={base + 17}
        anchor="middle"
      >
        {`$${bar.label}$`}
      </Text>
      {bar.score !== undefined && (
        <Text look="note" ink="query" mark="query" x={x} y={base + 33} anchor="middle">
          {number(bar.score, undefined, 4)}
        </Text>
      )}
    </g>
  )
}

type NumberProps = Pick<WeightBarProps, 'bar' | 'x' | 'base' | 'goal'> & {
  /** The top of the bar, and how wide it is. */
  readonly crest: number
  readonly width: number
}

/** The weight in its bar, below the goal's line, where it fits in; else above bar and line. */
function BarNumber({ bar, x, crest, base, goal, width }: NumberProps) {
  const isStruck = goal < base && goal > crest - NUMBER
  const over = (isStruck ? Math.min(crest, goal) : crest) - 7
  if (bar.quantity) return <ValueText of={bar.quantity} x={x} y={over} />
  const text = number(bar.weight, bar.logWeight, bar.wanted === false && bar.weight <= 0.99 ? 3 : 5)
  const within = (goal > crest - 4 && goal < crest + NUMBER ? Math.max(crest, goal) : crest) + 15
  const isInside = within + 5 < base && text.length * DIGIT <= width
  const ink = !isInside ? 'soft' : bar.wanted === false ? 'ink' : 'on-colour'
  return (
    <Text look={isInside ? 'inside' : 'note'} ink={ink} x={x} y={isInside ? within : over} anchor="middle">
      {text}
    </Text>
  )
}

interface GoalProps {
  readonly name: string
  readonly x: number
  readonly slot: number
  readonly y: number
  readonly goal: number
  readonly onDrag: ((y: number) => void) | undefined
}

/** The weight that a wanted key should get, as a dashed line across its slot, which can be dragged where allowed. */
function Goal({ name, x, slot, y, goal, onDrag }: GoalProps) {
  const line = { x1: x - slot * 0.45, x2: x + slot * 0.45, y1: y, y2: y }
  if (!onDrag) return <line className="goal" {...STROKES.goal} {...line} />
  const perStep = 2
  return (
    <Handle
      ink="soft"
      label={`Wanted weight of ${name.replace('_', ' ')}`}
      valueText={number(goal)}
      now={goal}
      mark="goal"
      onDrag={(place) => onDrag(place.y)}
      onStep={(right, up) => onDrag(y - (right + up) * perStep)}
    >
      <line className="reach" {...STROKES.reach} {...line} />
      <line className="grip" {...STROKES.grip} {...line} />
      <Disc ink="soft" cx={line.x2} cy={y} r={4} />
    </Handle>
  )
}

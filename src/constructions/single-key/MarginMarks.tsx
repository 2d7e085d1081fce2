import { number } from '../../tex/format'
import { Handle } from '../../ui/kit/Handle'
import type { Curve, Plot } from '../../ui/kit/LinePlot'
import { SvgMath } from '../../ui/kit/SvgMath'
import { SvgValue } from '../../ui/kit/SvgValue'
import type { PanelProps } from '../../ui/panel'
import type { NumberSpec } from '../params'
import { clamped, positionOf, stepped } from '../scale'
import { singleKey } from './single-key'
import type { SelectionModel } from './single-key.model'
import styles from './single-key.module.css'

type Props = PanelProps<typeof singleKey>

const { margin: MARGIN } = singleKey.params

interface Mark extends Pick<Props, 'onChange' | 'onSettle'> {
  readonly plot: Plot
}

interface LineProps extends Mark {
  readonly margin: number
  /** The two bounds at this margin, the upper on the plot first. */
  readonly dots: readonly { readonly id: string; readonly level: number }[]
}

/** The chosen margin as a line to drag, with both bounds on it. */
export function MarginLine({ plot, margin, dots, onChange, onSettle }: LineProps) {
  const x = plot.x(margin)
  const right = x < (plot.left + plot.right) / 2
  const set = (value: number) => onChange({ margin: clamped(MARGIN, Number(value.toFixed(1))) }, 'margin')
  return (
    <>
      <Handle
        className="role-query"
        label={`${MARGIN.label}, in the plot`}
        valueText={`m = ${number(margin)}`}
        now={positionOf(MARGIN, margin)}
        mark="margin"
        onDrag={(place) => set(plot.xAt(place.x))}
        onStep={(toRight, up) => onChange({ margin: stepped(MARGIN, margin, toRight + up) }, 'margin')}
        onSettle={onSettle}
      >
        <line className="reach" x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
        <line className={styles['chosen']} x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
        {dots.map(({ id, level }) => (
          <circle key={id} className="grip" cx={x} cy={plot.y(level)} r={5} />
        ))}
      </Handle>
      {dots.map(({ id, level }, i) => (
        <SvgValue
          key={id}
          of={id}
          x={x + (right ? 10 : -10)}
          y={
            labelPlace(
              plot,
              dots.map((dot) => dot.level),
              i,
            ) ?? plot.y(level)
          }
          anchor={right ? 'start' : 'end'}
        />
      ))}
    </>
  )
}

/** Height of the label of dot `i`: beside its dot, moved apart from the other one and into the plot. */
function labelPlace(plot: Plot, levels: readonly number[], i: number): number {
  const [upper, lower] = levels.map((level) => plot.y(level) + 4)
  const apart = Math.max(0, 15 - (lower - upper)) / 2
  const inside = (y: number) =>
    Math.min(plot.bottom - 4 - (i === 0 ? 15 : 0), Math.max(plot.top + 10 + (i === 0 ? 0 : 15), y))
  return inside(i === 0 ? upper - apart : lower + apart)
}

/** What lies between the two curves: where the weight can be. */
export function Band({ plot, curves }: { plot: Plot; curves: readonly Curve[] }) {
  const [there = [], back = []] = curves.map(({ points }) =>
    points.map(([x, y]) => `${plot.x(x)},${plot.y(y)}`),
  )
  return <path className={styles['band']} d={`M${[...there, ...back.toReversed()].join('L')}Z`} />
}

/** When each bound is reached, beside its curve; nothing for two keys, where the bounds are one. */
export function CurveNames({ plot, n }: { plot: Plot; n: number }) {
  if (n === 2) return null
  const [high, low] = [0.62, 0.3]
  return (
    <g className="role-weight">
      <text className="note" x={plot.x(Math.log(high / (1 - high))) - 8} y={plot.y(high)} textAnchor="end">
        only one rival
      </text>
      <text className="note" x={plot.x(Math.log(((n - 1) * low) / (1 - low))) + 8} y={plot.y(low)}>
        all others tie
      </text>
    </g>
  )
}

/** The necessary and the sufficient margin, where the bounds reach what is asked. */
export function Thresholds({ plot, level, model }: { plot: Plot; level: number; model: SelectionModel }) {
  const { necessary, general } = model
  const [low, high] = [plot.xAt(plot.left), plot.xAt(plot.right)]
  const marks = [
    { id: 'necessary', at: necessary, words: 'needed' },
    { id: 'general-sufficient', at: general.sufficient, words: 'enough' },
  ].filter(({ at }) => at >= low && at <= high)
  const y = plot.y(level)
  return (
    <g className="role-holds">
      <line className="reference" data-mark="epsilon" x1={plot.left} x2={plot.right} y1={y} y2={y} />
      {marks.map(({ id, at, words }, i) => (
        <g key={id} data-mark={id}>
          <line className={styles['threshold']} x1={plot.x(at)} x2={plot.x(at)} y1={y} y2={plot.bottom} />
          <circle className="grip" cx={plot.x(at)} cy={y} r={4} />
          <text
            className="label"
            x={plot.x(at) + (i === 0 ? -4 : 4)}
            y={plot.bottom - 5}
            textAnchor={i === 0 ? 'end' : 'start'}
          >
            {words}
          </text>
        </g>
      ))}
    </g>
  )
}

interface EpsilonProps extends Mark {
  readonly epsilon: number
  readonly spec: NumberSpec
}

/** The leak allowed, as a line to drag. */
export function EpsilonLine({ plot, epsilon, spec, onChange, onSettle }: EpsilonProps) {
  const y = plot.y(Math.log10(epsilon))
  const set = (value: number) => onChange({ epsilon: clamped(spec, Number(value.toPrecision(3))) }, 'epsilon')
  return (
    <Handle
      className="role-holds"
      label={`${spec.label}, line`}
      valueText={`ε = ${number(epsilon)}`}
      now={positionOf(spec, epsilon)}
      mark="epsilon"
      onDrag={(place) => set(10 ** plot.yAt(place.y))}
      onStep={(right, up) => onChange({ epsilon: stepped(spec, epsilon, right + up) }, 'epsilon')}
      onSettle={onSettle}
    >
      <line className="reach" x1={plot.left} x2={plot.right} y1={y} y2={y} />
      <line
        className="grip"
        stroke="currentColor"
        strokeWidth={1.6}
        x1={plot.left}
        x2={plot.right}
        y1={y}
        y2={y}
      />
      <text className="label" x={plot.left + 6} y={y - 6}>
        <SvgMath>{`ε = ${number(epsilon)}`}</SvgMath>
      </text>
    </Handle>
  )
}

/** Where the keys of the plane stand between the bounds. */
export function PlaneDot({ plot, margin, level }: { plot: Plot; margin: number; level: number }) {
  const [x, y] = [plot.x(margin), plot.y(level)]
  if (x < plot.left || x > plot.right) return null
  // On the side that the numbers of a chosen margin leave free.
  const left = x < (plot.left + plot.right) / 2
  return (
    <g className="plain" data-mark="plane-margin">
      <circle className="grip" cx={x} cy={y} r={4.5} />
      <text className="label" x={x + (left ? -9 : 9)} y={y} dy="0.35em" textAnchor={left ? 'end' : 'start'}>
        the plane
      </text>
    </g>
  )
}

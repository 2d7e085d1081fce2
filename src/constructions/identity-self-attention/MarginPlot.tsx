import { number } from '../../tex/format'
import { DataTable } from '../../ui/kit/DataTable'
import { Figure } from '../../ui/kit/Figure'
import { GhostPoint } from '../../ui/kit/GhostPoint'
import { Handle } from '../../ui/kit/Handle'
import { type Curve, LinePlot, type Plot } from '../../ui/kit/LinePlot'
import { SvgMath } from '../../ui/kit/SvgMath'
import { SvgValue } from '../../ui/kit/SvgValue'
import type { PanelProps } from '../../ui/panel'
import { stepped } from '../scale'
import { identitySelfAttention } from './identity-self-attention'
import { marginOf, type Unaided } from './identity-self-attention.model'

type Props = PanelProps<typeof identitySelfAttention>

const { lambda: LAMBDA, kappa: KAPPA } = identitySelfAttention.params
const SAMPLES = 120
const FLOOR = 0.75
/** How high the plot goes: where the interesting part ends. */
const TOP = 4

/** How far x₂ prefers itself against λ and against κ: never below ¾, whatever is added. */
export function MarginPlot({ params, model, pinned, onChange, onSettle }: Props) {
  const { lambda, kappa } = params
  const along = (of: (t: number) => number): Curve['points'] =>
    Array.from({ length: SAMPLES + 1 }, (_, i) => {
      const t = LAMBDA.min + (i / SAMPLES) * (LAMBDA.max - LAMBDA.min)
      return [t, of(t)]
    })
  const curves: Curve[] = [
    ...(pinned ? ghostsOf(pinned.params, along) : []),
    { id: 'kappa', className: 'role-weight faint', mark: 'kappa', points: along((t) => marginOf(lambda, t)) },
    { id: 'lambda', className: 'role-key', mark: 'lambda', points: along((t) => marginOf(t, kappa)) },
  ]
  return (
    <Figure
      title="Margin"
      about="$\Delta_2/\beta^2 = 1+\lambda^2+\kappa^2-\max(\lambda,\kappa)$ against $\lambda$, and against $\kappa$ (pale)"
      table={<MarginTable kappa={kappa} pinnedKappa={pinned?.params.kappa} />}
    >
      <LinePlot
        label="Margin of token 2 over the others, in units of β squared, against λ and κ"
        xDomain={[LAMBDA.min, LAMBDA.max]}
        yDomain={[0, Math.max(TOP, model.margin * 1.15, (pinned?.model.margin ?? 0) * 1.15)]}
        xLabel="λ"
        curves={curves}
        height={236}
      >
        {(plot) => (
          <>
            <line
              className="reference"
              x1={plot.left}
              x2={plot.right}
              y1={plot.y(FLOOR)}
              y2={plot.y(FLOOR)}
            />
            <text className="note" x={plot.right} y={plot.y(FLOOR) + 14} textAnchor="end">
              never below ¾
            </text>
            {pinned && <Pinned plot={plot} {...pinned} />}
            <Point
              plot={plot}
              side={sideOf(plot, kappa, lambda, 'right')}
              tint="role-weight"
              name="κ"
              spec={KAPPA}
              value={kappa}
              margin={model.margin}
              onMove={(value) => onChange({ kappa: value }, 'kappa')}
              onSettle={onSettle}
            />
            <Point
              plot={plot}
              side={sideOf(plot, lambda, kappa, 'left')}
              tint="role-key"
              name="λ"
              spec={LAMBDA}
              value={lambda}
              margin={model.margin}
              onMove={(value) => onChange({ lambda: value }, 'lambda')}
              onSettle={onSettle}
            />
            <g data-mark="margin">
              <SvgValue
                of="relative-margin"
                x={plot.x(lambda) + (lambda > 1.5 ? -12 : 12)}
                y={plot.y(model.margin) - 10}
                anchor={lambda > 1.5 ? 'end' : 'start'}
              />
            </g>
          </>
        )}
      </LinePlot>
    </Figure>
  )
}

/** The two curves of the state pinned as A. */
function ghostsOf(
  { lambda, kappa }: Unaided,
  along: (of: (t: number) => number) => Curve['points'],
): Curve[] {
  return [
    { id: 'pinned-kappa', className: 'ghost', points: along((t) => marginOf(lambda, t)) },
    { id: 'pinned-lambda', className: 'ghost', points: along((t) => marginOf(t, kappa)) },
  ]
}

/** Where λ and κ stood in the state pinned as A. */
function Pinned({ plot, params: { lambda, kappa }, model }: NonNullable<Props['pinned']> & { plot: Plot }) {
  const points =
    lambda === kappa
      ? [['λ = κ', lambda] as const]
      : ([
          ['λ', lambda],
          ['κ', kappa],
        ] as const)
  return points.map(([name, value]) => (
    <GhostPoint
      key={name}
      x={plot.x(value)}
      y={plot.y(model.margin)}
      side={value > Math.min(lambda, kappa) ? 'right' : 'left'}
    >
      A <SvgMath>{name}</SvgMath>
    </GhostPoint>
  ))
}

type Side = 'left' | 'right'

/** Room that two whole points need side by side. */
const APART = 15

/** The half of its circle that a point shows where another would cover it: the one that looks away from it. */
function sideOf(plot: Plot, value: number, other: number, ifEqual: Side): Side | undefined {
  if (Math.abs(plot.x(value) - plot.x(other)) >= APART) return undefined
  if (value === other) return ifEqual
  return value < other ? 'left' : 'right'
}

interface PointProps {
  readonly plot: Plot
  readonly side: Side | undefined
  readonly tint: string
  readonly name: string
  readonly spec: typeof LAMBDA | typeof KAPPA
  readonly value: number
  readonly margin: number
  onMove(value: number): void
  onSettle(): void
}

function Point({ plot, side, tint, name, spec, value, margin, onMove, onSettle }: PointProps) {
  const range = spec.max - spec.min
  const [x, y] = [plot.x(value), plot.y(margin)]
  const moved = (at: number) => Math.min(spec.max, Math.max(spec.min, Math.round(at / spec.step) * spec.step))
  return (
    <Handle
      className={tint}
      label={`${spec.label}, on the curve`}
      valueText={`${name} = ${number(value)}, margin ${number(margin)} β²`}
      now={(value - spec.min) / range}
      onDrag={(place) => onMove(Number(moved(plot.xAt(place.x)).toPrecision(6)))}
      onStep={(right, up) => onMove(stepped(spec, value, right + up))}
      onSettle={onSettle}
    >
      <path className="touch" d={disc(x, y, 17, side)} />
      <path className="grip" d={disc(x, y, side ? 8 : 6.5, side)} />
      <text
        className="label"
        x={x + (side === 'left' ? -5 : side === 'right' ? 5 : 0)}
        y={y + 22}
        textAnchor={side === 'left' ? 'end' : side === 'right' ? 'start' : 'middle'}
      >
        <SvgMath>{name}</SvgMath>
      </text>
    </Handle>
  )
}

/** Path of a circle, or of one half of it. */
function disc(x: number, y: number, r: number, side: Side | undefined): string {
  const half = (sweep: 0 | 1) => `A${r} ${r} 0 0 ${sweep} ${x} ${y + r}`
  if (side) return `M${x} ${y - r}${half(side === 'left' ? 0 : 1)}Z`
  return `M${x} ${y - r}${half(0)}A${r} ${r} 0 0 0 ${x} ${y - r}Z`
}

function MarginTable({ kappa, pinnedKappa }: { kappa: number; pinnedKappa: number | undefined }) {
  return (
    <DataTable
      heads={[
        'λ',
        `margin in units of β², at κ = ${number(kappa)}`,
        ...(pinnedKappa === undefined ? [] : [`in A, at κ = ${number(pinnedKappa)}`]),
      ]}
      rows={[-2, -1, 0, 0.5, 1, 2, 3].map((lambda) => [
        number(lambda),
        number(marginOf(lambda, kappa)),
        ...(pinnedKappa === undefined ? [] : [number(marginOf(lambda, pinnedKappa))]),
      ])}
    />
  )
}

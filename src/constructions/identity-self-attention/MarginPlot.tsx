import { number } from '../../tex/format'
import { Figure } from '../../ui/kit/Figure'
import { Handle } from '../../ui/kit/Handle'
import { type Curve, LinePlot, type Plot } from '../../ui/kit/LinePlot'
import { SvgMath } from '../../ui/kit/SvgMath'
import { SvgValue } from '../../ui/kit/SvgValue'
import type { PanelProps } from '../../ui/panel'
import { stepped } from '../scale'
import { identitySelfAttention } from './identity-self-attention'
import { marginOf } from './identity-self-attention.model'

type Props = PanelProps<typeof identitySelfAttention>

const { lambda: LAMBDA, kappa: KAPPA } = identitySelfAttention.params
const SAMPLES = 120
const FLOOR = 0.75
/** How high the plot goes: where the interesting part ends. */
const TOP = 4

/** How far x₂ prefers itself against λ and against κ: never below ¾, whatever is added. */
export function MarginPlot({ params, model, onChange, onSettle }: Props) {
  const { lambda, kappa } = params
  const along = (of: (t: number) => number): Curve['points'] =>
    Array.from({ length: SAMPLES + 1 }, (_, i) => {
      const t = LAMBDA.min + (i / SAMPLES) * (LAMBDA.max - LAMBDA.min)
      return [t, of(t)]
    })
  const curves: Curve[] = [
    { id: 'kappa', className: 'role-weight faint', mark: 'kappa', points: along((t) => marginOf(lambda, t)) },
    { id: 'lambda', className: 'role-key', mark: 'lambda', points: along((t) => marginOf(t, kappa)) },
  ]
  return (
    <Figure
      title="Margin"
      about="$\Delta_2/\beta^2 = 1+\lambda^2+\kappa^2-\max(\lambda,\kappa)$ against $\lambda$, and against $\kappa$ (pale)"
      table={<MarginTable kappa={kappa} />}
    >
      <LinePlot
        label="Margin of token 2 over the others, in units of β squared, against λ and κ"
        xDomain={[LAMBDA.min, LAMBDA.max]}
        yDomain={[0, Math.max(TOP, model.margin * 1.15)]}
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
            <Point
              plot={plot}
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

interface PointProps {
  readonly plot: Plot
  readonly tint: string
  readonly name: string
  readonly spec: typeof LAMBDA | typeof KAPPA
  readonly value: number
  readonly margin: number
  onMove(value: number): void
  onSettle(): void
}

function Point({ plot, tint, name, spec, value, margin, onMove, onSettle }: PointProps) {
  const range = spec.max - spec.min
  const moved = (x: number) => Math.min(spec.max, Math.max(spec.min, Math.round(x / spec.step) * spec.step))
  return (
    <Handle
      className={tint}
      label={`${spec.label}, on the curve`}
      valueText={`${name} = ${number(value)}, margin ${number(margin)} β²`}
      now={(value - spec.min) / range}
      onDrag={({ x }) => onMove(Number(moved(plot.xAt(x)).toPrecision(6)))}
      onStep={(right, up) => onMove(stepped(spec, value, right + up))}
      onSettle={onSettle}
    >
      <circle className="reach" cx={plot.x(value)} cy={plot.y(margin)} r={8} />
      <circle className="grip" cx={plot.x(value)} cy={plot.y(margin)} r={6.5} />
      <text className="label" x={plot.x(value)} y={plot.y(margin) + 21} textAnchor="middle">
        <SvgMath>{name}</SvgMath>
      </text>
    </Handle>
  )
}

function MarginTable({ kappa }: { kappa: number }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">λ</th>
          <th scope="col">margin in units of β², at κ = {number(kappa)}</th>
        </tr>
      </thead>
      <tbody>
        {[-2, -1, 0, 0.5, 1, 2, 3].map((lambda) => (
          <tr key={lambda}>
            <th scope="row">{number(lambda)}</th>
            <td>{number(marginOf(lambda, kappa))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

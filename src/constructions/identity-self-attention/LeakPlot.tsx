import { number } from '../../tex/format'
import { Figure } from '../../ui/kit/Figure'
import { Handle } from '../../ui/kit/Handle'
import { type Curve, LinePlot, type Plot } from '../../ui/kit/LinePlot'
import { SvgMath } from '../../ui/kit/SvgMath'
import { SvgValue } from '../../ui/kit/SvgValue'
import type { PanelProps } from '../../ui/panel'
import { stepped } from '../scale'
import { identitySelfAttention } from './identity-self-attention'
import { logLeakAt, OVERFLOWS, type Unaided } from './identity-self-attention.model'

type Props = PanelProps<typeof identitySelfAttention>

const { norm: NORM } = identitySelfAttention.params
const SAMPLES = 120

/** The coefficient of u_b in c₂ against β: it falls without end, past where the closed forms overflow. */
export function LeakPlot({ params, model, onChange, onSettle }: Props) {
  const reach = Math.min(NORM.max, Math.max(5, params.norm * 1.4))
  const curve = (id: string, of: Unaided, className: string): Curve => ({
    id,
    className,
    mark: id,
    points: Array.from({ length: SAMPLES }, (_, i) => {
      const beta = ((i + 1) / SAMPLES) * reach
      return [beta, logLeakAt(of, beta) / Math.LN10]
    }),
  })
  const lowest = Math.min(-2, logLeakAt(params, reach) / Math.LN10)
  return (
    <Figure
      title="What reaches the wanted direction"
      about="$\alpha_{21}+\alpha_{23}$, the coefficient of $u_b$ in $c_2$, against $\beta$"
      table={<LeakTable params={params} />}
    >
      <LinePlot
        label="Decimal logarithm of the coefficient of u b in output 2 against β"
        xDomain={[0, reach]}
        yDomain={[lowest, 0]}
        xLabel="β"
        yTick={(power) => `1e${power}`.replace('-', '−')}
        curves={[
          curve('nearest', { ...params, lambda: 0.5, kappa: 0 }, 'soft faint'),
          curve('leak', params, 'role-weight'),
        ]}
        height={236}
      >
        {(plot) => (
          <>
            <Limits plot={plot} reach={reach} />
            <Current
              plot={plot}
              params={params}
              model={model}
              reach={reach}
              onChange={onChange}
              onSettle={onSettle}
            />
          </>
        )}
      </LinePlot>
    </Figure>
  )
}

/** Room for the words beside a line. */
const WORDS = 118

/** Where naive float64 arithmetic overflows. */
function Limits({ plot, reach }: { plot: Plot; reach: number }) {
  return OVERFLOWS.filter(({ beta }) => beta < reach).map(({ beta, words }, i) => {
    const x = plot.x(beta)
    const after = plot.right - x > WORDS
    return (
      <g key={words}>
        <line className="reference" x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
        <text
          className="note"
          x={x + (after ? 5 : -5)}
          y={plot.top + 12 + i * 15}
          textAnchor={after ? 'start' : 'end'}
        >
          {words} overflows
        </text>
      </g>
    )
  })
}

function Current({
  plot,
  params,
  model,
  reach,
  onChange,
  onSettle,
}: Pick<Props, 'params' | 'model' | 'onChange' | 'onSettle'> & { plot: Plot; reach: number }) {
  const [x, y] = [plot.x(params.norm), plot.y(model.logLeak / Math.LN10)]
  const right = params.norm < reach * 0.6
  return (
    <>
      <Handle
        className="role-weight"
        label="Norm, on the curve"
        valueText={`β = ${number(params.norm)}, coefficient ${number(model.leak, model.logLeak)}`}
        now={params.norm / reach}
        mark="norm"
        onDrag={(place) =>
          onChange(
            { norm: Math.min(NORM.max, Math.max(NORM.min, Number(plot.xAt(place.x).toPrecision(3)))) },
            'norm',
          )
        }
        onStep={(sideways, up) => onChange({ norm: stepped(NORM, params.norm, sideways + up) }, 'norm')}
        onSettle={onSettle}
      >
        <circle className="reach" cx={x} cy={y} r={8} />
        <circle className="grip" cx={x} cy={y} r={6.5} />
      </Handle>
      <SvgValue
        of="leak"
        x={x + (right ? 12 : -12)}
        y={Math.max(plot.top + 10, y - 8)}
        anchor={right ? 'start' : 'end'}
      />
      <text className="note" x={plot.left + 6} y={plot.bottom - 8}>
        <SvgMath>pale: λ = ½ , the slowest</SvgMath>
      </text>
    </>
  )
}

function LeakTable({ params }: { params: Unaided }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">β</th>
          <th scope="col">coefficient of u b in output 2</th>
        </tr>
      </thead>
      <tbody>
        {[0.5, 1, 2, 5, 10, 30, 50].map((beta) => {
          const log = logLeakAt(params, beta)
          return (
            <tr key={beta}>
              <th scope="row">{number(beta)}</th>
              <td>{number(Math.exp(log), log)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

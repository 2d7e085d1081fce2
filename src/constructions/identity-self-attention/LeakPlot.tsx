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
import { logLeakAt, overflowsAt, type Unaided } from './identity-self-attention.model'

type Props = PanelProps<typeof identitySelfAttention>

const { norm: NORM } = identitySelfAttention.params
const SAMPLES = 120

/** The coefficient of u_b in c₂ against β: it falls without end, past where the closed forms overflow. */
export function LeakPlot({ params, model, pinned, onChange, onSettle }: Props) {
  const reach = Math.min(NORM.max, Math.max(5, params.norm * 1.4, (pinned?.params.norm ?? 0) * 1.1))
  const curve = (id: string, of: Unaided, className: string): Curve => ({
    id,
    className,
    mark: id,
    points: Array.from({ length: SAMPLES }, (_, i) => {
      const beta = ((i + 1) / SAMPLES) * reach
      return [beta, logLeakAt(of, beta) / Math.LN10]
    }),
  })
  const lowest = Math.min(
    -2,
    ...[params, pinned?.params ?? params].map((of) => logLeakAt(of, reach) / Math.LN10),
  )
  return (
    <Figure
      title="What reaches the wanted direction"
      about="$\alpha_{21}+\alpha_{23}$, the coefficient of $u_b$ in $c_2$, against $\beta$"
      table={<LeakTable params={params} pinned={pinned?.params} />}
    >
      <LinePlot
        label="Decimal logarithm of the coefficient of u b in output 2 against β"
        xDomain={[0, reach]}
        yDomain={[lowest, 0]}
        xLabel="β"
        yTick={(power) => `1e${power}`.replace('-', '−')}
        curves={[
          curve('nearest', { ...params, lambda: 0.5, kappa: 0 }, 'soft faint'),
          ...(pinned ? [curve('pinned', pinned.params, 'ghost')] : []),
          curve('leak', params, 'role-weight'),
        ]}
        height={236}
      >
        {(plot) => (
          <>
            <Limits plot={plot} reach={reach} params={params} />
            {pinned && (
              <GhostPoint
                side={pinned.params.norm < reach / 8 ? 'right' : 'left'}
                x={plot.x(pinned.params.norm)}
                y={plot.y(pinned.model.logLeak / Math.LN10)}
              />
            )}
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

/** Room for the words beside a line, and for one line of them. */
const WORDS = { width: 112, height: 15 }

/** Where naive float64 arithmetic overflows. */
function Limits({ plot, reach, params }: { plot: Plot; reach: number; params: Unaided }) {
  return overflowsAt(params)
    .filter(({ beta }) => beta < reach)
    .map(({ beta, words }, i) => {
      const { x, y, anchor } = freePlace(plot, beta, i, params)
      return (
        <g key={words}>
          <line className="reference" x1={plot.x(beta)} x2={plot.x(beta)} y1={plot.top} y2={plot.bottom} />
          <text className="note" x={x} y={y} textAnchor={anchor}>
            {words} overflows
          </text>
        </g>
      )
    })
}

/** A place beside the line at `beta` that the falling curve does not cross: below it, or else above. */
function freePlace(plot: Plot, beta: number, row: number, params: Unaided) {
  const line = plot.x(beta)
  const curve = (x: number) => plot.y(logLeakAt(params, Math.max(1e-3, plot.xAt(x))) / Math.LN10)
  const low = plot.bottom - 26 - row * WORDS.height
  const high = plot.top + 12 + row * WORDS.height
  const places = [-1, 1].flatMap((side) => {
    const [from, to] = side < 0 ? [line - WORDS.width, line] : [line, line + WORDS.width]
    const fits = from > plot.left && to < plot.right
    const at = { x: line + 5 * side, anchor: side < 0 ? 'end' : 'start' } as const
    return [
      { ...at, y: low, free: fits && curve(to) < low - WORDS.height },
      { ...at, y: high, free: fits && curve(from) > high + 5 },
    ]
  })
  return places.find(({ free }) => free) ?? places[1]
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

function LeakTable({ params, pinned }: { params: Unaided; pinned: Unaided | undefined }) {
  const shown = pinned ? [params, pinned] : [params]
  return (
    <DataTable
      heads={['β', 'coefficient of u b in output 2', ...(pinned ? ['the same in A'] : [])]}
      rows={[0.5, 1, 2, 5, 10, 30, 50].map((beta) => [
        number(beta),
        ...shown.map((of) => number(Math.exp(logLeakAt(of, beta)), logLeakAt(of, beta))),
      ])}
    />
  )
}

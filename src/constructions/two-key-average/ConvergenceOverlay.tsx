import { number } from '../../tex/format'
import { Handle } from '../../ui/kit/Handle'
import type { Plot } from '../../ui/kit/LinePlot'
import { SvgMath } from '../../ui/kit/SvgMath'
import { SvgValue } from '../../ui/kit/SvgValue'
import type { PanelProps } from '../../ui/panel'
import { stepped } from '../scale'
import { epsilonNear } from './EpsilonSolver'
import { twoKeyAverage } from './two-key-average'
import { logLeakAt } from './two-key-average.model'

type Props = PanelProps<typeof twoKeyAverage>

const { scale: SCALE, epsilon: EPSILON } = twoKeyAverage.params

/** ln of the smallest positive float64 and of the smallest step below 1: where naive arithmetic gives up. */
const FLOORS = [
  { log: Math.log(Number.EPSILON / 2), words: '1 − leak rounds to 1 below here' },
  { log: Math.log(Number.MIN_VALUE), words: 'the leak itself rounds to 0 below here' },
]

/** What stands on the curves: the current scale to drag, the ε line, and where naive arithmetic gives up. */
export function ConvergenceOverlay({
  plot,
  params,
  model,
  reach,
  onChange,
  onSettle,
}: Pick<Props, 'params' | 'model' | 'onChange' | 'onSettle'> & { plot: Plot; reach: number }) {
  const { scaleNeeded, logLeak } = model
  const logEpsilon = Math.log(params.epsilon)
  const reference = params.n === 1000 ? 10 : 1000
  const referenceLog = logLeakAt({ ...params, n: reference }, reach * 0.97)
  const lowest = plot.yAt(plot.bottom)
  const crowded = plot.y(logLeakAt(params, reach * 0.97)) - plot.y(referenceLog) < 24
  return (
    <>
      {FLOORS.filter(({ log }) => log > lowest * 0.97).map(({ log, words }) => (
        <g key={words}>
          <line className="reference" x1={plot.left} x2={plot.right} y1={plot.y(log)} y2={plot.y(log)} />
          <text className="note" x={plot.right} y={plot.y(log) + 13} textAnchor="end">
            {words}
          </text>
        </g>
      ))}
      {!crowded && (
        <text className="note" x={plot.right} y={plot.y(referenceLog) - 10} textAnchor="end">
          <SvgMath>{`n = ${number(reference)}`}</SvgMath>
        </text>
      )}
      {logEpsilon > lowest && (
        <EpsilonLine
          plot={plot}
          logEpsilon={logEpsilon}
          epsilon={params.epsilon}
          needed={scaleNeeded}
          onChange={onChange}
          onSettle={onSettle}
        />
      )}
      <Handle
        className="role-query"
        label="Scale, on the curve"
        valueText={`Q = ${number(params.scale)}, natural logarithm of the leak ${number(logLeak)}`}
        now={params.scale / reach}
        mark="scale"
        onDrag={({ x }) =>
          onChange({ scale: Math.min(SCALE.max, Math.max(0, Number(plot.xAt(x).toPrecision(3)))) }, 'scale')
        }
        onStep={(right, up) => onChange({ scale: stepped(SCALE, params.scale, right + up) }, 'scale')}
        onSettle={onSettle}
      >
        <circle className="reach" cx={plot.x(params.scale)} cy={plot.y(logLeak)} r={8} />
        <circle className="grip" cx={plot.x(params.scale)} cy={plot.y(logLeak)} r={6.5} />
      </Handle>
      <CurrentLabel plot={plot} scale={params.scale} logLeak={logLeak} />
    </>
  )
}

function CurrentLabel({ plot, scale, logLeak }: { plot: Plot; scale: number; logLeak: number }) {
  const right = plot.x(scale) < plot.left + (plot.right - plot.left) * 0.7
  return (
    <SvgValue
      of="log-leak"
      before="ln L = "
      x={plot.x(scale) + (right ? 12 : -12)}
      y={plot.y(logLeak) - 8}
      anchor={right ? 'start' : 'end'}
    />
  )
}

interface EpsilonProps extends Pick<Props, 'onChange' | 'onSettle'> {
  readonly plot: Plot
  readonly logEpsilon: number
  readonly epsilon: number
  readonly needed: number
}

/** The leak allowed, as a line to drag, and where the curve meets it. */
function EpsilonLine({ plot, logEpsilon, epsilon, needed, onChange, onSettle }: EpsilonProps) {
  const y = plot.y(logEpsilon)
  const met = Number.isFinite(needed) && needed >= 0
  const end = met ? plot.x(needed) : plot.right
  return (
    <>
      {met && (
        <line
          className="reference role-holds"
          stroke="currentColor"
          x1={end}
          x2={end}
          y1={y}
          y2={plot.bottom}
        />
      )}
      <Handle
        className="role-holds"
        label="Leak allowed, line"
        valueText={`ε = ${number(epsilon)}${met ? `, needs Q = ${number(needed)}` : ''}`}
        now={(logEpsilon - plot.yAt(plot.bottom)) / -plot.yAt(plot.bottom)}
        mark="epsilon"
        onDrag={(place) => onChange({ epsilon: epsilonNear(plot.yAt(place.y)) }, 'epsilon')}
        onStep={(right, up) => onChange({ epsilon: stepped(EPSILON, epsilon, right + up) }, 'epsilon')}
        onSettle={onSettle}
      >
        <line className="reach" x1={plot.left} x2={end} y1={y} y2={y} />
        <line className="grip" x1={plot.left} x2={end} y1={y} y2={y} />
        {met && <circle className="grip" data-mark="scale-needed" cx={end} cy={y} r={5} />}
      </Handle>
      <text className="label role-holds" x={plot.left + 6} y={y - 7}>
        <SvgMath>{`ε = ${number(epsilon)}`}</SvgMath>
      </text>
      {met && (
        <SvgValue
          of="scale-needed"
          before="Q = "
          x={end + (end > plot.right - 90 ? -8 : 9)}
          y={y - 7}
          anchor={end > plot.right - 90 ? 'end' : 'start'}
        />
      )}
    </>
  )
}

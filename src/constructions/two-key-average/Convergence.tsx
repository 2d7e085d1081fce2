import { number } from '../../tex/format'
import { Figure } from '../../ui/kit/Figure'
import { Handle } from '../../ui/kit/Handle'
import { type Curve, LinePlot, type Plot } from '../../ui/kit/LinePlot'
import { NumberField } from '../../ui/kit/NumberField'
import { SvgMath } from '../../ui/kit/SvgMath'
import { SvgValue } from '../../ui/kit/SvgValue'
import { Tex } from '../../ui/kit/Tex'
import type { PanelProps } from '../../ui/panel'
import { stepped } from '../scale'
import { twoKeyAverage } from './two-key-average'
import { type Averaging, logLeakAt } from './two-key-average.model'
import styles from './two-key-average.module.css'

type Props = PanelProps<typeof twoKeyAverage>

const { scale: SCALE, epsilon: EPSILON } = twoKeyAverage.params
const SAMPLES = 160
/** ln of the smallest positive float64 and of the smallest step below 1: where naive arithmetic gives up. */
const FLOORS = [
  { log: Math.log(Number.EPSILON / 2), words: '1 − leak rounds to 1 below here' },
  { log: Math.log(Number.MIN_VALUE), words: 'the leak itself rounds to 0 below here' },
]

/** ln(leak) against the scale, without end: it is computed in logarithms. A line asks what scale a leak needs. */
export function Convergence({ params, model, onChange, onSettle }: Props) {
  const { scaleNeeded } = model
  const reach = reachOf(params, scaleNeeded)
  const lowest = logLeakAt(params, reach)
  const solve = (scale: number) => onChange({ epsilon: clampedEpsilon(logLeakAt(params, scale)) }, 'epsilon')
  return (
    <Figure
      title="Convergence"
      about="$\ln L$ against scale $Q$"
      table={<ConvergenceTable params={params} reach={reach} />}
    >
      {model.others === 0 ? (
        <p className={styles['empty']}>Every key is wanted: nothing can leak, L = 0 for every Q.</p>
      ) : (
        <LinePlot
          label="Natural logarithm of the leak against the scale"
          xDomain={[0, reach]}
          yDomain={[Math.min(-1, lowest), 0]}
          xLabel="Q"
          curves={curvesOf(params, reach)}
          height={226}
        >
          {(plot) => (
            <Overlay
              plot={plot}
              params={params}
              model={model}
              reach={reach}
              onChange={onChange}
              onSettle={onSettle}
            />
          )}
        </LinePlot>
      )}
      <div className={styles['solver']}>
        <label>
          <Tex>{'\\htmlClass{role-weight}{\\varepsilon}'}</Tex> allowed
          <NumberField
            label="Leak allowed"
            scale={EPSILON}
            value={params.epsilon}
            onChange={(epsilon) => onChange({ epsilon }, 'epsilon')}
            onSettle={onSettle}
          />
        </label>
        <span aria-hidden="true">⇔</span>
        <label>
          <Tex>{'\\htmlClass{role-query}{Q}'}</Tex> needed
          {Number.isFinite(scaleNeeded) ? (
            <NumberField
              label="Scale needed"
              scale={{ ...SCALE, min: -1000 }}
              value={rounded(scaleNeeded)}
              onChange={solve}
              onSettle={onSettle}
            />
          ) : (
            <b>{scaleNeeded < 0 ? ' any' : ' none is enough'}</b>
          )}
        </label>
        <button
          type="button"
          disabled={!(scaleNeeded >= 0 && scaleNeeded <= SCALE.max)}
          onClick={() => onChange({ scale: rounded(scaleNeeded) }, '')}
        >
          Set Q
        </button>
      </div>
    </Figure>
  )
}

const rounded = (x: number) => Number(x.toPrecision(6))

const clampedEpsilon = (log: number) =>
  Math.min(EPSILON.max, Math.max(EPSILON.min, Number(Math.exp(log).toPrecision(4))))

/** How far the axis goes: past the current scale and the needed one. */
function reachOf({ scale }: Averaging, needed: number): number {
  const far = Math.max(20, scale * 1.15, Number.isFinite(needed) ? needed * 1.15 : 0)
  return Math.min(SCALE.max * 1.15, far)
}

function curvesOf(params: Averaging, reach: number): Curve[] {
  const reference = params.n === 1000 ? 10 : 1000
  const curve = (id: string, of: Averaging, className: string, mark: string): Curve => ({
    id,
    className,
    mark,
    points: Array.from({ length: SAMPLES + 1 }, (_, i) => [
      (i * reach) / SAMPLES,
      logLeakAt(of, (i * reach) / SAMPLES),
    ]),
  })
  return [
    curve('reference', { ...params, n: reference }, 'soft faint', 'reference'),
    curve('leak', params, 'role-query', 'leak'),
  ]
}

function Overlay({
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
        onDrag={(place) => onChange({ epsilon: clampedEpsilon(plot.yAt(place.y)) }, 'epsilon')}
        onStep={(right, up) => onChange({ epsilon: stepped(EPSILON, epsilon, right + up) }, 'epsilon')}
        onSettle={onSettle}
      >
        <line className="reach" x1={plot.left} x2={end} y1={y} y2={y} />
        <line className="grip" x1={plot.left} x2={end} y1={y} y2={y} />
        {met && <circle className="grip" data-mark="scale-needed" cx={end} cy={y} r={5} />}
      </Handle>
      <text className="label role-holds" x={plot.left + 6} y={y - 7}>
        <SvgMath>{`ε = ${number(epsilon)}${met ? ` → Q = ${number(needed, undefined, 4)}` : ''}`}</SvgMath>
      </text>
    </>
  )
}

function ConvergenceTable({ params, reach }: { params: Averaging; reach: number }) {
  const scales = Array.from({ length: 9 }, (_, i) => Number(((i * reach) / 8).toPrecision(3)))
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Q</th>
          <th scope="col">leak</th>
          <th scope="col">ln leak</th>
        </tr>
      </thead>
      <tbody>
        {scales.map((scale) => {
          const log = logLeakAt(params, scale)
          return (
            <tr key={scale}>
              <th scope="row">{number(scale)}</th>
              <td>{number(Math.exp(log), log)}</td>
              <td>{number(log, undefined, 8)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

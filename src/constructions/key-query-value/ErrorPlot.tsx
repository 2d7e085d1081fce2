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
import { keyQueryValue } from './key-query-value'
import { logErrorOf } from './key-query-value.convergence'
import type { Design, DesignModel } from './key-query-value.model'
import styles from './key-query-value.module.css'
import { ids } from './key-query-value.quantities'

type Props = Pick<PanelProps<typeof keyQueryValue>, 'params' | 'model' | 'pinned' | 'onChange' | 'onSettle'>

const { norm: NORM } = keyQueryValue.params
const SAMPLES = 120
/** log₁₀ of the relative precision of float64: below it an output rounds to its target. */
const PRECISION = Math.log10(Number.EPSILON / 2)
const ROLES = ['role-value', 'role-query', 'role-key', 'role-weight', 'plain', 'soft']

/** The errors of the wanted outputs against β², where each becomes a straight line. */
export function ErrorPlot({ params, model, pinned, onChange, onSettle }: Props) {
  const reach = Math.max(16, params.norm ** 2 * 2, pinned ? pinned.params.norm ** 2 * 1.1 : 0)
  const ghosts = pinned ? curvesOf(pinned.params, pinned.model, reach).map(ghostly) : []
  const curves = [...ghosts, ...curvesOf(params, model, reach)]
  const heights = curves.flatMap(({ points }) => points.map(([, y]) => y))
  const lowest = Math.min(-2, ...heights)
  const highest = Math.max(0, ...heights)
  return (
    <Figure
      title="Error"
      about="$\lVert c_i-\text{wanted}\rVert$ on a logarithmic axis against $\beta^2$"
      table={<ErrorTable params={params} model={model} pinned={pinned} />}
    >
      {curves.length === 0 ? (
        <p className={styles['empty']}>Nothing is wanted, or everything is exact at every β.</p>
      ) : (
        <LinePlot
          label="Decimal logarithm of the error of each wanted output against β squared"
          xDomain={[0, reach]}
          yDomain={[lowest, highest + 0.5]}
          xLabel="β²"
          yTick={(power) => `1e${power}`.replace('-', '−')}
          curves={curves}
          height={218}
        >
          {(plot) => (
            <Overlay
              pinned={pinned}
              plot={plot}
              params={params}
              model={model}
              reach={reach}
              lowest={lowest}
              onChange={onChange}
              onSettle={onSettle}
            />
          )}
        </LinePlot>
      )}
    </Figure>
  )
}

function curvesOf({ scoreScale }: Design, { outcomes }: DesignModel, reach: number): Curve[] {
  return outcomes.flatMap(({ convergence, logError }, i) => {
    if (!convergence || logError === -Infinity) return []
    const logErrorAt = logErrorOf(convergence)
    const points = Array.from({ length: SAMPLES }, (_, k): [number, number] => {
      const square = ((k + 1) / SAMPLES) * reach
      return [square, logErrorAt(Math.sqrt(square), scoreScale) / Math.LN10]
    })
    return [{ id: `error-${i + 1}`, className: ROLES[i], mark: `error-${i + 1}`, points }]
  })
}

/** The curve of an output in the state pinned as A. */
const ghostly = ({ id, points }: Curve): Curve => ({ id: `pinned-${id}`, className: 'ghost', points })

interface OverlayProps extends Props {
  readonly plot: Plot
  readonly reach: number
  readonly lowest: number
}

function Overlay({ plot, params, model, pinned, reach, lowest, onChange, onSettle }: OverlayProps) {
  const x = plot.x(params.norm ** 2)
  const shown = model.outcomes.flatMap(({ logError }, i) => (logError > -Infinity ? [i] : []))
  const slopes = plot.bottom - 8 - 17 * (shown.length - 1)
  const height = (i: number) => plot.y(model.outcomes[i].logError / Math.LN10)
  return (
    <>
      {lowest < PRECISION && (
        <g>
          <line
            className="reference"
            x1={plot.left}
            x2={plot.right}
            y1={plot.y(PRECISION)}
            y2={plot.y(PRECISION)}
          />
          <text className="note" x={plot.right} y={plot.y(PRECISION) - 5} textAnchor="end">
            float64 outputs are exact below
          </text>
        </g>
      )}
      {pinned && <Pinned plot={plot} {...pinned} />}
      <Handle
        className="plain"
        label="Norm, on the error plot"
        valueText={`β = ${number(params.norm)}`}
        now={params.norm ** 2 / reach}
        mark="norm"
        onDrag={(place) => onChange({ norm: normAt(plot.xAt(place.x)) }, 'norm')}
        onStep={(right, up) => onChange({ norm: stepped(NORM, params.norm, right + up) }, 'norm')}
        onSettle={onSettle}
      >
        <line className="reach" x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
        <line className="grip" x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
        {shown.map((i) => (
          <circle key={i} className={`grip ${ROLES[i]}`} cx={x} cy={height(i)} r={5} />
        ))}
      </Handle>
      {shown.map((i, place) => (
        <g key={i} className={ROLES[i]}>
          <text className="label" x={x + 12} y={plot.top + 14 + place * 17}>
            <SvgMath>{`c_${i + 1}`}</SvgMath>
          </text>
          <SvgValue of={ids.error(i)} x={x + 32} y={plot.top + 14 + place * 17} anchor="start" />
          <text className="label" x={plot.left + 8} y={slopes + place * 17}>
            <SvgMath>{`c_${i + 1}`}</SvgMath>
          </text>
          <SvgValue
            of={ids.rate(i)}
            before="slope "
            x={plot.left + 28}
            y={slopes + place * 17}
            anchor="start"
          />
        </g>
      ))}
    </>
  )
}

/** Where the state pinned as A stands on its curves; the lowest point is named. */
function Pinned({ plot, params, model }: NonNullable<Props['pinned']> & { plot: Plot }) {
  const heights = model.outcomes.flatMap(({ logError }) =>
    logError > -Infinity ? [logError / Math.LN10] : [],
  )
  const lowest = Math.min(...heights)
  const x = plot.x(params.norm ** 2)
  return heights.map((height, i) => (
    // Outputs keep their order and have no names but their place.
    // oxlint-disable-next-line react/no-array-index-key
    <GhostPoint key={i} x={x} y={plot.y(height)} side={x - plot.left < 40 ? 'right' : 'left'}>
      {height === lowest ? 'A' : ''}
    </GhostPoint>
  ))
}

const normAt = (square: number) =>
  Math.min(NORM.max, Math.max(NORM.min, Number(Math.sqrt(Math.max(0, square)).toPrecision(3))))

/** The errors of the wanted outputs, each a column. */
const columnsOf = (name: string, { outcomes }: DesignModel, { scoreScale }: Design) =>
  outcomes.flatMap(({ convergence }, i) =>
    convergence
      ? [{ name: `error of output ${i + 1}${name}`, logErrorAt: logErrorOf(convergence), scoreScale }]
      : [],
  )

function ErrorTable({ params, model, pinned }: Pick<Props, 'params' | 'model' | 'pinned'>) {
  const columns = [
    ...columnsOf('', model, params),
    ...(pinned ? columnsOf(' in A', pinned.model, pinned.params) : []),
  ]
  return (
    <DataTable
      heads={['β', ...columns.map(({ name }) => name)]}
      rows={[1, 2, 3, 5, 10, 30, params.norm, ...(pinned ? [pinned.params.norm] : [])].map((beta) => [
        number(beta),
        ...columns.map(({ logErrorAt, scoreScale }) => {
          const log = logErrorAt(beta, scoreScale)
          return number(Math.exp(log), log)
        }),
      ])}
    />
  )
}

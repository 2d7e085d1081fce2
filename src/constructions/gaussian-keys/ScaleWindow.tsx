import { useDeferredValue, useMemo } from 'react'
import { sampleVariance } from '../../core/statistics'
import { number } from '../../tex/format'
import { DataTable } from '../../ui/kit/DataTable'
import { Figure } from '../../ui/kit/Figure'
import { type Curve, LinePlot, type Plot } from '../../ui/kit/LinePlot'
import { SvgMath } from '../../ui/kit/SvgMath'
import type { PanelProps } from '../../ui/panel'
import { type Drawn, useExpectedErrors } from '../../ui/useSampling'
import { gaussianKeys } from './gaussian-keys'
import { errorOf } from './gaussian-keys.errors'
import { type GaussianKeys, settingOf } from './gaussian-keys.model'
import { bestOf, type CurvePoint, endLabels } from './gaussian-keys.window'

type Props = Pick<PanelProps<typeof gaussianKeys>, 'params' | 'model' | 'pinned'> & {
  readonly drawn: Drawn | undefined
}

/** Scales of the exact curve, over the slider's decades: close together where the best one may be. */
const SCALES = [
  ...Array.from({ length: 5 }, (_, i) => 10 ** (i / 5 - 1)),
  ...Array.from({ length: 36 }, (_, i) => 10 ** (i / 18)),
  ...Array.from({ length: 6 }, (_, i) => 10 ** (2 + i / 5)),
]

/** E ‖c − ½(v_a+v_b)‖² against the scale: U-shaped, with the best scale, and lost where key a varies in length. */
export function ScaleWindow({ params, model, pinned, drawn }: Props) {
  const varies = params.normVariance > 0 && params.query !== 'others'
  const { n, d, keyVariance, normVariance, query } = params
  const settings = useMemo(() => {
    const base = { n, d, keyVariance, query, normVariance, scale: 1, seed: 0, draw: 0, draws: 1 }
    const along = (extra: number) => SCALES.map((scale) => settingOf(base, { scale, normVariance: extra }))
    return [...along(normVariance), ...(varies ? along(0) : [])]
  }, [n, d, keyVariance, normVariance, query, varies])
  const errors = useExpectedErrors(settings)
  const pointsOf = (from: number): CurvePoint[] =>
    SCALES.map((scale, i): CurvePoint => [scale, errors[from + i]]).filter(([, error]) => error !== undefined)
  const [own, still] = [pointsOf(0), varies ? pointsOf(SCALES.length) : []]
  const least = Math.max(-9, Math.min(-1.8, ...[...own, ...still].map(([, error]) => Math.log10(error))))
  return (
    <Figure
      title="How large may Q be?"
      about="$E\lVert c-\frac12(v_a+v_b)\rVert^2$, exact"
      table={<ErrorTable own={own} />}
    >
      <LinePlot
        label="Expected squared error against the scale, both logarithmic"
        xDomain={[-1, 3]}
        // A fifth below the least error, for words.
        yDomain={[1.25 * least, 0.1]}
        xLabel="Q"
        xTick={powerText}
        yTick={powerText}
        height={205}
        curves={[
          curveOf('still', still, 'role-holds faint'),
          curveOf('error', own, varies ? 'role-query' : 'role-holds'),
        ]}
        renderBehind={(plot) => <WindowEnds plot={plot} low={model.windowLow} high={model.windowHigh} />}
      >
        {(plot) => (
          <>
            <EndLabels plot={plot} params={params} model={model} />
            {(varies ? params.keyVariance > 0 : Number.isFinite(model.windowHigh)) && (
              <Best plot={plot} points={varies ? still : own} name={varies ? 'Σ = α I: best Q' : 'best Q'} />
            )}
            {pinned && <Here plot={plot} params={pinned.params} className="ghost soft" name="A" />}
            <Sampled plot={plot} scale={params.scale} drawn={drawn} />
            <Here plot={plot} params={params} className="grip" />
          </>
        )}
      </LinePlot>
    </Figure>
  )
}

/** Powers of ten as numbers; between them nothing. */
const powerText = (x: number) =>
  Number.isInteger(x) ? (x < -3 ? `1e−${-x}` : String(Number((10 ** x).toPrecision(1)))) : ''

function curveOf(id: string, points: readonly CurvePoint[], className: string): Curve {
  return {
    id,
    className,
    mark: 'error',
    points: points.map(([scale, error]) => [Math.log10(scale), Math.log10(error)]),
  }
}

/** Place of a scale on the axis, at its end where it lies beyond. */
const placeOf = (plot: Plot, scale: number) =>
  plot.x(Math.log10(Math.min(SCALES[SCALES.length - 1], Math.max(SCALES[0], scale))))

/** Height of an error, at the foot of the axis where it lies below. */
const heightOf = (plot: Plot, error: number) => plot.y(Math.max(plot.yAt(plot.bottom), Math.log10(error)))

/** Where the leak becomes small and where the noise becomes large. */
function WindowEnds({ plot, low, high }: { plot: Plot; low: number; high: number }) {
  const [left, right] = [placeOf(plot, low), placeOf(plot, high)]
  return (
    <g className="role-holds" data-mark="window">
      {right > left && (
        <rect
          x={left}
          y={plot.top - 2}
          width={right - left}
          height={plot.bottom - plot.top + 4}
          fill="currentColor"
          opacity={0.08}
        />
      )}
      {[left, right].map((x, i) => (
        <line key={`${i}`} className="reference" x1={x} x2={x} y1={plot.top} y2={plot.bottom} />
      ))}
    </g>
  )
}

/** What the dashed ends are, below the axis; above it, where there is no window, why. */
function EndLabels({ plot, params, model }: { plot: Plot } & Pick<Props, 'params' | 'model'>) {
  const { windowLow, windowHigh } = model
  if (params.n === 2 && params.query === 'others')
    return <Words plot={plot}>with two keys this q is 0: no error at any Q</Words>
  const { low, high } = endLabels(params, model)
  const closed = windowLow >= windowHigh
  const [left, right] = closed ? [high, low] : [low, high]
  const [first, second] = [windowLow, windowHigh].map((end) => placeOf(plot, end)).toSorted((x, y) => x - y)
  const y = plot.bottom + 31
  return (
    <g data-mark="window">
      <text className="note" x={Math.max(plot.left + LABEL - 46, first + 4)} y={y} textAnchor="end">
        {left ?? 'no lower end'}
      </text>
      <text className="note" x={Math.min(plot.right - LABEL - 14, second - 4)} y={y}>
        {right ?? ''}
      </text>
      {closed && (
        <Words plot={plot} verdict="fails">
          ✗ the window is closed
        </Words>
      )}
    </g>
  )
}

/** Width of the longest label of an end. */
const LABEL = 118

/** A remark at the foot of the axes, where no curve goes. */
function Words({
  plot,
  verdict = 'holds',
  children,
}: {
  plot: Plot
  verdict?: 'holds' | 'fails'
  children: string
}) {
  return (
    <text
      className={`label role-${verdict}`}
      x={(plot.left + plot.right) / 2}
      y={plot.bottom - 10}
      textAnchor="middle"
    >
      {children}
    </text>
  )
}

/** The scale of the least error, below the curve; none where the error falls to an end of the axis. */
function Best({ plot, points, name }: { plot: Plot; points: readonly CurvePoint[]; name: string }) {
  const best = bestOf(points)
  if (!best || points.length < SCALES.length) return null
  if (best[0] <= SCALES[0] || best[0] >= SCALES[SCALES.length - 1]) return null
  const [x, y] = [placeOf(plot, best[0]), heightOf(plot, best[1])]
  return (
    <g className="role-holds" data-mark="best">
      <circle className="grip" cx={x} cy={y} r={5} />
      <text
        className="label"
        x={Math.max(plot.left + 70, Math.min(plot.right - 70, x))}
        y={y + 20}
        textAnchor="middle"
      >
        <SvgMath>{`${name} ≈ ${number(best[0], undefined, 2)}`}</SvgMath>
      </text>
    </g>
  )
}

interface HereProps {
  readonly plot: Plot
  readonly params: GaussianKeys
  readonly className: string
  readonly name?: string
}

/** The exact error at the current scale. */
function Here({ plot, params, className, name }: HereProps) {
  // Slower than a frame for large variances: it follows when there is time.
  const shown = useDeferredValue(params)
  const error = useMemo(() => errorOf(shown), [shown])
  const [x, y] = [placeOf(plot, shown.scale), heightOf(plot, error)]
  return (
    <g className="role-query" data-mark="query">
      <circle className={className} cx={x} cy={y} r={6.5} />
      {name && (
        <text className="note" x={x - 10} y={y + 4} textAnchor="end">
          {name}
        </text>
      )}
    </g>
  )
}

/** The draws' mean error, with twice its standard error to both sides. */
function Sampled({ plot, scale, drawn }: { plot: Plot; scale: number; drawn: Drawn | undefined }) {
  const error = drawn?.summary.error
  if (!error || error.count < 2 || error.mean <= 0) return null
  const spread = 2 * Math.sqrt(sampleVariance(error) / error.count)
  const at = (value: number) => heightOf(plot, Math.max(value, error.mean / 100))
  const x = placeOf(plot, scale)
  const leftward = x > plot.right - 100
  return (
    <g className="soft" data-mark="draws">
      <line className="curve thin" x1={x} x2={x} y1={at(error.mean - spread)} y2={at(error.mean + spread)} />
      <text
        className="note"
        x={leftward ? x - 11 : x + 11}
        y={Math.max(plot.top + 8, at(error.mean) - 8)}
        textAnchor={leftward ? 'end' : 'start'}
      >
        sampled {number(error.mean, undefined, 3)}
      </text>
    </g>
  )
}

function ErrorTable({ own }: { own: readonly CurvePoint[] }) {
  return (
    <DataTable
      heads={['Q', 'expected squared error']}
      rows={own
        .filter((_, i) => i % 3 === 0)
        .map(([scale, error]) => [number(scale, undefined, 3), number(error)])}
    />
  )
}

import { GAMMA_BINS } from '../../core/head-tally'
import { normalPdf } from '../../core/normal'
import { number } from '../../tex/format'
import { Figure } from '../../ui/kit/Figure'
import { type Curve, LinePlot, type Plot } from '../../ui/kit/LinePlot'
import { SvgMath } from '../../ui/kit/SvgMath'
import { SvgValue } from '../../ui/kit/SvgValue'
import type { PanelProps } from '../../ui/panel'
import type { SampledHeads } from '../../ui/useHeadSampling'
import type { multiHead } from './multi-head'
import type { Heads, MultiHeadModel } from './multi-head.model'

type Props = PanelProps<typeof multiHead> & { readonly sampled: SampledHeads | undefined }

const SAMPLES = 160

/** The law of γ with the region in which head 1 fails, and the γ of this draw. */
export function GammaDensity({ params, model, pinned, sampled }: Props) {
  const sd = Math.sqrt(params.normVariance + params.keyVariance)
  const reach = Math.max(1.5, 3.2 * sd)
  const domain = [Math.min(1 - reach, -0.6), 1 + reach] as const
  const peak = sd === 0 ? 1 : normalPdf(0) / sd
  const curves = sd === 0 ? [] : curvesOf(params, domain)
  const pinnedSd = pinned && Math.sqrt(pinned.params.normVariance + pinned.params.keyVariance)
  const ghosts = pinned && pinnedSd ? curvesOf(pinned.params, domain, 'ghost') : []
  return (
    <Figure
      title="Length of key a"
      about="$\gamma = k_a^{\top}\mu_a$; head 1 fails below $\gamma^* = \ln(n-1)/Q$"
      table={<GammaTable model={model} sampled={sampled} />}
    >
      <LinePlot
        label="Density of the signed length of key a; head 1 fails below the threshold"
        xDomain={domain}
        yDomain={[0, peak * 1.18]}
        xLabel="γ"
        height={212}
        curves={[...ghosts, ...curves]}
        renderBehind={(plot) => (
          <>
            {curves[0] && <Failing plot={plot} points={curves[0].points} until={model.threshold} />}
            {sampled && <Bars plot={plot} gammas={sampled.summary.gammas} count={sampled.summary.count} />}
          </>
        )}
      >
        {(plot) => <Marks plot={plot} domain={domain} model={model} pinned={pinned?.model} />}
      </LinePlot>
    </Figure>
  )
}

function curvesOf(
  { normVariance, keyVariance }: Heads,
  [low, high]: readonly [number, number],
  className = 'role-key',
): Curve[] {
  const sd = Math.sqrt(normVariance + keyVariance)
  const points = Array.from({ length: SAMPLES + 1 }, (_, i): [number, number] => {
    const x = low + ((high - low) * i) / SAMPLES
    return [x, normalPdf((x - 1) / sd) / sd]
  })
  return [{ id: className, className, mark: 'gamma', points }]
}

/** The part of the density in which head 1 fails. */
function Failing({ plot, points, until }: { plot: Plot; points: Curve['points']; until: number }) {
  const edge = Math.min(plot.right, plot.x(until))
  const inside = points.filter(([x]) => plot.x(x) < edge)
  const top = inside.at(-1)?.[1] ?? 0
  const path = inside.map(([x, y]) => `L${plot.x(x)},${plot.y(y)}`).join('')
  return (
    <g className="role-fails" data-mark="failure">
      <rect
        x={plot.left}
        y={plot.top}
        width={Math.max(0, edge - plot.left)}
        height={plot.bottom - plot.top}
        fill="currentColor"
        opacity={0.07}
      />
      <path
        d={`M${plot.left},${plot.bottom}${path}L${edge},${plot.y(top)}L${edge},${plot.bottom}Z`}
        fill="currentColor"
        opacity={0.3}
      />
    </g>
  )
}

/** The sampled γ as a histogram of the same area. */
function Bars({ plot, gammas, count }: { plot: Plot; gammas: Float64Array; count: number }) {
  const { low, high, count: bins } = GAMMA_BINS
  const width = (high - low) / bins
  const bars = Array.from(gammas, (hits, i) => {
    const [from, to] = [plot.x(low + i * width), plot.x(low + (i + 1) * width)]
    const y = plot.y(hits / count / width)
    return hits === 0 ? '' : `M${from + 0.5},${plot.bottom}V${y}H${to - 0.5}V${plot.bottom}Z`
  })
  return <path className="role-key" d={bars.join('')} fill="currentColor" opacity={0.22} />
}

interface MarksProps {
  readonly plot: Plot
  readonly domain: readonly [number, number]
  readonly model: MultiHeadModel
  readonly pinned: MultiHeadModel | undefined
}

function Marks({ plot, domain, model, pinned }: MarksProps) {
  const { threshold, gamma } = model
  const [low, high] = domain
  const inside = (x: number) => x >= low && x <= high
  const edge = Math.min(plot.right, plot.x(threshold))
  const at = Math.min(plot.right - 6, Math.max(plot.left + 6, plot.x(gamma)))
  const leftward = at > (plot.left + plot.right) / 2
  return (
    <>
      {inside(threshold) && (
        <line
          className="reference role-fails"
          data-mark="threshold"
          style={{ stroke: 'currentColor' }}
          x1={edge}
          x2={edge}
          y1={plot.top}
          y2={plot.bottom}
        />
      )}
      {pinned && inside(pinned.threshold) && (
        <line
          className="ghost"
          x1={plot.x(pinned.threshold)}
          x2={plot.x(pinned.threshold)}
          y1={plot.top}
          y2={plot.bottom}
        />
      )}
      <text className="label role-fails" x={plot.left + 6} y={plot.top + 14}>
        fails
      </text>
      <SvgValue of="head-failure" x={plot.left + 6} y={plot.top + 31} anchor="start" />
      <g className="role-key" data-mark="gamma key-a">
        <line
          stroke="currentColor"
          strokeWidth={1.5}
          x1={at}
          x2={at}
          y1={plot.bottom - 34}
          y2={plot.bottom}
        />
        <circle className="grip" cx={at} cy={plot.bottom - 34} r={6} />
        <text
          className="label"
          x={at + (leftward ? -11 : 11)}
          y={plot.bottom - 30}
          textAnchor={leftward ? 'end' : 'start'}
        >
          <SvgMath>{`γ = ${number(gamma, undefined, 3)}`}</SvgMath>
        </text>
      </g>
    </>
  )
}

function GammaTable({ model, sampled }: { model: MultiHeadModel; sampled: SampledHeads | undefined }) {
  const rows = [
    ['γ of this draw', number(model.gamma, undefined, 10)],
    ['γ from which head 1 succeeds', number(model.threshold, undefined, 10)],
    ['probability that it fails, α → 0', number(model.headFailure, undefined, 10)],
    ['and for Q → ∞', number(model.failureLimit, undefined, 10)],
    ['draws with γ < 0', sampled ? number(sampled.summary.negative / sampled.summary.count) : '–'],
  ]
  return (
    <table>
      <tbody>
        {rows.map(([name, text]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

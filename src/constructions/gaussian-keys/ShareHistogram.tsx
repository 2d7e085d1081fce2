import { logistic } from '../../core/logistic'
import { logitNormalInterval, logitNormalPdf } from '../../core/logit-normal'
import { SHARE_BINS, shareRange } from '../../core/share-tally'
import { number } from '../../tex/format'
import { Figure } from '../../ui/kit/Figure'
import { type Curve, LinePlot, type Plot } from '../../ui/kit/LinePlot'
import type { PanelProps } from '../../ui/panel'
import type { Drawn } from '../../ui/useSampling'
import { Comparison, ComparisonTable } from './Comparison'
import type { gaussianKeys } from './gaussian-keys'

type Props = PanelProps<typeof gaussianKeys> & { readonly drawn: Drawn | undefined }

/** The share of a in all draws, with the exact density on top; what rises to a pole is cut and said in words. */
export function ShareHistogram({ model, pinned, drawn }: Props) {
  const { shareSd } = model
  const range = shareRange({ mean: 0, sd: shareSd })
  const top = topOf(shareSd, range)
  return (
    <Figure
      title="Share of a"
      about="among $a$ and $b$, exact density on top"
      table={<ComparisonTable model={model} summary={drawn?.summary} />}
    >
      <LinePlot
        label={`Histogram of the share of a; this draw ${number(model.share)}`}
        xDomain={range}
        yDomain={[0, top]}
        xLabel="p"
        height={172}
        curves={[
          ...(pinned ? [densityOf(pinned.model.shareSd, top, 'ghost')] : []),
          densityOf(shareSd, top, 'role-weight'),
        ]}
        renderBehind={(plot) =>
          drawn && <Bars plot={plot} histogram={drawn.summary.histogram} range={range} top={top} />
        }
      >
        {(plot) => (
          <>
            {shareSd === 0 && <Point plot={plot} />}
            {range[0] === 0 && <Poles plot={plot} sd={shareSd} />}
            <ThisShare plot={plot} share={model.share} />
          </>
        )}
      </LinePlot>
      <Comparison model={model} summary={drawn?.summary} />
    </Figure>
  )
}

/** The density between the poles, where it bends: at equal steps of the log-odds and of the share. */
function densityOf(sd: number, top: number, className: string): Curve {
  const normal = Array.from({ length: 161 }, (_, i) => logistic(sd * (i / 20 - 4)))
  const even = Array.from({ length: 101 }, (_, i) => i / 100)
  const places = sd === 0 ? [] : [...normal, ...even].toSorted((x, y) => x - y)
  // At the poles a density can exceed what a drawing holds.
  const height = (x: number) => Math.min(3 * top, logitNormalPdf(x, 0, sd))
  return { id: className, className, mark: 'share-law', points: places.map((x) => [x, height(x)]) }
}

/** The top of the axis: over what the density reaches away from the poles. */
function topOf(sd: number, [low, high]: readonly [number, number]): number {
  if (sd === 0) return 1
  const inside = Array.from({ length: 37 }, (_, i) => low + (high - low) * (0.05 + i / 40))
  return Math.max(...inside.map((x) => logitNormalPdf(x, 0, sd)), low === 0 ? 2.5 : 0) * 1.15
}

interface BarsProps {
  readonly plot: Plot
  readonly histogram: Float64Array
  readonly range: readonly [number, number]
  readonly top: number
}

/** All bars as one path; each as high as the density of draws in it. */
function Bars({ plot, histogram, range: [low, high], top }: BarsProps) {
  const total = histogram.reduce((sum, count) => sum + count, 0)
  const width = (high - low) / SHARE_BINS
  const path = [...histogram].map((count, i) => {
    const height = Math.min(1.2 * top, count / total / width)
    const [left, right] = [plot.x(low + i * width) + 0.5, plot.x(low + (i + 1) * width) - 0.5]
    return `M${left},${plot.y(0)}V${plot.y(height)}H${right}V${plot.y(0)}Z`
  })
  return (
    <path className="role-weight" fill="currentColor" opacity={0.38} data-mark="draws" d={path.join('')} />
  )
}

/** All draws at one share: no density can be drawn. */
function Point({ plot }: { plot: Plot }) {
  return (
    <g className="role-weight">
      <line className="curve" x1={plot.x(0.5)} x2={plot.x(0.5)} y1={plot.bottom} y2={plot.top} />
      <text className="label" x={plot.x(0.5) + 8} y={plot.top + 14}>
        always ½
      </text>
    </g>
  )
}

/** How much of the law stands in the two outer bars, which the axis cuts. */
function Poles({ plot, sd }: { plot: Plot; sd: number }) {
  const mass = logitNormalInterval(0, 1 / SHARE_BINS, 0, sd)
  if (mass < 0.05) return null
  const text = `${number(100 * mass, undefined, 3)} %`
  return (
    <g className="role-weight">
      <text className="label" x={plot.x(0.03)} y={plot.top + 12}>
        {text} below {1 / SHARE_BINS}
      </text>
      <text className="label" x={plot.x(0.97)} y={plot.top + 12} textAnchor="end">
        {text} above {1 - 1 / SHARE_BINS}
      </text>
    </g>
  )
}

function ThisShare({ plot, share }: { plot: Plot; share: number }) {
  const x = Math.min(plot.right, Math.max(plot.left, plot.x(share)))
  return (
    <g className="role-weight" data-mark="share">
      <line className="reference" x1={x} x2={x} y1={plot.top + 20} y2={plot.bottom} />
      <circle className="grip" cx={x} cy={plot.bottom} r={6} />
    </g>
  )
}

import { useMemo } from 'react'
import { DESIGNS, type Design } from '../../core/head-designs'
import { errorAt } from '../../core/head-limit'
import { ERROR_BINS } from '../../core/head-tally'
import { normalQuantile } from '../../core/normal'
import { number } from '../../tex/format'
import { DataTable } from '../../ui/kit/DataTable'
import { Figure } from '../../ui/kit/Figure'
import { type Curve, LinePlot, type Plot } from '../../ui/kit/LinePlot'
import type { PanelProps } from '../../ui/panel'
import type { SampledHeads } from '../../ui/useHeadSampling'
import type { multiHead } from './multi-head'
import { NAMED } from './multi-head.designs'
import type { Heads } from './multi-head.model'

type Props = PanelProps<typeof multiHead> & { readonly sampled: SampledHeads | undefined }

/** Designs with a curve of their own: identical heads have that of one head. */
const DRAWN = DESIGNS.filter((design) => design !== 'identical')

/** Height of the curve at which its name stands. */
const LEVELS = { one: 0.86, separate: 0.62, pushing: 0.34 } as const

/** Points of the law of γ. */
const POINTS = 400

/** How often the error of each design is larger than a given one: sampled, and exact as α → 0. */
export function ErrorDistribution({ params, model, pinned, sampled }: Props) {
  const exact = useMemo(() => exactCurves(params), [params])
  const sampledOnes = sampled ? DRAWN.map((design) => sampledCurve(design, sampled, params.design)) : []
  const own = Math.log10(model.drawn[params.design].error)
  return (
    <Figure
      title="How far off is c?"
      about="share of draws with a larger error; thin, as $\alpha\to0$"
      table={<ErrorTable sampled={sampled} />}
    >
      <LinePlot
        label="Share of draws with a larger squared error, for each design, against the error on a logarithmic axis"
        xDomain={DOMAIN}
        yDomain={[0, 1]}
        xLabel="squared error"
        xTick={powerOfTen}
        height={212}
        curves={[...exact, ...sampledOnes]}
      >
        {(plot) => (
          <>
            {(sampledOnes.length > 0 ? sampledOnes : exact).map((curve, i) => (
              <CurveName
                key={curve.id}
                plot={plot}
                curve={curve}
                design={DRAWN[i]}
                shown={isShown(DRAWN[i], params.design)}
              />
            ))}
            {pinned && (
              <Error plot={plot} at={Math.log10(pinned.model.drawn[pinned.params.design].error)} ghost />
            )}
            <Error plot={plot} at={own} />
          </>
        )}
      </LinePlot>
    </Figure>
  )
}

const DOMAIN = [-9, 0.4] as const

const powerOfTen = (exponent: number) =>
  exponent === 0 ? '1' : Number.isInteger(exponent) ? `1e${exponent}`.replace('-', '−') : ''

const isShown = (design: Design, shown: Design) => design === (shown === 'identical' ? 'one' : shown)

function sampledCurve(design: Design, { summary }: SampledHeads, shown: Design): Curve {
  const { low, high, count } = ERROR_BINS
  let above = summary.count
  const points = Array.from(summary.designs[design].histogram, (hits, i): [number, number] => {
    const point: [number, number] = [low + ((high - low) * i) / count, above / summary.count]
    above -= hits
    return point
  })
  return {
    id: `sampled-${design}`,
    className: isShown(design, shown) ? 'role-value' : 'soft faint',
    mark: `design-${design}`,
    points: [...points, [high, 0]],
  }
}

/** Error of each design at evenly likely γ, from the largest on. */
function exactCurves(params: Heads): Curve[] {
  const sd = Math.sqrt(params.normVariance)
  return DRAWN.map((design) => {
    const errors = Array.from({ length: POINTS }, (_, i) =>
      errorAt(design, params, 1 + sd * normalQuantile((i + 0.5) / POINTS)),
    ).toSorted((x, y) => y - x)
    return {
      id: `exact-${design}`,
      className: isShown(design, params.design) ? 'plain thin' : 'soft thin',
      mark: `design-${design}`,
      points: errors.map((error, i): [number, number] => [Math.log10(error), (i + 0.5) / POINTS]),
    }
  })
}

interface NameProps {
  readonly plot: Plot
  readonly curve: Curve
  readonly design: Design
  readonly shown: boolean
}

/** The design's name beside its curve. */
function CurveName({ plot, curve, design, shown }: NameProps) {
  const points = curve.points.filter(([x]) => Number.isFinite(x)).toSorted((p, q) => p[0] - q[0])
  const start = points.find(([x]) => x >= DOMAIN[0])?.[1] ?? 0
  const level = Math.min(LEVELS[design as keyof typeof LEVELS], start)
  const crossing = points.findLast(([, y]) => y >= level)?.[0] ?? DOMAIN[0]
  const x = Math.max(plot.left, plot.x(crossing))
  const leftward = x > plot.left + (plot.right - plot.left) * 0.6
  const name = design === 'one' ? 'one head, identical heads' : NAMED[design].name
  return (
    <text
      className={`label ${shown ? 'role-value' : 'soft'}`}
      data-mark={`design-${design}`}
      x={x + (leftward ? -10 : 10)}
      y={plot.y(level) + (level === start ? -8 : 4)}
      textAnchor={leftward ? 'end' : 'start'}
    >
      {name}
    </text>
  )
}

/** An error of one draw, on the axis. */
function Error({ plot, at, ghost = false }: { plot: Plot; at: number; ghost?: boolean }) {
  const x = Math.min(plot.right, Math.max(plot.left, plot.x(Math.max(at, DOMAIN[0]))))
  return (
    <g className={ghost ? 'soft' : 'role-value'} data-mark="output">
      <circle className={ghost ? 'ghost' : 'grip'} cx={x} cy={plot.bottom} r={6} />
    </g>
  )
}

const LEVELS_SHOWN = [1e-6, 1e-4, 1e-2, 0.1, 0.2, 0.4]

function ErrorTable({ sampled }: { sampled: SampledHeads | undefined }) {
  return (
    <DataTable
      heads={['error above', ...DRAWN.map((design) => NAMED[design].name)]}
      rows={LEVELS_SHOWN.map((level) => [
        number(level),
        ...DRAWN.map((design) => (sampled ? number(shareAbove(level, design, sampled)) : '–')),
      ])}
    />
  )
}

/** Share of draws in the bins above the one of `level`. */
function shareAbove(level: number, design: Design, { summary }: SampledHeads): number {
  const { low, high, count } = ERROR_BINS
  const first = Math.round(((Math.log10(level) - low) / (high - low)) * count)
  return (
    summary.designs[design].histogram.subarray(first).reduce((sum, hits) => sum + hits, 0) / summary.count
  )
}

import { useMemo } from 'react'
import { DESIGNS, type Design } from '../../../core/heads/head-designs'
import { errorAt } from '../../../core/heads/head-limit'
import { ERROR_BINS } from '../../../core/heads/head-tally'
import { normalQuantile } from '../../../core/laws/normal'
import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import type { PanelProps } from '../../../ui/panel'
import { Axes } from '../../../ui/plot/Axis'
import { type LabelSpec, Labels } from '../../../ui/plot/Label'
import { Line, type Points } from '../../../ui/plot/Line'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { linear, powers } from '../../../ui/plot/scales'
import type { multiHead } from '../multi-head'
import { NAMED } from '../multi-head.designs'
import type { SampledHeads } from '../multi-head.jobs'
import type { Heads } from '../multi-head.model'

type Props = PanelProps<typeof multiHead> & { readonly sampled: SampledHeads | undefined }

/** Designs with a curve of their own: identical heads have that of one head. */
const DRAWN = DESIGNS.filter((design) => design !== 'identical')

/** Heights of a curve at which its name may be, the best first. */
const LEVELS = { one: 0.86, separate: 0.62, pushing: 0.34, away: 0.27 } as const

/** Points of the law of γ. */
const POINTS = 400

/** How often the error of each design is larger than a given one: sampled, and exact as α → 0. */
export function ErrorDistribution({ params, model, pinned, sampled }: Props) {
  const exact = useMemo(() => exactCurves(params), [params])
  const sampledOnes = sampled && DRAWN.map((design) => sampledCurve(design, sampled))
  const named = sampledOnes ?? exact
  const here = [Math.log10(model.drawn[params.design].error), 0] as const
  const before = pinned && ([Math.log10(pinned.model.drawn[pinned.params.design].error), 0] as const)
  return (
    <Figure title="How far off is c?" about="share of draws above" table={<ErrorTable sampled={sampled} />}>
      <Plot
        label="Share of draws with a larger squared error, for each design, against the error on a logarithmic axis"
        x={powers(DOMAIN)}
        y={linear([0, 1])}
        height={212}
      >
        <Axes x="squared error" />
        {DRAWN.map((design, i) => (
          <Line
            key={design}
            ink={isShown(design, params.design) ? 'plain' : 'soft'}
            stroke="thin"
            mark={`design-${design}`}
            points={exact[i]}
          />
        ))}
        {sampledOnes &&
          DRAWN.map((design, i) => (
            <Line
              key={design}
              ink={isShown(design, params.design) ? 'value' : 'soft'}
              faint={!isShown(design, params.design)}
              mark={`design-${design}`}
              points={sampledOnes[i]}
            />
          ))}
        {before && <Point look="ghost" mark="output" x={before[0]} y={before[1]} r={6} beyond="edge" />}
        <Point ink="value" mark="output" x={here[0]} y={here[1]} r={6} beyond="edge" />
        <Labels
          of={DRAWN.map((design, i) => nameOf(design, named[i], params.design))}
          points={[here, before]}
          lines={named}
        />
      </Plot>
    </Figure>
  )
}

const DOMAIN = [-9, 0.4] as const

const isShown = (design: Design, shown: Design) => design === (shown === 'identical' ? 'one' : shown)

function sampledCurve(design: Design, { summary }: SampledHeads): Points {
  const { low, high, count } = ERROR_BINS
  let above = summary.count
  const points = Array.from(summary.designs[design].histogram, (hits, i) => {
    const point = [low + ((high - low) * i) / count, above / summary.count] as const
    above -= hits
    return point
  })
  return [...points, [high, 0]]
}

/** Error of each design at evenly likely γ, from the largest on. */
function exactCurves(params: Heads): Points[] {
  const sd = Math.sqrt(params.normVariance)
  return DRAWN.map((design) => {
    const errors = Array.from({ length: POINTS }, (_, i) =>
      errorAt(design, params, 1 + sd * normalQuantile((i + 0.5) / POINTS)),
    ).toSorted((x, y) => y - x)
    return errors.map((error, i) => [Math.log10(error), (i + 0.5) / POINTS] as const)
  })
}

/** The design's name beside its curve: at a height of its own, or wherever there is room. */
function nameOf(design: (typeof DRAWN)[number], curve: Points, chosen: Design): LabelSpec {
  const points = curve.filter(([x]) => Number.isFinite(x)).toSorted((p, q) => p[0] - q[0])
  const start = points.find(([x]) => x >= DOMAIN[0])?.[1] ?? 0
  const own = Math.min(LEVELS[design], start)
  const at = [own, 0.9 * own, 0.75 * own, 0.5 * own].map(
    (level) => [points.findLast(([, y]) => y >= level)?.[0] ?? DOMAIN[0], level] as const,
  )
  return {
    text: NAMED[design === 'one' && chosen === 'identical' ? chosen : design].short,
    ink: isShown(design, chosen) ? 'value' : 'soft',
    mark: `design-${design}`,
    at,
    sides: ['e', 'w', 'ne', 'nw', 'se', 'sw'],
    gap: 10,
  }
}

const LEVELS_SHOWN = [1e-6, 1e-4, 1e-2, 0.1, 0.2, 0.4]

function ErrorTable({ sampled }: { sampled: SampledHeads | undefined }) {
  return (
    <DataTable
      columns={['error above', ...DRAWN.map((design) => NAMED[design].name)]}
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

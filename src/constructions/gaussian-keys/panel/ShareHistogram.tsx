import { logistic } from '../../../core/attention/logistic'
import { SHARE_BINS, shareRange } from '../../../core/gaussian/share-tally'
import { logitNormalInterval, logitNormalPdf } from '../../../core/laws/logit-normal'
import { number } from '../../../tex/format'
import { Figure } from '../../../ui/kit/Figure'
import type { PanelProps } from '../../../ui/panel'
import { Axes } from '../../../ui/plot/Axis'
import { Histogram } from '../../../ui/plot/Bars'
import { type LabelSpec, Labels } from '../../../ui/plot/Label'
import { Line, type Points } from '../../../ui/plot/Line'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { RuleX } from '../../../ui/plot/Rule'
import { linear } from '../../../ui/plot/scales'
import type { gaussianKeys } from '../gaussian-keys'
import type { Drawn } from '../gaussian-keys.draws'
import { Comparison, ComparisonTable } from './Comparison'

type Props = PanelProps<typeof gaussianKeys> & { readonly drawn: Drawn | undefined }

/** The share of a in all draws, with the exact density on top; what rises to a pole is cut and said in words. */
export function ShareHistogram({ model, pinned, drawn }: Props) {
  const { shareSd, share } = model
  const range = shareRange({ mean: 0, sd: shareSd })
  const top = topOf(shareSd, range)
  return (
    <Figure
      title="Share of a"
      about="among $a$ and $b$, exact density on top"
      table={
        <>
          <Comparison model={model} summary={drawn?.summary} />
          <ComparisonTable model={model} summary={drawn?.summary} />
        </>
      }
    >
      <Plot
        label={`Histogram of the share of a; this draw ${number(model.share)}`}
        x={linear(range)}
        y={linear([0, top])}
        height={172}
      >
        <Axes x="$p$" />
        {drawn && <Histogram ink="weight" mark="draws" counts={drawn.summary.histogram} range={range} />}
        {pinned && <Line stroke="ghost" mark="share-law" points={densityOf(pinned.model.shareSd, top)} />}
        <Line ink="weight" mark="share-law" points={densityOf(shareSd, top)} />
        {shareSd === 0 && <RuleX ink="weight" stroke="full" at={0.5} />}
        <RuleX mark="share" at={share} to={0.86 * top} />
        <Point ink="weight" mark="share" x={share} y={0} beyond="edge" />
        <Labels
          of={[
            shareSd === 0 && { text: 'always ½', ink: 'weight', at: [0.5, top], sides: ['se'], gap: 8 },
            ...(range[0] === 0 ? poles(shareSd, top) : []),
          ]}
        />
      </Plot>
    </Figure>
  )
}

/** The density between the poles, where it bends: at equal steps of the log-odds and of the share. */
function densityOf(sd: number, top: number): Points {
  const normal = Array.from({ length: 161 }, (_, i) => logistic(sd * (i / 20 - 4)))
  const even = Array.from({ length: 101 }, (_, i) => i / 100)
  const places = sd === 0 ? [] : [...normal, ...even].toSorted((x, y) => x - y)
  // At the poles a density can exceed what a drawing holds.
  return places.map((x) => [x, Math.min(3 * top, logitNormalPdf(x, 0, sd))])
}

/** The top of the axis: over what the density reaches away from the poles. */
function topOf(sd: number, [low, high]: readonly [number, number]): number {
  if (sd === 0) return 1
  const inside = Array.from({ length: 37 }, (_, i) => low + (high - low) * (0.05 + i / 40))
  return Math.max(...inside.map((x) => logitNormalPdf(x, 0, sd)), low === 0 ? 2.5 : 0) * 1.15
}

/** How much of the law is in the two outer bars, which the axis cuts. */
function poles(sd: number, top: number): LabelSpec[] {
  const mass = logitNormalInterval(0, 1 / SHARE_BINS, 0, sd)
  if (mass < 0.05) return []
  const text = `${number(100 * mass, undefined, 3)} %`
  return [
    { text: `${text} below ${1 / SHARE_BINS}`, ink: 'weight', at: [0.03, top], sides: ['se'], gap: 3 },
    { text: `${text} above ${1 - 1 / SHARE_BINS}`, ink: 'weight', at: [0.97, top], sides: ['sw'], gap: 3 },
  ]
}

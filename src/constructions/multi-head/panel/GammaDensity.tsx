import { GAMMA_BINS } from '../../../core/heads/head-tally'
import { normalPdf } from '../../../core/laws/normal'
import { number } from '../../../tex/format'
import { Figure } from '../../../ui/kit/Figure'
import type { PanelProps } from '../../../ui/panel'
import { Axes } from '../../../ui/plot/Axis'
import { Histogram } from '../../../ui/plot/Bars'
import { Labels } from '../../../ui/plot/Label'
import { Area, Line, type Points } from '../../../ui/plot/Line'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { Region, RuleX } from '../../../ui/plot/Rule'
import { linear, type Span } from '../../../ui/plot/scales'
import type { multiHead } from '../multi-head'
import type { SampledHeads } from '../multi-head.jobs'
import type { Heads, MultiHeadModel } from '../multi-head.model'

type Props = PanelProps<typeof multiHead> & { readonly sampled: SampledHeads | undefined }

const SAMPLES = 160

/** The law of γ with the region in which head 1 fails, and the γ of this draw. */
export function GammaDensity({ params, model, pinned, sampled }: Props) {
  const sd = Math.sqrt(params.normVariance + params.keyVariance)
  const reach = Math.max(1.5, 3.2 * sd)
  const domain = [Math.min(1 - reach, -0.6), 1 + reach] as const
  const peak = sd === 0 ? 1 : normalPdf(0) / sd
  const density = densityOf(params, domain)
  const { threshold, gamma } = model
  const failing = density.filter(([x]) => x < threshold)
  const edge = [threshold, sd === 0 ? 0 : normalPdf((threshold - 1) / sd) / sd] as const
  // Above the foot of the axis, where it hides no tick.
  const here = [Math.min(domain[1], Math.max(domain[0], gamma)), 0.24 * peak] as const
  return (
    <Figure
      title="Projection of key a"
      about="$\gamma$; head 1 fails below $\gamma^*$"
      table={<GammaTable model={model} sampled={sampled} />}
    >
      <Plot
        label="Density of the projection of key a on its mean; head 1 fails below the threshold"
        x={linear(domain)}
        y={linear([0, peak * 1.18])}
        height={212}
      >
        <Axes x="$γ$" />
        {failing.length > 0 && (
          <Region ink="fails" mark="failure" x={[domain[0], threshold]} opacity={0.07} />
        )}
        <Area ink="fails" mark="failure" points={[...failing, edge]} />
        {sampled && (
          <Histogram
            ink="key"
            counts={sampled.summary.gammas}
            range={[GAMMA_BINS.low, GAMMA_BINS.high]}
            total={sampled.summary.count}
            opacity={0.22}
          />
        )}
        {pinned && <Line stroke="ghost" points={densityOf(pinned.params, domain)} />}
        <Line ink="key" mark="gamma" points={density} />
        <RuleX ink="fails" stroke="drop" mark="threshold" at={threshold} />
        {pinned && <RuleX stroke="ghost" at={pinned.model.threshold} />}
        <RuleX ink="key" stroke="fine" mark="gamma key-a" at={here[0]} to={here[1]} />
        <Point ink="key" mark="gamma key-a" x={here[0]} y={here[1]} r={6} />
        <Labels
          of={[
            {
              text: `$γ = ${number(gamma, undefined, 3)}$`,
              ink: 'key',
              mark: 'gamma key-a',
              at: here,
              sides: ['e', 'w', 'ne', 'nw'],
            },
            { text: 'fails', ink: 'fails', at: [domain[0], peak * 1.18], sides: ['se'], gap: 6 },
            { value: 'head-failure', at: [domain[0], peak * 1.03], sides: ['se'], gap: 6 },
          ]}
          points={[here]}
        />
      </Plot>
    </Figure>
  )
}

function densityOf({ normVariance, keyVariance }: Heads, [low, high]: Span): Points {
  const sd = Math.sqrt(normVariance + keyVariance)
  if (sd === 0) return []
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const x = low + ((high - low) * i) / SAMPLES
    return [x, normalPdf((x - 1) / sd) / sd] as const
  })
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

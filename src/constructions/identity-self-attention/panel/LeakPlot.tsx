import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import type { PanelProps } from '../../../ui/panel'
import { Axes } from '../../../ui/plot/Axis'
import { type LabelSpec, Labels } from '../../../ui/plot/Label'
import { Line, type Points } from '../../../ui/plot/Line'
import { ParamHandle } from '../../../ui/plot/ParamHandle'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { RuleX } from '../../../ui/plot/Rule'
import { linear, powers } from '../../../ui/plot/scales'
import { identitySelfAttention } from '../identity-self-attention'
import { logLeakAt, overflowsAt, type Unaided } from '../identity-self-attention.model'

type Props = PanelProps<typeof identitySelfAttention>

const { norm: NORM } = identitySelfAttention.params
const SAMPLES = 120

/** The coefficient of u_b in c₂ against β: it falls without end, past where the closed forms overflow. */
export function LeakPlot({ params, model, pinned }: Props) {
  const { norm } = params
  const reach = Math.min(NORM.max, Math.max(5, norm * 1.4, (pinned?.params.norm ?? 0) * 1.1))
  const own = curveOf(params, reach)
  const nearest = curveOf({ ...params, lambda: 0.5, kappa: 0 }, reach)
  const ghost = pinned && curveOf(pinned.params, reach)
  const lowest = Math.min(-2, ...[own, ghost ?? own].map((points) => points[points.length - 1][1]))
  const here = [norm, decimal(model.logLeak)] as const
  const before = pinned && ([pinned.params.norm, decimal(pinned.model.logLeak)] as const)
  const limits = overflowsAt(params).filter(({ beta }) => beta < reach)
  return (
    <Figure
      title="What reaches the wanted direction"
      about="$\alpha_{21}+\alpha_{23}$ against $\beta$"
      table={<LeakTable params={params} pinned={pinned?.params} />}
    >
      <Plot
        label="Decimal logarithm of the coefficient of u b in output 2 against β"
        x={linear([0, reach])}
        y={powers([lowest, 0])}
        height={236}
      >
        <Axes x="$β$" />
        <Line ink="soft" faint mark="nearest" points={nearest} />
        {ghost && <Line stroke="ghost" mark="pinned" points={ghost} />}
        <Line ink="weight" mark="leak" points={own} />
        {limits.map(({ beta, words }) => (
          <RuleX key={words} at={beta} />
        ))}
        {before && <Point look="ghost" x={before[0]} y={before[1]} />}
        <ParamHandle
          param="norm"
          value={norm}
          ink="weight"
          label="Norm, on the curve"
          valueText={`β = ${number(norm)}, coefficient ${number(model.leak, model.logLeak)}`}
        >
          <Point look="reach" x={here[0]} y={here[1]} r={17} />
          <Point ink="weight" x={here[0]} y={here[1]} />
        </ParamHandle>
        <Labels
          of={[
            { value: 'leak', at: here },
            before && { text: 'A', look: 'note', at: before, sides: ['sw', 'se', 'ne'] },
            ...limits.map(({ beta, words }) => overflow(beta, words, lowest)),
            { text: 'pale: $λ = ½$, the slowest', look: 'note', at: [0, lowest], sides: ['ne'], gap: 7 },
          ]}
          points={[here, before]}
          lines={[own, nearest, ghost]}
        />
      </Plot>
    </Figure>
  )
}

const decimal = (log: number) => log / Math.LN10

function curveOf(of: Unaided, reach: number): Points {
  return Array.from({ length: SAMPLES }, (_, i) => {
    const beta = ((i + 1) / SAMPLES) * reach
    return [beta, decimal(logLeakAt(of, beta))] as const
  })
}

/** Where naive float64 arithmetic overflows: beside its line, as low as there is room, or else at its top. */
const overflow = (beta: number, words: string, lowest: number): LabelSpec => ({
  text: `${words} overflows`,
  look: 'note',
  at: [0.85, 0.75, 0.65, 0.05, 0.15].map((share) => [beta, share * lowest]),
  sides: ['w', 'e'],
  gap: 5,
})

function LeakTable({ params, pinned }: { params: Unaided; pinned: Unaided | undefined }) {
  const shown = pinned ? [params, pinned] : [params]
  return (
    <DataTable
      columns={['β', 'coefficient of u b in output 2', ...(pinned ? ['the same in A'] : [])]}
      rows={[0.5, 1, 2, 5, 10, 30, 50].map((beta) => [
        number(beta),
        ...shown.map((of) => number(Math.exp(logLeakAt(of, beta)), logLeakAt(of, beta))),
      ])}
    />
  )
}

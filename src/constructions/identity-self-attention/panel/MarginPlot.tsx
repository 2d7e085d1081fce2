import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import type { PanelProps } from '../../../ui/panel'
import { Axes } from '../../../ui/plot/Axis'
import { useFrame } from '../../../ui/plot/frame'
import { colourOf, type Ink } from '../../../ui/plot/inks'
import { Labels } from '../../../ui/plot/Label'
import { Line, type Points } from '../../../ui/plot/Line'
import { ParamHandle } from '../../../ui/plot/ParamHandle'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { RuleY } from '../../../ui/plot/Rule'
import { linear } from '../../../ui/plot/scales'
import { identitySelfAttention } from '../identity-self-attention'
import { marginOf, type Unaided } from '../identity-self-attention.model'

type Props = PanelProps<typeof identitySelfAttention>

const { lambda: LAMBDA } = identitySelfAttention.params
const SAMPLES = 120
const FLOOR = 0.75
/** How high the plot goes: where the interesting part ends. */
const TOP = 4

/** How far x₂ prefers itself against λ and against κ: never below ¾, whatever is added. */
export function MarginPlot({ params, model, pinned }: Props) {
  const { lambda, kappa } = params
  const { margin } = model
  const [ofKappa, ofLambda] = curvesOf(params)
  const ghosts = pinned ? curvesOf(pinned.params) : []
  const before = pinned ? namesOf(pinned) : []
  const top = Math.max(TOP, margin * 1.15, (pinned?.model.margin ?? 0) * 1.15)
  return (
    <Figure
      title="Margin"
      about="$\Delta_2/\beta^2$ against $\lambda$, and $\kappa$ (pale)"
      table={<MarginTable kappa={kappa} pinnedKappa={pinned?.params.kappa} />}
    >
      <Plot
        label="Margin of token 2 over the others, in units of β squared, against λ and κ"
        x={linear([LAMBDA.min, LAMBDA.max])}
        y={linear([0, top])}
        height={236}
      >
        <Axes x="$λ$" />
        {ghosts.map((points, i) => (
          <Line key={i === 0 ? 'kappa' : 'lambda'} stroke="ghost" points={points} />
        ))}
        <Line ink="weight" faint mark="kappa" points={ofKappa} />
        <Line ink="key" mark="lambda" points={ofLambda} />
        <RuleY at={FLOOR} />
        {before.map(({ text, at: [x, y] }) => (
          <Point key={text} look="ghost" x={x} y={y} />
        ))}
        <HalfHandle
          param="kappa"
          name="κ"
          ink="weight"
          value={kappa}
          other={lambda}
          margin={margin}
          ifEqual="right"
        />
        <HalfHandle
          param="lambda"
          name="λ"
          ink="key"
          value={lambda}
          other={kappa}
          margin={margin}
          ifEqual="left"
        />
        <Labels
          of={[
            { value: 'relative-margin', at: [lambda, margin], mark: 'margin' },
            {
              text: '$λ$',
              ink: 'key',
              at: [lambda, margin],
              sides: lambda <= kappa ? ['s', 'sw'] : ['s', 'se'],
            },
            {
              text: '$κ$',
              ink: 'weight',
              at: [kappa, margin],
              sides: kappa < lambda ? ['s', 'sw'] : ['s', 'se'],
            },
            ...before,
            { text: 'never below ¾', look: 'note', at: [LAMBDA.max, FLOOR], sides: ['sw', 'nw'], gap: 5 },
          ]}
          points={[[lambda, margin], [kappa, margin], ...before.map(({ at }) => at)]}
          lines={[ofLambda, ofKappa, ...ghosts]}
        />
      </Plot>
    </Figure>
  )
}

/** The margin as κ varies, and as λ does. */
function curvesOf({ lambda, kappa }: Unaided): readonly [Points, Points] {
  const along = (of: (t: number) => number): Points =>
    Array.from({ length: SAMPLES + 1 }, (_, i) => {
      const t = LAMBDA.min + (i / SAMPLES) * (LAMBDA.max - LAMBDA.min)
      return [t, of(t)]
    })
  return [along((t) => marginOf(lambda, t)), along((t) => marginOf(t, kappa))]
}

/** Where λ and κ stood in the state pinned as A. */
function namesOf({ params: { lambda, kappa }, model: { margin } }: NonNullable<Props['pinned']>) {
  const name = (symbols: string, value: number) => ({
    text: `A $${symbols}$`,
    look: 'note' as const,
    at: [value, margin] as const,
    sides: value > Math.min(lambda, kappa) ? (['se', 'sw', 'ne'] as const) : (['sw', 'se', 'nw'] as const),
  })
  return lambda === kappa ? [name('λ = κ', lambda)] : [name('λ', lambda), name('κ', kappa)]
}

type Side = 'left' | 'right'

/** Room that two whole points need side by side. */
const APART = 15

interface HandleProps {
  readonly param: 'lambda' | 'kappa'
  readonly name: string
  readonly ink: Ink
  readonly value: number
  /** Where the other point is on the same level, and the half that shows of two at one place. */
  readonly other: number
  readonly ifEqual: Side
  readonly margin: number
}

/** A point to drag; where the other would cover it, the half of it that looks away from that one. */
function HalfHandle({ param, name, ink, value, other, margin, ifEqual }: HandleProps) {
  const { x, y } = useFrame()
  const [cx, cy] = [x(value), y(margin)]
  const isCovered = Math.abs(cx - x(other)) < APART
  const side = !isCovered ? undefined : value === other ? ifEqual : value < other ? 'left' : 'right'
  return (
    <ParamHandle
      param={param}
      value={value}
      ink={ink}
      label={`${identitySelfAttention.params[param].label}, on the curve`}
      valueText={`${name} = ${number(value)}, margin ${number(margin)} β²`}
    >
      <path className="touch" fill="transparent" d={disc(cx, cy, 17, side)} />
      <path
        className="grip"
        fill="currentColor"
        stroke={colourOf('panel')}
        strokeWidth={2}
        d={disc(cx, cy, side ? 8 : 6.5, side)}
      />
    </ParamHandle>
  )
}

/** Path of a circle, or of one half of it. */
function disc(x: number, y: number, r: number, side: Side | undefined): string {
  const half = (sweep: 0 | 1) => `A${r} ${r} 0 0 ${sweep} ${x} ${y + r}`
  if (side) return `M${x} ${y - r}${half(side === 'left' ? 0 : 1)}Z`
  return `M${x} ${y - r}${half(0)}A${r} ${r} 0 0 0 ${x} ${y - r}Z`
}

function MarginTable({ kappa, pinnedKappa }: { kappa: number; pinnedKappa: number | undefined }) {
  return (
    <DataTable
      columns={[
        'λ',
        `margin in units of β², at κ = ${number(kappa)}`,
        ...(pinnedKappa === undefined ? [] : [`in A, at κ = ${number(pinnedKappa)}`]),
      ]}
      rows={[-2, -1, 0, 0.5, 1, 2, 3].map((lambda) => [
        number(lambda),
        number(marginOf(lambda, kappa)),
        ...(pinnedKappa === undefined ? [] : [number(marginOf(lambda, pinnedKappa))]),
      ])}
    />
  )
}

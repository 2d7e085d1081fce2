import { memo } from 'react'
import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import type { PanelProps } from '../../../ui/panel'
import { Axes } from '../../../ui/plot/Axis'
import { useFrame } from '../../../ui/plot/frame'
import type { MarkProps, Stroke } from '../../../ui/plot/inks'
import { type LabelSpec, Labels } from '../../../ui/plot/Label'
import { Dots, Line } from '../../../ui/plot/Line'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { Region, RuleX } from '../../../ui/plot/Rule'
import { linear } from '../../../ui/plot/scales'
import { ValueText } from '../../../ui/plot/ValueText'
import type { gaussianKeys } from '../gaussian-keys'
import { SHOWN_WIDTH } from '../gaussian-keys.draws'
import type { GaussianModel } from '../gaussian-keys.model'
import { rowsOf } from './rows'

type Props = Pick<PanelProps<typeof gaussianKeys>, 'model' | 'pinned'> & {
  readonly shown: Float64Array | undefined
}

/** How far the axes go, in standard deviations. */
const REACH = 3.7

/** Projections of k_a and k_b on their means: the draws, their exact law as ellipses, and where γ is negative. */
export const KeyCloud = memo(function KeyCloud({ model, pinned, shown }: Props) {
  const laws = [model, pinned?.model ?? model].map(deviationsOf)
  const x = domainOf(Math.max(...laws.map(([a]) => a)), [model.gamma, pinned?.model.gamma ?? 1])
  const y = domainOf(Math.max(...laws.map(([, b]) => b)), [model.bAlongB, pinned?.model.bAlongB ?? 1])
  const here = [model.gamma, model.bAlongB] as const
  const before = pinned && ([pinned.model.gamma, pinned.model.bAlongB] as const)
  const rows = rowsOf(shown ?? new Float64Array(), SHOWN_WIDTH)
  return (
    <Figure
      title="Keys drawn"
      about="$k_a^\top\mu_a$, $k_b^\top\mu_b$; 1 and 2 sd"
      table={<CloudTable model={model} />}
    >
      <Plot
        label={`Projections of keys a and b on their means. This draw: ${number(model.gamma)} and ${number(model.bAlongB)}.`}
        x={linear(x)}
        y={linear(y)}
        height={205}
      >
        <Axes x="$γ$" />
        {x[0] < 0 && <Region ink="fails" mark="negative" x={[x[0], 0]} />}
        <RuleX ink="fails" stroke="thin" mark="negative" at={0} />
        <Dots ink="key" points={rows.filter(([g]) => g >= 0).map(([g, b]) => [g, b])} />
        <Dots ink="fails" points={rows.filter(([g]) => g < 0).map(([g, b]) => [g, b])} />
        {pinned && <Law model={pinned.model} stroke="ghost" />}
        <Law model={model} stroke="full" ink="key" mark="law" />
        <RuleX ink="soft" stroke="thin" mark="length" at={model.length} to={y[0] + 0.08 * (y[1] - y[0])} />
        <RuleX mark="gamma" at={model.gamma} to={model.bAlongB} />
        {before && <Point look="ghost" x={before[0]} y={before[1]} />}
        <Point ink="key" mark="gamma" x={here[0]} y={here[1]} />
        <Labels
          of={[
            x[0] < 0 && {
              text: `$γ < 0$: ${number(100 * model.negative, undefined, 3)} %`,
              ink: 'fails',
              at: [x[0], y[1]],
              sides: ['se'],
              gap: 5,
            },
            model.length < x[1] && {
              text: 'length of $a$ ≈ ',
              value: 'length',
              at: [model.length, y[0]],
              sides: ['ne', 'nw'],
              gap: 6,
            },
            before && { text: 'A', look: 'note', at: before, sides: ['sw', 'se', 'nw', 'ne'] },
            ...shares(model, y),
          ]}
          points={[here, before]}
        />
        <Gamma at={model.gamma} />
      </Plot>
    </Figure>
  )
})

function domainOf(sd: number, seen: readonly number[]): [number, number] {
  const reach = Math.max(
    REACH * sd,
    ...seen.map((value) => 1.05 * Math.abs(value - 1)),
    sd === 0 ? 0.1 : 1e-4,
  )
  return [1 - reach, 1 + reach]
}

/** Standard deviations of the two projections. */
const deviationsOf = ({ alongVariance, projectionVariance }: GaussianModel) =>
  [Math.sqrt(alongVariance), Math.sqrt(projectionVariance)] as const

interface LawProps extends MarkProps {
  readonly model: GaussianModel
  readonly stroke: Stroke
}

/** The exact law of the two projections: ellipses of one and two standard deviations. */
function Law({ model, stroke, ...mark }: LawProps) {
  const [sdA, sdB] = deviationsOf(model)
  const turns = Array.from({ length: 97 }, (_, i) => (Math.PI * i) / 48)
  return [1, 2].map((k) => (
    <Line
      key={k}
      stroke={stroke}
      {...mark}
      points={turns.map((t) => [1 + k * sdA * Math.cos(t), 1 + k * sdB * Math.sin(t)])}
    />
  ))
}

/** What part of all draws is inside of each ellipse, `1 − e^(−k²/2)`, on its lowest point; none where they are too small. */
function shares(model: GaussianModel, [low, high]: readonly [number, number]): LabelSpec[] {
  const [, sdB] = deviationsOf(model)
  if (sdB < 0.09 * (high - low)) return []
  return [1, 2].map((k) => ({
    text: `${number(-100 * Math.expm1((-k * k) / 2), undefined, 2)} %`,
    ink: 'key',
    at: [1, 1 - k * sdB],
    sides: ['on'],
    gap: 0,
  }))
}

/** γ of this draw, read off below the axis, where no ellipse goes. */
function Gamma({ at }: { at: number }) {
  const { x, left, right, bottom } = useFrame()
  return (
    <ValueText
      of="gamma"
      x={Math.max(left + 44, Math.min(right - 70, x(at)))}
      y={bottom + 31}
      before="$γ$ = "
    />
  )
}

function CloudTable({ model }: { model: GaussianModel }) {
  const rows = [
    ['γ', model.gamma, model.alongVariance],
    ['length of k_a, about', model.length, Number.NaN],
    ['k_b on its mean', model.bAlongB, model.projectionVariance],
    ['k_a on the mean of b', model.aAlongB, model.projectionVariance],
    ['k_b on the mean of a', model.bAlongA, model.projectionVariance],
  ] as const
  return (
    <DataTable
      columns={['projection', 'this draw', 'variance']}
      rows={rows.map(([name, value, variance]) => [
        name.replace('_', ' '),
        number(value, undefined, 8),
        number(variance),
      ])}
    />
  )
}

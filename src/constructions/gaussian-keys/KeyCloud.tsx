import { memo } from 'react'
import { number } from '../../tex/format'
import { DataTable } from '../../ui/kit/DataTable'
import { Figure } from '../../ui/kit/Figure'
import { GhostPoint } from '../../ui/kit/GhostPoint'
import { LinePlot, type Plot } from '../../ui/kit/LinePlot'
import { SvgMath } from '../../ui/kit/SvgMath'
import { SvgValue } from '../../ui/kit/SvgValue'
import type { PanelProps } from '../../ui/panel'
import { SHOWN_WIDTH } from '../../workers/sampling.messages'
import { dotsAt, rowsOf } from './dots'
import type { gaussianKeys } from './gaussian-keys'
import type { GaussianModel } from './gaussian-keys.model'

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
  const rows = rowsOf(shown ?? new Float64Array(), SHOWN_WIDTH)
  return (
    <Figure
      title="Keys drawn"
      about="$k_a^\top\mu_a$ across, $k_b^\top\mu_b$ up; ellipses at 1 and 2 sd"
      table={<CloudTable model={model} />}
    >
      <LinePlot
        label={`Projections of keys a and b on their means. This draw: ${number(model.gamma)} and ${number(model.bAlongB)}.`}
        xDomain={x}
        yDomain={y}
        xLabel="γ"
        curves={[]}
        height={205}
        renderBehind={(plot) => (
          <>
            <Negative plot={plot} />
            <Dots plot={plot} rows={rows} />
            {pinned && <Law plot={plot} model={pinned.model} className="ghost soft" />}
            <Law plot={plot} model={model} className="curve role-key" mark="law" />
          </>
        )}
      >
        {(plot) => (
          <>
            <NegativeText plot={plot} probability={model.negative} />
            <LawNames plot={plot} model={model} />
            {pinned && <GhostPoint x={plot.x(pinned.model.gamma)} y={plot.y(pinned.model.bAlongB)} />}
            <ThisDraw plot={plot} model={model} />
          </>
        )}
      </LinePlot>
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

interface LawProps {
  readonly plot: Plot
  readonly model: GaussianModel
  readonly className: string
  readonly mark?: string
}

/** The exact law of the two projections: ellipses of one and two standard deviations. */
function Law({ plot, model, className, mark }: LawProps) {
  const [sdA, sdB] = deviationsOf(model)
  return [1, 2].map((k) => (
    <ellipse
      key={k}
      className={className}
      data-mark={mark}
      cx={plot.x(1)}
      cy={plot.y(1)}
      rx={plot.x(1 + k * sdA) - plot.x(1)}
      ry={plot.y(1) - plot.y(1 + k * sdB)}
    />
  ))
}

/** What part of all draws is inside of each ellipse, `1 − e^(−k²/2)`, on its lowest point; none where they are too small. */
function LawNames({ plot, model }: { plot: Plot; model: GaussianModel }) {
  const [, sdB] = deviationsOf(model)
  const bottom = (k: number) => plot.y(1 - k * sdB)
  if (bottom(2) - bottom(1) < 14) return null
  return [1, 2].map((k) => (
    <text key={k} className="label role-key" x={plot.x(1)} y={bottom(k) + 4} textAnchor="middle">
      {number(-100 * Math.expm1((-k * k) / 2), undefined, 2)} %
    </text>
  ))
}

function Negative({ plot }: { plot: Plot }) {
  const edge = Math.min(plot.right, plot.x(0))
  if (edge <= plot.left) return null
  return (
    <g className="role-fails" data-mark="negative">
      <rect
        x={plot.left}
        y={plot.top - 2}
        width={edge - plot.left}
        height={plot.bottom - plot.top + 4}
        fill="currentColor"
        opacity={0.08}
      />
      <line className="curve thin" x1={edge} x2={edge} y1={plot.top} y2={plot.bottom} />
    </g>
  )
}

/** In front of the dots, so that they do not cross it. */
function NegativeText({ plot, probability }: { plot: Plot; probability: number }) {
  if (plot.x(0) <= plot.left) return null
  return (
    <text className="label role-fails" x={plot.left + 6} y={plot.top + 12}>
      <SvgMath>{`γ < 0: ${number(100 * probability, undefined, 3)} %`}</SvgMath>
    </text>
  )
}

function Dots({ plot, rows }: { plot: Plot; rows: readonly (readonly number[])[] }) {
  const path = (negative: boolean) =>
    dotsAt(rows.filter(([g]) => g < 0 === negative).map(([g, b]) => [plot.x(g), plot.y(b)]))
  return (
    <>
      <path className="role-key dots" d={path(false)} />
      <path className="role-fails dots" d={path(true)} />
    </>
  )
}

/** This draw, with γ read off below the axis, where no ellipse goes. */
function ThisDraw({ plot, model }: { plot: Plot; model: GaussianModel }) {
  const [x, y] = [plot.x(model.gamma), plot.y(model.bAlongB)]
  return (
    <g className="role-key" data-mark="gamma">
      <line className="reference" x1={x} x2={x} y1={y} y2={plot.bottom + 4} />
      <circle className="grip" cx={x} cy={y} r={6.5} />
      <SvgValue
        of="gamma"
        x={Math.max(plot.left + 44, Math.min(plot.right - 70, x))}
        y={plot.bottom + 31}
        before="γ = "
      />
    </g>
  )
}

function CloudTable({ model }: { model: GaussianModel }) {
  const rows = [
    ['γ', model.gamma, model.alongVariance],
    ['k_b on its mean', model.bAlongB, model.projectionVariance],
    ['k_a on the mean of b', model.aAlongB, model.projectionVariance],
    ['k_b on the mean of a', model.bAlongA, model.projectionVariance],
  ] as const
  return (
    <DataTable
      heads={['projection', 'this draw', 'variance']}
      rows={rows.map(([name, value, variance]) => [
        name.replace('_', ' '),
        number(value, undefined, 8),
        number(variance),
      ])}
    />
  )
}

import { memo } from 'react'
import { number } from '../../tex/format'
import { DataTable } from '../../ui/kit/DataTable'
import { Figure } from '../../ui/kit/Figure'
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
  const [sdA, sdB] = [Math.sqrt(model.alongVariance), Math.sqrt(model.projectionVariance)]
  const x = domainOf(sdA, [model.gamma, pinned?.model.gamma ?? 1])
  const y = domainOf(sdB, [model.bAlongB, pinned?.model.bAlongB ?? 1])
  const rows = rowsOf(shown ?? new Float64Array(), SHOWN_WIDTH)
  return (
    <Figure
      title="Keys drawn"
      about="$k_a^\top\mu_a$ across, $k_b^\top\mu_b$ up, scaled apart"
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
            <Negative plot={plot} probability={model.negative} />
            <Dots plot={plot} rows={rows} />
            {[1, 2].map((k) => (
              <ellipse
                key={k}
                className="curve role-key"
                data-mark="law"
                cx={plot.x(1)}
                cy={plot.y(1)}
                rx={plot.x(1 + k * sdA) - plot.x(1)}
                ry={plot.y(1) - plot.y(1 + k * sdB)}
              />
            ))}
          </>
        )}
      >
        {(plot) => (
          <>
            {pinned && (
              <circle
                className="ghost soft"
                cx={plot.x(pinned.model.gamma)}
                cy={plot.y(pinned.model.bAlongB)}
                r={6.5}
              />
            )}
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

function Negative({ plot, probability }: { plot: Plot; probability: number }) {
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
      <text className="label" x={plot.left + 6} y={plot.top + 12}>
        <SvgMath>{`γ < 0: ${number(100 * probability, undefined, 3)} %`}</SvgMath>
      </text>
    </g>
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

function ThisDraw({ plot, model }: { plot: Plot; model: GaussianModel }) {
  const [x, y] = [plot.x(model.gamma), plot.y(model.bAlongB)]
  const right = x > (plot.left + plot.right) / 2
  return (
    <g className="role-key" data-mark="gamma">
      <circle className="grip" cx={x} cy={y} r={6.5} />
      <SvgValue
        of="gamma"
        x={right ? x - 11 : x + 11}
        y={y - 9}
        anchor={right ? 'end' : 'start'}
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

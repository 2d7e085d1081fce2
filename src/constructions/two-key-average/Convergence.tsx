import { number } from '../../tex/format'
import { DataTable } from '../../ui/kit/DataTable'
import { Figure } from '../../ui/kit/Figure'
import { GhostPoint } from '../../ui/kit/GhostPoint'
import { type Curve, LinePlot } from '../../ui/kit/LinePlot'
import type { PanelProps } from '../../ui/panel'
import { ConvergenceOverlay } from './ConvergenceOverlay'
import { EpsilonSolver } from './EpsilonSolver'
import { twoKeyAverage } from './two-key-average'
import { type Averaging, logLeakAt, logLeakOver } from './two-key-average.model'
import styles from './two-key-average.module.css'

const SAMPLES = 96

/** ln(leak) against the scale, without end: it is computed in logarithms. A line asks what scale a leak needs. */
export function Convergence({ params, model, pinned, onChange, onSettle }: PanelProps<typeof twoKeyAverage>) {
  const { scaleNeeded } = model
  const reach = Math.max(reachOf(params, scaleNeeded), pinned ? pinned.params.scale : 0)
  const lowest = logLeakAt(params, reach)
  return (
    <Figure
      title="Convergence"
      about="$\ln L$ against scale $Q$"
      table={<ConvergenceTable params={params} reach={reach} />}
    >
      {model.others === 0 ? (
        <p className={styles['empty']}>Every key is wanted: nothing can leak, L = 0 for every Q.</p>
      ) : (
        <LinePlot
          label="Natural logarithm of the leak against the scale"
          xDomain={[0, reach]}
          yDomain={[Math.min(-1, lowest), 0]}
          xLabel="Q"
          curves={curvesOf(params, reach, pinned?.params)}
          height={226}
        >
          {(plot) => (
            <>
              {pinned && pinned.model.others > 0 && (
                <GhostPoint x={plot.x(pinned.params.scale)} y={plot.y(pinned.model.logLeak)} />
              )}
              <ConvergenceOverlay
                plot={plot}
                params={params}
                model={model}
                reach={reach}
                onChange={onChange}
                onSettle={onSettle}
              />
            </>
          )}
        </LinePlot>
      )}
      <EpsilonSolver params={params} scaleNeeded={scaleNeeded} onChange={onChange} onSettle={onSettle} />
    </Figure>
  )
}

/** How far the axis goes: past the current scale and the needed one. */
function reachOf({ scale }: Averaging, needed: number): number {
  const far = Math.max(20, scale * 1.15, Number.isFinite(needed) ? needed * 1.15 : 0)
  return Math.min(twoKeyAverage.params.scale.max * 1.15, far)
}

function curvesOf(params: Averaging, reach: number, pinned?: Averaging): Curve[] {
  const reference = params.n === 1000 ? 10 : 1000
  const scales = Array.from({ length: SAMPLES + 1 }, (_, i) => (i * reach) / SAMPLES)
  const curve = (id: string, of: Averaging, className: string, mark: string): Curve => {
    const logLeak = logLeakOver(of)
    return { id, className, mark, points: scales.map((scale) => [scale, logLeak(scale)]) }
  }
  return [
    curve('reference', { ...params, n: reference }, 'soft faint', 'reference'),
    ...(pinned && pinned.n > pinned.m ? [curve('pinned', pinned, 'ghost', 'pinned')] : []),
    curve('leak', params, 'role-query', 'leak'),
  ]
}

function ConvergenceTable({ params, reach }: { params: Averaging; reach: number }) {
  const scales = Array.from({ length: 9 }, (_, i) => Number(((i * reach) / 8).toPrecision(3)))
  return (
    <DataTable
      heads={['Q', 'leak', 'ln leak']}
      rows={scales.map((scale) => {
        const log = logLeakAt(params, scale)
        return [number(scale), number(Math.exp(log), log), number(log, undefined, 8)]
      })}
    />
  )
}

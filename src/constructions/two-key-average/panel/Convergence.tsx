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
import { RuleX, RuleY } from '../../../ui/plot/Rule'
import { linear } from '../../../ui/plot/scales'
import { twoKeyAverage } from '../two-key-average'
import { type Averaging, logLeakAt, logLeakOver } from '../two-key-average.model'
import { EpsilonSolver } from './EpsilonSolver'
import styles from './two-key-average.module.css'

const SAMPLES = 96

/** ln(leak) against the scale, without end: it is computed in logarithms. A line asks what scale a leak needs. */
export function Convergence({ params, model, pinned }: PanelProps<typeof twoKeyAverage>) {
  const reach = Math.max(reachOf(params, model.scaleNeeded), pinned ? pinned.params.scale : 0)
  return (
    <Figure
      title="Convergence"
      about="$\ln L$ against scale $Q$"
      table={<ConvergenceTable params={params} reach={reach} />}
    >
      {model.others === 0 ? (
        <p className={styles['empty']}>Every key is wanted: nothing can leak, L = 0 for every Q.</p>
      ) : (
        <LeakPlot params={params} model={model} pinned={pinned} reach={reach} />
      )}
      <EpsilonSolver params={params} scaleNeeded={model.scaleNeeded} />
    </Figure>
  )
}

/** How far the axis goes: past the current scale and the needed one. */
function reachOf({ scale }: Averaging, needed: number): number {
  const far = Math.max(20, scale * 1.15, Number.isFinite(needed) ? needed * 1.15 : 0)
  return Math.min(twoKeyAverage.params.scale.max * 1.15, far)
}

/** Where naive arithmetic gives up: ln of half the step below 1, and of half the smallest positive float64. */
const FLOORS = [
  { log: Math.log(Number.EPSILON / 4), text: '1 − leak rounds to 1 below here' },
  { log: Math.log(Number.MIN_VALUE) - Math.LN2, text: 'the leak itself rounds to 0 below here' },
]

interface PlotProps extends Pick<PanelProps<typeof twoKeyAverage>, 'params' | 'model' | 'pinned'> {
  readonly reach: number
}

function LeakPlot({ params, model, pinned, reach }: PlotProps) {
  const { scale, epsilon } = params
  const { scaleNeeded: needed, logLeak } = model
  const compared = params.n === 1000 ? 10 : 1000
  const own = curveOf(params, reach)
  const reference = curveOf({ ...params, n: compared }, reach)
  const ghost = pinned && pinned.model.others > 0 && curveOf(pinned.params, reach)
  const before = ghost && ([pinned.params.scale, pinned.model.logLeak] as const)
  const lowest = Math.min(-1, logLeakAt(params, reach), before ? before[1] : 0)
  const floors = FLOORS.filter(({ log }) => log > lowest * 0.97)
  const asked = Math.log(epsilon)
  const isAsked = asked > lowest
  const isMet = isAsked && Number.isFinite(needed) && needed >= 0
  const end = isMet ? needed : reach
  return (
    <Plot
      label="Natural logarithm of the leak against the scale"
      x={linear([0, reach])}
      y={linear([lowest, 0])}
      height={226}
    >
      <Axes x="$Q$" />
      <Line ink="soft" faint mark="reference" points={reference} />
      {ghost && <Line stroke="ghost" mark="pinned" points={ghost} />}
      <Line ink="query" mark="leak" points={own} />
      {before && <Point look="ghost" x={before[0]} y={before[1]} />}
      {floors.map(({ log }) => (
        <RuleY key={log} at={log} />
      ))}
      {isMet && <RuleX at={needed} to={asked} />}
      {isAsked && (
        <ParamHandle
          param="epsilon"
          value={epsilon}
          along="y"
          valueAt={Math.exp}
          ink="holds"
          label="Leak allowed, line"
          valueText={`ε = ${number(epsilon)}${isMet ? `, needs Q = ${number(needed)}` : ''}`}
        >
          <RuleY stroke="reach" at={asked} to={end} />
          <RuleY stroke="grip" ink="holds" at={asked} to={end} />
          {isMet && <Point ink="holds" mark="scale-needed" x={needed} y={asked} r={5} />}
        </ParamHandle>
      )}
      <ParamHandle
        param="scale"
        value={scale}
        ink="query"
        label="Scale, on the curve"
        valueText={`Q = ${number(scale)}, natural logarithm of the leak ${number(logLeak)}`}
      >
        <Point look="reach" x={scale} y={logLeak} r={17} />
        <Point ink="query" x={scale} y={logLeak} />
      </ParamHandle>
      <Labels
        of={[
          { text: 'ln $L$ = ', value: 'log-leak', at: [scale, logLeak] },
          isMet && { text: '$Q$ = ', value: 'scale-needed', at: [needed, asked] },
          isAsked && {
            text: `$ε = ${number(epsilon)}$`,
            ink: 'holds',
            at: [0, asked],
            sides: ['ne', 'se'],
            gap: 7,
          },
          before && { text: 'A', look: 'note', at: before, sides: ['sw', 'se', 'nw', 'ne'] },
          ...floors.map(({ log, text }) => remark(text, [reach, log])),
          { ...remark(`$n = ${number(compared)}$`, reference.at(-4)!), optional: true },
        ]}
        points={[[scale, logLeak], isMet && [needed, asked], before]}
        lines={[
          own,
          reference,
          ghost,
          isAsked && level(asked, end),
          isMet && [
            [needed, asked],
            [needed, lowest],
          ],
        ]}
      />
    </Plot>
  )
}

const remark = (text: string, at: Points[number]): LabelSpec => ({
  text,
  look: 'note',
  at,
  sides: ['sw', 'nw'],
  gap: 5,
})

const level = (y: number, end: number): Points => [
  [0, y],
  [end, y],
]

function curveOf(params: Averaging, reach: number): Points {
  const logLeak = logLeakOver(params)
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const scale = (i * reach) / SAMPLES
    return [scale, logLeak(scale)] as const
  })
}

function ConvergenceTable({ params, reach }: { params: Averaging; reach: number }) {
  const scales = Array.from({ length: 9 }, (_, i) => Number(((i * reach) / 8).toPrecision(3)))
  return (
    <DataTable
      columns={['Q', 'leak', 'ln leak']}
      rows={scales.map((scale) => {
        const log = logLeakAt(params, scale)
        return [number(scale), number(Math.exp(log), log), number(log, undefined, 8)]
      })}
    />
  )
}

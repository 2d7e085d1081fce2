import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import type { PanelProps } from '../../../ui/panel'
import { Axes } from '../../../ui/plot/Axis'
import { useFrame } from '../../../ui/plot/frame'
import { Labels } from '../../../ui/plot/Label'
import { Line, type Points } from '../../../ui/plot/Line'
import { ParamHandle } from '../../../ui/plot/ParamHandle'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { RuleX, RuleY } from '../../../ui/plot/Rule'
import { linear, powers } from '../../../ui/plot/scales'
import { Text } from '../../../ui/plot/Text'
import { ValueText } from '../../../ui/plot/ValueText'
import type { keyQueryValue } from '../key-query-value'
import { logErrorOf } from '../key-query-value.convergence'
import type { Design, DesignModel } from '../key-query-value.model'
import { ids } from '../key-query-value.quantities'
import styles from './key-query-value.module.css'

type Props = Pick<PanelProps<typeof keyQueryValue>, 'params' | 'model' | 'pinned'>

const SAMPLES = 120
/** log₁₀ of half the step of float64 below 1: less than that taken from 1 is lost. */
const PRECISION = Math.log10(Number.EPSILON / 4)
const INKS = ['value', 'query', 'key', 'weight', 'plain', 'soft'] as const

/** The errors of the wanted outputs against β², where each becomes a straight line. */
export function ErrorPlot({ params, model, pinned }: Props) {
  const reach = Math.max(16, params.norm ** 2 * 2, pinned ? pinned.params.norm ** 2 * 1.1 : 0)
  const ghosts = pinned ? curvesOf(pinned.params, pinned.model, reach) : []
  const curves = curvesOf(params, model, reach)
  return (
    <Figure
      title="Error"
      about="falls with $\beta^2$"
      table={<ErrorTable params={params} model={model} pinned={pinned} />}
    >
      {curves.length + ghosts.length === 0 ? (
        <p className={styles['empty']}>Nothing is wanted, or everything is exact at every β.</p>
      ) : (
        <Drawing {...{ params, model, pinned, reach, ghosts, curves }} />
      )}
    </Figure>
  )
}

interface Curve {
  /** Index of the output. */
  readonly output: number
  readonly points: Points
}

function curvesOf({ scoreScale }: Design, { outcomes }: DesignModel, reach: number): Curve[] {
  return outcomes.flatMap(({ convergence, logError }, output) => {
    if (!convergence || logError === -Infinity) return []
    const logErrorAt = logErrorOf(convergence)
    const points = Array.from({ length: SAMPLES }, (_, k) => {
      const square = ((k + 1) / SAMPLES) * reach
      return [square, logErrorAt(Math.sqrt(square), scoreScale) / Math.LN10] as const
    })
    return [{ output, points }]
  })
}

interface DrawingProps extends Props {
  readonly reach: number
  readonly ghosts: readonly Curve[]
  readonly curves: readonly Curve[]
}

function Drawing({ params, model, pinned, reach, ghosts, curves }: DrawingProps) {
  const heights = [...ghosts, ...curves].flatMap(({ points }) => points.map(([, y]) => y))
  const [lowest, highest] = [Math.min(-2, ...heights), Math.max(0, ...heights)]
  const square = params.norm ** 2
  const here = placesOf(square, model)
  const before = pinned ? placesOf(pinned.params.norm ** 2, pinned.model) : []
  const named = before.toSorted((p, q) => p.at[1] - q.at[1])[0]
  return (
    <Plot
      label="Decimal logarithm of the error of each wanted output against β squared"
      x={linear([0, reach])}
      y={powers([lowest, highest + 0.5])}
      height={218}
    >
      <Axes x="$β^2$" />
      {ghosts.map(({ output, points }) => (
        <Line key={output} stroke="ghost" points={points} />
      ))}
      {curves.map(({ output, points }) => (
        <Line key={output} ink={INKS[output]} mark={`error-${output + 1}`} points={points} />
      ))}
      {lowest < PRECISION && <RuleY at={PRECISION} />}
      {before.map(({ output, at: [x, y] }) => (
        <Point key={output} look="ghost" x={x} y={y} />
      ))}
      <ParamHandle
        param="norm"
        value={params.norm}
        valueAt={(x) => Math.sqrt(Math.max(0, x))}
        label="Norm, on the error plot"
        valueText={`β = ${number(params.norm)}`}
      >
        <RuleX stroke="reach" at={square} />
        <RuleX stroke="grip" at={square} />
        {here.map(({ output, at: [x, y] }) => (
          <Point key={output} ink={INKS[output]} x={x} y={y} r={5} />
        ))}
      </ParamHandle>
      <Labels
        of={[
          lowest < PRECISION && {
            text: '1 − error rounds to 1 in float64 below',
            look: 'note',
            at: [reach, PRECISION],
            sides: ['nw', 'sw'],
            gap: 4,
          },
          named && { text: 'A', look: 'note', at: named.at, sides: ['sw', 'se', 'ne'] },
        ]}
        points={[...here, ...before].map(({ at }) => at)}
        lines={[...curves, ...ghosts].map(({ points }) => points)}
      />
      <Readings of={here.map(({ output }) => output)} at={square} />
    </Plot>
  )
}

/** Where the outputs that err are on their curves. */
const placesOf = (square: number, { outcomes }: DesignModel) =>
  outcomes.flatMap(({ logError }, output) =>
    logError > -Infinity ? [{ output, at: [square, logError / Math.LN10] as const }] : [],
  )

/** The error of each output beside the line of the norm, and how steeply it falls, one below the other. */
function Readings({ of: outputs, at }: { of: readonly number[]; at: number }) {
  const { x, left, top, bottom } = useFrame()
  const slopes = bottom - 8 - ROW * (outputs.length - 1)
  return outputs.map((output, row) => {
    const ink = INKS[output]
    const name = `$c_${output + 1}$`
    const [upper, lower] = [top + 14 + row * ROW, slopes + row * ROW]
    return (
      <g key={output}>
        <Text ink={ink} x={x(at) + 12} y={upper}>
          {name}
        </Text>
        <ValueText of={ids.error(output)} ink={ink} x={x(at) + 32} y={upper} anchor="start" />
        <Text ink={ink} x={left + 8} y={lower}>
          {name}
        </Text>
        <ValueText
          of={ids.rate(output)}
          ink={ink}
          before="slope of ln "
          x={left + 28}
          y={lower}
          anchor="start"
        />
      </g>
    )
  })
}

/** Distance of one line of readings to the next. */
const ROW = 17

/** The errors of the wanted outputs, each a column. */
const columnsOf = (name: string, { outcomes }: DesignModel, { scoreScale }: Design) =>
  outcomes.flatMap(({ convergence }, i) =>
    convergence
      ? [{ name: `error of output ${i + 1}${name}`, logErrorAt: logErrorOf(convergence), scoreScale }]
      : [],
  )

function ErrorTable({ params, model, pinned }: Pick<Props, 'params' | 'model' | 'pinned'>) {
  const columns = [
    ...columnsOf('', model, params),
    ...(pinned ? columnsOf(' in A', pinned.model, pinned.params) : []),
  ]
  return (
    <DataTable
      columns={['β', ...columns.map(({ name }) => name)]}
      rows={[1, 2, 3, 5, 10, 30, params.norm, ...(pinned ? [pinned.params.norm] : [])].map((beta) => [
        number(beta),
        ...columns.map(({ logErrorAt, scoreScale }) => {
          const log = logErrorAt(beta, scoreScale)
          return number(Math.exp(log), log)
        }),
      ])}
    />
  )
}

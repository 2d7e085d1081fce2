import { useMemo } from 'react'
import { leakBounds, weightBounds } from '../../../core/attention/margin'
import { number, texNumber } from '../../../tex/format'
import { Value } from '../../../ui/kit/Explanation'
import { Figure } from '../../../ui/kit/Figure'
import { Tex } from '../../../ui/kit/Tex'
import { type PanelProps, useChange } from '../../../ui/panel'
import type { LabelSpec } from '../../../ui/plot/Label'
import type { Points } from '../../../ui/plot/Line'
import { ParamHandle } from '../../../ui/plot/ParamHandle'
import type { Side } from '../../../ui/plot/placing'
import { RuleY } from '../../../ui/plot/Rule'
import { linear, powers, type Span } from '../../../ui/plot/scales'
import { clamped } from '../../scale'
import { singleKey } from '../single-key'
import { BoundsPlot } from './BoundsPlot'
import { BoundsTable, leakDomain } from './BoundsTable'
import styles from './single-key.module.css'

type Props = PanelProps<typeof singleKey>

const { margin: MARGIN, epsilon: EPSILON } = singleKey.params
const SAMPLES = 200

/** What a margin is worth for any number of keys: α_j between its bounds, and what it lacks on a logarithmic axis. */
export function MarginPlots(props: Props) {
  const { params, model } = props
  const change = useChange(singleKey)
  const { n, margin } = model
  const adopt = () => change({ n, margin: clamped(MARGIN, Number(margin.toPrecision(4))) })
  return (
    <Figure
      title="Any number of keys, any margin"
      about="bounds on $\alpha_j$ for $N$ keys, whatever their scores"
      setting={
        <button
          type="button"
          disabled={params.n === n && params.margin === Number(margin.toPrecision(4))}
          onClick={adopt}
        >
          Use the plane’s <Tex>{'n'}</Tex> and <Tex>{'\\Delta'}</Tex>
        </button>
      }
      table={
        <>
          <Enough epsilon={params.epsilon} />
          <BoundsTable params={params} model={model} />
        </>
      }
    >
      <div className={styles['pair']}>
        <div>
          <p className={styles['note']}>
            weight <Tex>{'\\htmlClass{role-weight}{\\alpha_j}'}</Tex>
          </p>
          <WeightPlot {...props} />
        </div>
        <div>
          <p className={styles['note']}>
            leak <Tex>{'\\htmlClass{role-weight}{L}'}</Tex>, by powers of ten
          </p>
          <LeakPlot {...props} />
        </div>
      </div>
    </Figure>
  )
}

/** The margins between which the matter is decided, for any number of keys. */
function Enough({ epsilon }: { epsilon: number }) {
  return (
    <p className={styles['note']}>
      For <Tex>{'\\alpha_j\\ge 1-\\varepsilon'}</Tex> with <Tex>{`\\varepsilon=${texNumber(epsilon)}`}</Tex>:
      a margin of <Value of="general-sufficient" /> is always enough, and less than <Value of="necessary" />{' '}
      never is.
    </p>
  )
}

/** `f` at evenly spaced margins. */
function sampled([low, high]: Span, f: (margin: number) => number): Points {
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const margin = low + ((high - low) * i) / SAMPLES
    return [margin, f(margin)] as const
  })
}

/** α_j itself, where it rises. */
function WeightPlot({ params, model, pinned }: Props) {
  const { n, margin, epsilon } = params
  const last = Math.max(16, Math.log(n) + 8)
  const ghost = pinned?.params.n
  const curves = useMemo(() => {
    const lower = (count: number) => sampled([-8, last], (m) => weightBounds(count, m).lower)
    return {
      least: lower(n),
      most: sampled([-8, last], (m) => weightBounds(n, m).upper),
      before: ghost === undefined ? undefined : lower(ghost),
    }
  }, [n, ghost, last])
  const { lower, upper } = weightBounds(n, margin)
  return (
    <BoundsPlot
      label="Least and largest weight of the wanted key against the margin"
      x={linear([-8, last])}
      y={linear([0, 1])}
      {...{ params, model, ...curves }}
      asked={1 - epsilon}
      foot={0}
      bounds={[
        { value: 'general-weight-most', level: upper },
        { value: 'general-weight-least', level: lower },
      ]}
      plane={model.weights[model.target]}
      names={n === 2 ? [] : curveNames(n)}
    />
  )
}

/** What each bound means, beside its curve; for two keys they are one. */
function curveNames(n: number): LabelSpec[] {
  const [high, low] = [0.62, 0.3]
  const name = (text: string, at: Points[number], side: Side): LabelSpec => ({
    text,
    look: 'note',
    ink: 'weight',
    at,
    sides: [side],
    gap: 8,
    optional: true,
  })
  return [
    name('only one rival', [Math.log(high / (1 - high)), high], 'w'),
    name('all others tie', [Math.log(((n - 1) * low) / (1 - low)), low], 'e'),
  ]
}

const toDecimal = (log: number) => log / Math.LN10

/** The leak on a logarithmic axis, which goes on below what float64 can hold. */
function LeakPlot({ params, model, pinned }: Props) {
  const { n, margin, epsilon } = params
  const [first, last] = leakDomain(params, model)
  const ghost = pinned?.params.n
  const curves = useMemo(() => {
    const upper = (count: number) => sampled([first, last], (m) => toDecimal(leakBounds(count, m).logUpper))
    return {
      least: upper(n),
      most: sampled([first, last], (m) => toDecimal(leakBounds(n, m).logLower)),
      before: ghost === undefined ? undefined : upper(ghost),
    }
  }, [n, ghost, first, last])
  const { logUpper, logLower } = leakBounds(n, margin)
  const lowest = Math.floor(toDecimal(leakBounds(n, last).logLower))
  const asked = Math.log10(epsilon)
  return (
    <BoundsPlot
      label="Least and largest leak against the margin, logarithmic"
      x={linear([first, last])}
      y={powers([lowest, 0])}
      {...{ params, model, ...curves }}
      asked={asked}
      foot={lowest}
      bounds={[
        { value: 'general-leak-most', level: toDecimal(logUpper) },
        { value: 'general-leak-least', level: toDecimal(logLower) },
      ]}
      plane={toDecimal(model.logLeak)}
      names={[
        { text: `$ε = ${number(epsilon)}$`, ink: 'holds', at: [first, asked], sides: ['ne', 'se'], gap: 7 },
      ]}
    >
      <ParamHandle
        param="epsilon"
        value={epsilon}
        along="y"
        valueAt={(exponent) => 10 ** exponent}
        ink="holds"
        label={`${EPSILON.label}, line`}
        valueText={`ε = ${number(epsilon)}`}
      >
        <RuleY stroke="reach" at={asked} />
        <RuleY stroke="grip" ink="holds" at={asked} />
      </ParamHandle>
    </BoundsPlot>
  )
}

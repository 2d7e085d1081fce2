import { useMemo } from 'react'
import { leakBounds, weightBounds } from '../../core/margin'
import { texNumber } from '../../tex/format'
import { Controls } from '../../ui/kit/Controls'
import { Value } from '../../ui/kit/Explanation'
import { Figure } from '../../ui/kit/Figure'
import { type Curve, LinePlot } from '../../ui/kit/LinePlot'
import { Tex } from '../../ui/kit/Tex'
import type { PanelProps } from '../../ui/panel'
import { clamped } from '../scale'
import { BoundsTable, leakDomain } from './BoundsTable'
import { Band, CurveNames, EpsilonLine, MarginLine, PlaneDot, Thresholds } from './MarginMarks'
import { singleKey } from './single-key'
import styles from './single-key.module.css'

type Props = PanelProps<typeof singleKey>

const { margin: MARGIN, epsilon: EPSILON } = singleKey.params
const SAMPLES = 200
const HEIGHT = 230

/** What a margin is worth for any number of keys: α_j between its bounds, and what it lacks on a logarithmic axis. */
export function MarginPlots(props: Props) {
  const { params, model, onChange, onSettle } = props
  const { n, margin } = model
  const adopt = () => onChange({ n, margin: clamped(MARGIN, Number(margin.toPrecision(4))) }, '')
  return (
    <Figure
      className={styles['wide'] ?? ''}
      title="Any number of keys, any margin"
      about="the bounds on $\alpha_j$ for $N$ keys, whatever the other scores are"
      table={<BoundsTable params={params} model={model} />}
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
            leak <Tex>{'\\htmlClass{role-weight}{L}'}</Tex>, what the weight lacks of 1, by powers of ten
          </p>
          <LeakPlot {...props} />
        </div>
      </div>
      <p className={styles['note']}>
        For <Tex>{'\\alpha_j\\ge 1-\\varepsilon'}</Tex> with{' '}
        <Tex>{`\\varepsilon=${texNumber(params.epsilon)}`}</Tex>: a margin of{' '}
        <Value of="general-sufficient" /> is always enough, and less than <Value of="necessary" /> never is.
      </p>
      <div className={styles['sliders']}>
        <Controls
          specs={singleKey.params}
          names={['n', 'margin']}
          values={params}
          onChange={(changes, intent) => onChange(changes, intent)}
          onSettle={onSettle}
        />
        <button
          type="button"
          disabled={params.n === n && params.margin === Number(margin.toPrecision(4))}
          onClick={adopt}
        >
          Use the plane’s <Tex>{'n'}</Tex> and <Tex>{'\\Delta'}</Tex>
        </button>
      </div>
    </Figure>
  )
}

/** `f` at evenly spaced margins. */
function sampled([low, high]: readonly [number, number], f: (margin: number) => number) {
  return Array.from({ length: SAMPLES + 1 }, (_, i): [number, number] => {
    const margin = low + ((high - low) * i) / SAMPLES
    return [margin, f(margin)]
  })
}

/** The bound that moves with the number of keys, in the pinned state. */
function ghostOf(n: number | undefined, bound: (n: number) => Curve['points']): Curve[] {
  return n === undefined ? [] : [{ id: 'pinned', className: 'ghost', points: bound(n) }]
}

function boundCurves(least: Curve['points'], most: Curve['points']): Curve[] {
  return [
    { id: 'most', className: 'role-weight faint', mark: 'bound-most', points: most },
    { id: 'least', className: 'role-weight', mark: 'bound-least', points: least },
  ]
}

/** α_j itself, where it rises. */
function WeightPlot({ params, model, pinned, onChange, onSettle }: Props) {
  const { n, margin, epsilon } = params
  const last = Math.max(16, Math.log(n) + 8)
  const domain = [-8, last] as const
  const at = (m: number) => weightBounds(n, m)
  const ghost = pinned?.params.n
  const curves = useMemo(() => {
    const lower = (count: number) => sampled([-8, last], (m) => weightBounds(count, m).lower)
    return [
      ...boundCurves(
        lower(n),
        sampled([-8, last], (m) => weightBounds(n, m).upper),
      ),
      ...ghostOf(ghost, lower),
    ]
  }, [n, ghost, last])
  return (
    <LinePlot
      label="Least and largest weight of the wanted key against the margin"
      xDomain={domain}
      yDomain={[0, 1]}
      xLabel="margin m"
      height={HEIGHT}
      curves={curves}
    >
      {(plot) => (
        <>
          <Band plot={plot} curves={curves} />
          <CurveNames plot={plot} n={n} />
          <Thresholds plot={plot} level={1 - epsilon} model={model} />
          {margin >= domain[0] && margin <= domain[1] && (
            <MarginLine
              plot={plot}
              margin={margin}
              dots={[
                { id: 'general-weight-most', level: at(margin).upper },
                { id: 'general-weight-least', level: at(margin).lower },
              ]}
              onChange={onChange}
              onSettle={onSettle}
            />
          )}
          {model.n === n && (
            <PlaneDot plot={plot} margin={model.margin} level={model.weights[model.target]} />
          )}
        </>
      )}
    </LinePlot>
  )
}

const toDecimal = (log: number) => log / Math.LN10

/** 1 − α_j on a logarithmic axis, which goes on below what float64 can hold. */
function LeakPlot({ params, model, pinned, onChange, onSettle }: Props) {
  const { n, margin, epsilon } = params
  const domain = leakDomain(params, model)
  const at = (m: number) => leakBounds(n, m)
  const [first, last] = domain
  const ghost = pinned?.params.n
  const curves = useMemo(() => {
    const upper = (count: number) => sampled([first, last], (m) => toDecimal(leakBounds(count, m).logUpper))
    return [
      ...boundCurves(
        upper(n),
        sampled([first, last], (m) => toDecimal(leakBounds(n, m).logLower)),
      ),
      ...ghostOf(ghost, upper),
    ]
  }, [n, ghost, first, last])
  const lowest = Math.floor(toDecimal(at(domain[1]).logLower))
  return (
    <LinePlot
      label="Least and largest leak against the margin, logarithmic"
      xDomain={domain}
      yDomain={[lowest, 0]}
      xLabel="margin m"
      yTick={powerOfTen}
      height={HEIGHT}
      curves={curves}
    >
      {(plot) => (
        <>
          <Band plot={plot} curves={curves} />
          <EpsilonLine plot={plot} epsilon={epsilon} spec={EPSILON} onChange={onChange} onSettle={onSettle} />
          <Thresholds plot={plot} level={Math.log10(epsilon)} model={model} />
          <MarginLine
            plot={plot}
            margin={margin}
            dots={[
              { id: 'general-leak-most', level: toDecimal(at(margin).logUpper) },
              { id: 'general-leak-least', level: toDecimal(at(margin).logLower) },
            ]}
            onChange={onChange}
            onSettle={onSettle}
          />
          {model.n === n && model.margin >= domain[0] && model.margin <= domain[1] && (
            <PlaneDot plot={plot} margin={model.margin} level={toDecimal(model.logLeak)} />
          )}
        </>
      )}
    </LinePlot>
  )
}

function powerOfTen(exponent: number): string {
  if (exponent === 0) return '1'
  return Number.isInteger(exponent) ? `1e${exponent}`.replace('-', '−') : ''
}

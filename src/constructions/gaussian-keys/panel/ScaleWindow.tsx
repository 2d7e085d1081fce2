import { useDeferredValue, useMemo } from 'react'
import { sampleVariance } from '../../../core/laws/statistics'
import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { Figure } from '../../../ui/kit/Figure'
import type { PanelProps } from '../../../ui/panel'
import { Axes } from '../../../ui/plot/Axis'
import { useFrame } from '../../../ui/plot/frame'
import { type LabelSpec, Labels } from '../../../ui/plot/Label'
import { Line, type Points } from '../../../ui/plot/Line'
import { Plot } from '../../../ui/plot/Plot'
import { Point } from '../../../ui/plot/Point'
import { Region, RuleX } from '../../../ui/plot/Rule'
import { powers, writtenOut } from '../../../ui/plot/scales'
import { Text } from '../../../ui/plot/Text'
import { useJob } from '../../../ui/useJob'
import { latestPart } from '../../../ui/useRuns'
import { gaussianKeys } from '../gaussian-keys'
import type { Drawn } from '../gaussian-keys.draws'
import { errorOf } from '../gaussian-keys.errors'
import type { expectedErrors } from '../gaussian-keys.jobs'
import { ERROR_ALLOWED, type GaussianKeys, settingOf } from '../gaussian-keys.model'
import { bestOf, type CurvePoint, endLabels } from './window'

type Props = Pick<PanelProps<typeof gaussianKeys>, 'params' | 'model' | 'pinned'> & {
  readonly drawn: Drawn | undefined
}

/** Scales of the exact curve, over the slider's decades: close together where the best one may be. */
const SCALES = [
  ...Array.from({ length: 5 }, (_, i) => 10 ** (i / 5 - 1)),
  ...Array.from({ length: 36 }, (_, i) => 10 ** (i / 18)),
  ...Array.from({ length: 6 }, (_, i) => 10 ** (2 + i / 5)),
]

const NONE = new Float64Array()

/** E ‖c − ½(v_a+v_b)‖² against the scale: U-shaped, with the best scale, and lost where key a varies in length. */
export function ScaleWindow({ params, model, pinned, drawn }: Props) {
  const varies = params.normVariance > 0 && params.query !== 'others'
  const { n, d, keyVariance, normVariance, query } = params
  const settings = useMemo(() => {
    const base = { n, d, keyVariance, query, normVariance, scale: 1, seed: 0, draw: 0, draws: 1 }
    const along = (extra: number) => SCALES.map((scale) => settingOf(base, { scale, normVariance: extra }))
    return [...along(normVariance), ...(varies ? along(0) : [])]
  }, [n, d, keyVariance, normVariance, query, varies])
  const { result: errors = NONE } = useJob<typeof expectedErrors, Float64Array>({
    name: 'gaussian-keys/expected-errors',
    input: settings,
    taken: latestPart,
    quiet: 125,
  })
  const pointsOf = (from: number): CurvePoint[] =>
    SCALES.map((scale, i): CurvePoint => [scale, errors[from + i]]).filter(([, error]) => error !== undefined)
  const [own, still] = [pointsOf(0), varies ? pointsOf(SCALES.length) : []]
  const least = Math.max(-9, Math.min(-1.8, ...[...own, ...still].map(([, error]) => Math.log10(error))))
  const curves = { error: decimal(own), still: decimal(still) }
  const isU = varies ? params.keyVariance > 0 : Number.isFinite(model.windowHigh)
  const best = isU ? bestWithin(varies ? still : own) : undefined
  const here = useHere(params)
  const before = useHere(pinned?.params)
  const sampled = sampledAt(params.scale, drawn)
  // A fifth below the least error, for words.
  const foot = 1.25 * least
  return (
    <Figure
      title="How large may Q be?"
      about="$E\lVert c-\frac12(v_a+v_b)\rVert^2$, exact; shaded, leak and noise each within 0.01 alone"
      table={<ErrorTable own={own} />}
    >
      <Plot
        label="Expected squared error against the scale, both logarithmic"
        x={powers([LOWEST, HIGHEST], writtenOut)}
        y={powers([foot, 0.1], writtenOut)}
        height={205}
      >
        <Axes x="$Q$" />
        <Window low={model.windowLow} high={model.windowHigh} />
        <Line ink="holds" faint mark="error" points={curves.still} />
        <Line ink={varies ? 'query' : 'holds'} mark="error" points={curves.error} />
        {best && <Point ink="holds" mark="best" x={best[0]} y={best[1]} r={5} beyond="edge" />}
        {before && <Point look="ghost" mark="query" x={before[0]} y={before[1]} beyond="edge" />}
        {sampled && (
          <RuleX ink="soft" stroke="thin" mark="draws" at={sampled.x} from={sampled.low} to={sampled.high} />
        )}
        {here && <Point ink="query" mark="query" x={here[0]} y={here[1]} beyond="edge" />}
        <Labels
          of={[
            remarkOf(params, model, foot),
            best && {
              text: `${varies ? '$Σ = α I$: best $Q$' : 'best $Q$'} ≈ ${number(10 ** best[0], undefined, 2)}`,
              ink: 'holds',
              mark: 'best',
              at: best,
              sides: ['s', 'n', 'sw', 'se'],
            },
            sampled && {
              text: `sampled ${number(sampled.mean, undefined, 3)}`,
              look: 'note',
              mark: 'draws',
              at: [sampled.x, sampled.y],
              sides: ['ne', 'nw', 'e', 'w', 'se', 'sw'],
            },
            before && { text: 'A', look: 'note', at: before, sides: ['w', 'e', 'n', 's'] },
          ]}
          points={[here, before, best]}
          lines={[curves.error, curves.still]}
        />
        <EndLabels params={params} model={model} />
      </Plot>
    </Figure>
  )
}

/** Exponents of the ends of the axis. */
const [LOWEST, HIGHEST] = [-1, 3]

const decimal = (points: readonly CurvePoint[]): Points =>
  points.map(([scale, error]) => [Math.log10(scale), Math.log10(error)])

const withinAxis = (exponent: number) => Math.min(HIGHEST, Math.max(LOWEST, exponent))

/** Where the leak alone becomes small enough and where the noise alone becomes too large. */
function Window({ low, high }: { low: number; high: number }) {
  const [left, right] = [low, high].map((scale) => withinAxis(Math.log10(scale)))
  return (
    <g data-mark="window">
      {right > left && <Region ink="holds" x={[left, right]} />}
      <RuleX at={left} />
      <RuleX at={right} />
    </g>
  )
}

/** What there is to say at the foot of the plot, where no curve goes. */
function remarkOf(
  params: GaussianKeys,
  { windowLow, windowHigh }: Props['model'],
  foot: number,
): LabelSpec | undefined {
  const at = [(LOWEST + HIGHEST) / 2, foot] as const
  const shared = { at, sides: ['n'], gap: 10 } as const
  if (params.n === 2 && params.query === 'others')
    return { ...shared, ink: 'holds', text: 'with two keys this $q$ is 0: no error at any $Q$' }
  if (windowLow < windowHigh) return undefined
  return { ...shared, ink: 'fails', mark: 'window', text: `✗ no $Q$ keeps each within ${ERROR_ALLOWED}` }
}

/** What the dashed ends are, below the axis. */
function EndLabels({ params, model }: Pick<Props, 'params' | 'model'>) {
  const { x, left, right, bottom } = useFrame()
  if (params.n === 2 && params.query === 'others') return null
  const { low, high } = endLabels(params, model)
  const isClosed = model.windowLow >= model.windowHigh
  const [first, second] = [model.windowLow, model.windowHigh]
    .map((scale) => x(withinAxis(Math.log10(scale))))
    .toSorted((p, q) => p - q)
  // Between near ends the labels would run into each other.
  const middle = (first + second) / 2
  const y = bottom + 31
  return (
    <g data-mark="window">
      <Text look="note" x={Math.max(left + LABEL - 46, Math.min(first + 4, middle - 6))} y={y} anchor="end">
        {(isClosed ? high : low) ?? 'no lower end'}
      </Text>
      <Text look="note" x={Math.min(right - LABEL + 30, Math.max(second - 4, middle + 6))} y={y}>
        {(isClosed ? low : high) ?? ''}
      </Text>
    </g>
  )
}

/** Width of the longest label of an end. */
const LABEL = 96

/** The scale of the least error; none where the error falls to an end of the axis. */
function bestWithin(points: readonly CurvePoint[]): Points[number] | undefined {
  const best = bestOf(points)
  if (!best || points.length < SCALES.length) return undefined
  if (best[0] <= SCALES[0] || best[0] >= SCALES[SCALES.length - 1]) return undefined
  return decimal([best])[0]
}

/** The exact error at the scale of some params. */
function useHere(params: GaussianKeys | undefined): Points[number] | undefined {
  // Slower than a frame for large variances: it follows when there is time.
  const shown = useDeferredValue(params)
  return useMemo(() => shown && decimal([[shown.scale, errorOf(shown)]])[0], [shown])
}

/** The draws' mean error, with twice its standard error to both sides, as exponents. */
function sampledAt(scale: number, drawn: Drawn | undefined) {
  const error = drawn?.summary.error
  if (!error || error.count < 2 || error.mean <= 0) return undefined
  const { mean } = error
  const spread = 2 * Math.sqrt(sampleVariance(error) / error.count)
  const [low, y, high] = [mean - spread, mean, mean + spread].map((value) =>
    Math.log10(Math.max(value, mean / 100)),
  )
  return { x: withinAxis(Math.log10(scale)), mean, low, y, high }
}

function ErrorTable({ own }: { own: readonly CurvePoint[] }) {
  return (
    <DataTable
      columns={['Q', 'expected squared error']}
      rows={own
        .filter((_, i) => i % 3 === 0)
        .map(([scale, error]) => [number(scale, undefined, 3), number(error)])}
    />
  )
}

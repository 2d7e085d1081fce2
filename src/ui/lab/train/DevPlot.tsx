import { standardError } from '../../../knowledge/training/evaluation'
import { DataTable } from '../../kit/DataTable'
import { Figure } from '../../kit/Figure'
import { Axis } from '../../plot/Axis'
import { END_ROOM, type EndLabel, EndLabels } from '../../plot/EndLabels'
import { Line } from '../../plot/Line'
import { Plot } from '../../plot/Plot'
import { Point } from '../../plot/Point'
import { Region, RuleY } from '../../plot/Rule'
import { linear } from '../../plot/scales'
import type { TimeAxis } from '../axis'
import type { Guesses } from '../guesses'
import { lookOf, shortName } from '../looks'
import type { LabRun } from '../runs'
import { ErrorBar } from './ErrorBar'

interface Props {
  readonly runs: readonly LabRun[]
  readonly axis: TimeAxis
  readonly guesses: Guesses
  readonly lit: string | undefined
}

/** So many curves are drawn with a marker at their ends alone. */
const MANY = 5

const percent = (x: number) => (100 * x).toFixed(1).replace(/\.0$/, '')

/** Share of dev questions that are answered exactly, along training, with binomial standard errors. */
export function DevPlot({ runs, axis, guesses, lit }: Props) {
  const shown = runs
    .map((run) => ({ run, points: pointsOf(run, axis) }))
    .filter(({ points }) => points.length > 0)
  const ends = [
    ...shown.map(({ run, points }) => ({
      text: `${shortName(run).replace(', seed ', ' #')}: ${percent(run.snapshot.evaluations.at(-1)?.dev ?? 0)}`,
      at: points.at(-1)!,
      ink: lookOf(run.setting).ink,
    })),
    guessOf(
      `region majority #${guesses.seed}: ${percent(guesses.regionMajority)}`,
      guesses.regionMajority,
      axis,
    ),
    guessOf(`always London #${guesses.seed}: ${percent(guesses.london)}`, guesses.london, axis),
  ]
  return (
    <Figure
      title="Dev exact match"
      about={`% of ${guesses.asked} names ± standard error; # seed`}
      table={<DevTable runs={runs} />}
    >
      <Plot
        label="Share of exact answers along training"
        x={linear(axis.domain, axis.text)}
        y={linear([0, 100])}
        height={330}
        margin={{ right: END_ROOM, top: 14 }}
      >
        <Region x={[axis.most, axis.domain[1]]} ink="soft" />
        <Axis side="left" />
        <Axis side="bottom" ticks={axis.ticks} label="steps; shaded: finetuning" />
        <RuleY at={100 * guesses.regionMajority} stroke="ghost" />
        <RuleY at={100 * guesses.london} />
        {shown.map(({ run, points }) => (
          <g key={run.id} opacity={lit === undefined || lit === run.id ? 1 : 0.25}>
            <Line points={points} {...strokeOf(run)} faint={shown.length > MANY && lit !== run.id} />
            {(shown.length > MANY ? points.slice(-1) : points).map(([x, y]) => (
              <Point key={x} x={x} y={y} r={3.5} {...markerOf(run)} />
            ))}
            <ErrorBar run={run} at={points.at(-1)!} />
          </g>
        ))}
        <EndLabels of={ends} />
      </Plot>
    </Figure>
  )
}

const guessOf = (text: string, share: number, axis: TimeAxis): EndLabel => ({
  text,
  at: [axis.domain[1], 100 * share],
  look: 'note',
})

export const strokeOf = (run: LabRun) => {
  const { ink, stroke } = lookOf(run.setting)
  return { ink, stroke }
}

export const markerOf = (run: LabRun) => {
  const { ink, marker } = lookOf(run.setting)
  return { ink, look: marker }
}

const pointsOf = ({ setting, snapshot }: LabRun, axis: TimeAxis) =>
  snapshot.evaluations.map(({ step, dev }) => [axis.place(setting, step), 100 * dev] as const)

function DevTable({ runs }: { readonly runs: readonly LabRun[] }) {
  return (
    <DataTable
      columns={['run', 'step', 'phase', 'dev match', '± standard error', 'training loss']}
      rows={runs.flatMap((run) =>
        run.snapshot.evaluations.map(({ step, phase, dev, n, loss }) => [
          run.label,
          step,
          phase,
          `${percent(dev)} %`,
          percent(standardError(dev, n)),
          loss.toFixed(3),
        ]),
      )}
    />
  )
}

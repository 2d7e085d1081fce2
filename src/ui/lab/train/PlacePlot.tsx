import { DataTable } from '../../kit/DataTable'
import { Figure } from '../../kit/Figure'
import { Axis } from '../../plot/Axis'
import { type EndLabel, EndLabels } from '../../plot/EndLabels'
import { Line } from '../../plot/Line'
import { Plot } from '../../plot/Plot'
import { RuleY } from '../../plot/Rule'
import { linear } from '../../plot/scales'
import type { TimeAxis } from '../axis'
import type { Guesses } from '../guesses'
import { lookOf, shortName } from '../looks'
import type { LabRun } from '../runs'
import { strokeOf } from './DevPlot'

interface Props {
  readonly runs: readonly LabRun[]
  readonly axis: TimeAxis
  readonly guesses: Guesses
  readonly lit: string | undefined
}

/** Nats that a place costs along pretraining, beside what it costs without any knowledge of people. */
export function PlacePlot({ runs, axis, guesses, lit }: Props) {
  const pretrained = runs.filter(({ setting }) => setting.training.pretrainSteps > 0)
  const shown = pretrained.filter(({ snapshot }) => pretraining(snapshot.evaluations).length > 0)
  const highest = Math.max(
    5,
    ...shown.flatMap(({ snapshot }) =>
      pretraining(snapshot.evaluations).map(({ placeLoss, unseenLoss }) => Math.max(placeLoss, unseenLoss)),
    ),
  )
  const first = shown[0]
  return (
    <Figure title="Place loss" about="nats a place" table={<PlaceTable runs={pretrained} />}>
      <Plot
        label="Loss on places along pretraining"
        x={linear([0, axis.most])}
        y={linear([0, Math.min(12, highest)])}
        height={330}
        margin={{ right: 134, top: 14 }}
      >
        <Axis side="left" />
        <Axis side="bottom" label="pretraining steps" />
        <RuleY at={guesses.places} />
        <RuleY at={guesses.placesGivenRegion} stroke="ghost" />
        {shown.map((run) => (
          <g key={run.id} opacity={lit === undefined || lit === run.id ? 1 : 0.25}>
            <Line
              points={pretraining(run.snapshot.evaluations).map(({ step, placeLoss }) => [step, placeLoss])}
              {...strokeOf(run)}
            />
          </g>
        ))}
        {first && (
          <Line
            points={pretraining(first.snapshot.evaluations).map(({ step, unseenLoss }) => [step, unseenLoss])}
            stroke="reference"
          />
        )}
        <EndLabels of={[...endsOf(shown), ...referencesOf(guesses, axis.most), ...unseenEnd(first)]} />
      </Plot>
    </Figure>
  )
}

/** One name for all runs that differ by their seed alone, at the height of the last one. */
function endsOf(runs: readonly LabRun[]): EndLabel[] {
  const byName = new Map(runs.map((run) => [shortName(run).replace(/, seed \d+$/, ''), run]))
  return [...byName].map(([text, run]) => {
    const { step, placeLoss } = pretraining(run.snapshot.evaluations).at(-1)!
    return { text, at: [step, placeLoss], ink: lookOf(run.setting).ink }
  })
}

function referencesOf({ places, placesGivenRegion }: Guesses, step: number): EndLabel[] {
  return [
    { text: `knows nothing ${places.toFixed(2)}`, at: [step, places], look: 'note' },
    { text: `knows the region ${placesGivenRegion.toFixed(2)}`, at: [step, placesGivenRegion], look: 'note' },
  ]
}

/** The name of the dotted line: names that no text mentions, in the first run. */
function unseenEnd(run: LabRun | undefined): EndLabel[] {
  const last = run && pretraining(run.snapshot.evaluations).at(-1)
  return last ? [{ text: 'names never seen', at: [last.step, last.unseenLoss], look: 'note' }] : []
}

const pretraining = (evaluations: LabRun['snapshot']['evaluations']) =>
  evaluations.filter(({ phase }) => phase === 'pretraining')

function PlaceTable({ runs }: { readonly runs: readonly LabRun[] }) {
  return (
    <DataTable
      columns={['run', 'step', 'place loss', 'names never seen']}
      rows={runs.flatMap((run) =>
        pretraining(run.snapshot.evaluations).map(({ step, placeLoss, unseenLoss }) => [
          run.label,
          step,
          placeLoss.toFixed(3),
          unseenLoss.toFixed(3),
        ]),
      )}
    />
  )
}

import { calibrationOf } from '../../../knowledge/inside/calibration'
import { DataTable } from '../../kit/DataTable'
import { Figure } from '../../kit/Figure'
import { Axes } from '../../plot/Axis'
import { Labels } from '../../plot/Label'
import { Line } from '../../plot/Line'
import { Plot } from '../../plot/Plot'
import { Point } from '../../plot/Point'
import { linear } from '../../plot/scales'
import { lookOf } from '../looks'
import type { LabRun } from '../runs'

interface Props {
  readonly runs: readonly LabRun[]
  readonly lit: string
}

/** How sure models are against how often they are right, for dev names and for names that no text mentions. */
export function CalibrationPlot({ runs, lit }: Props) {
  const points = runs.map((run) => ({
    run,
    dev: calibrationOf(run.answers?.dev ?? []),
    unseen: calibrationOf(run.answers?.unseen ?? []),
  }))
  return (
    <Figure
      title="Does it know what it knows?"
      about="% right against the mean probability of the answers; dots: dev names, rings: names never seen"
      table={<CalibrationTable points={points} />}
    >
      <Plot
        label="Accuracy against confidence"
        x={linear([0, 1])}
        y={linear([0, 100])}
        height={300}
        margin={{ right: 30 }}
      >
        <Axes x="mean probability it gives its answer" />
        <Line
          points={[
            [0, 0],
            [1, 100],
          ]}
          stroke="reference"
        />
        {points.map(({ run, dev, unseen }) => (
          <g key={run.id} opacity={run.id === lit ? 1 : 0.4}>
            <Point x={dev.confidence} y={100 * dev.accuracy} ink={lookOf(run.setting).ink} />
            <Point
              x={unseen.confidence}
              y={100 * unseen.accuracy}
              look="hollow"
              ink={lookOf(run.setting).ink}
            />
          </g>
        ))}
        <Labels
          points={points.flatMap(({ dev, unseen }) => [
            [dev.confidence, 100 * dev.accuracy] as const,
            [unseen.confidence, 100 * unseen.accuracy] as const,
          ])}
          of={points
            .filter(({ run }) => run.id === lit)
            .flatMap(({ run, dev, unseen }) => [
              { text: `${run.label}, dev names`, at: [dev.confidence, 100 * dev.accuracy] as const },
              {
                text: 'names never seen',
                at: [unseen.confidence, 100 * unseen.accuracy] as const,
                ink: 'fails' as const,
              },
            ])}
        />
      </Plot>
    </Figure>
  )
}

type Measured = Readonly<Record<'dev' | 'unseen', ReturnType<typeof calibrationOf>>> & {
  readonly run: LabRun
}

function CalibrationTable({ points }: { readonly points: readonly Measured[] }) {
  const row = (name: string, { count, confidence, accuracy }: Measured['dev']) => [
    name,
    count,
    confidence.toFixed(3),
    `${(100 * accuracy).toFixed(1)} %`,
  ]
  return (
    <DataTable
      columns={['answers', 'count', 'mean probability', 'right']}
      rows={points.flatMap(({ run, dev, unseen }) => [
        row(`${run.label}, dev names`, dev),
        ...dev.bins.map((bin, i) => row(`${run.label}, dev names, bin ${i + 1}`, { ...bin, bins: [] })),
        row(`${run.label}, names never seen`, unseen),
        ...unseen.bins.map((bin, i) =>
          row(`${run.label}, names never seen, bin ${i + 1}`, { ...bin, bins: [] }),
        ),
      ])}
    />
  )
}

import { useState } from 'react'
import { askedAt, VALUES } from '../../../knowledge/experiments/recall'
import { standardError } from '../../../knowledge/training/evaluation'
import type { recalls } from '../../../workers/lab-jobs'
import { DataTable } from '../../kit/DataTable'
import { Figure } from '../../kit/Figure'
import { Axis } from '../../plot/Axis'
import { EndLabels } from '../../plot/EndLabels'
import type { Ink, Stroke } from '../../plot/inks'
import { Line } from '../../plot/Line'
import { Plot } from '../../plot/Plot'
import { RuleY } from '../../plot/Rule'
import { linear } from '../../plot/scales'
import { useRuns } from '../../useRuns'
import styles from '../lab.module.css'
import { labClient } from '../labClient'
import { CountChoice } from './CountChoice'
import { JobBar } from './JobBar'
import { shareDone, withPart } from './measured'
import { curvesAt, KINDS, type KindId, type RecallPart, type RecallSize, recallFinding } from './recalls'

const SIZES = {
  pairs: [2, 4, 8],
  width: [16, 32, 64],
  steps: [300, 600, 1200, 2400],
} as const satisfies Readonly<Record<keyof RecallSize, readonly number[]>>

const LABELS = { pairs: 'Pairs', width: 'Width', steps: 'Steps' } as const

const LOOKS: Readonly<Record<KindId, { readonly ink: Ink; readonly stroke: Stroke }>> = {
  vanilla: { ink: 'ink', stroke: 'full' },
  synthesizer: { ink: 'synthesizer', stroke: 'full' },
  random: { ink: 'unsaid', stroke: 'dashed' },
  uniform: { ink: 'soft', stroke: 'dashed' },
}

/** Associative recall over pairs, width and kind of attention; what earlier runs measured stays in the table. */
export function RecallCard() {
  const [size, setSize] = useState<RecallSize>({ pairs: 4, width: 32, steps: 600 })
  const [earlier, setEarlier] = useState<readonly RecallPart[]>([])
  const { run, start, cancel } = useRuns<typeof recalls, readonly RecallPart[]>({
    name: 'lab/recalls',
    client: labClient,
    taken: withPart,
  })
  const current = run.result ?? []
  const parts = [...earlier, ...current]
  const begin = () => {
    setEarlier(parts.filter(({ setting }) => !isOf(setting, size)))
    start(KINDS.map(({ id }) => ({ seed: 1, attention: id, ...size })))
  }
  return (
    <Figure
      title="Associative recall"
      about="% of right values, models of two layers from scratch"
      table={<RecallTable parts={parts} />}
    >
      <div className={styles['sizes']}>
        {(['pairs', 'width', 'steps'] as const).map((name) => (
          <CountChoice
            key={name}
            label={LABELS[name]}
            options={SIZES[name]}
            value={size[name]}
            disabled={run.state === 'running'}
            onChoose={(count) => setSize({ ...size, [name]: count })}
          />
        ))}
      </div>
      <Curves parts={parts} size={size} />
      <JobBar
        start={`Train ${KINDS.length} kinds`}
        state={run.state}
        message={run.message}
        done={shareDone(current, ({ setting }) => setting.attention, KINDS, size.steps)}
        onStart={begin}
        onCancel={cancel}
      />
      <p className={styles['prose']} role="status">
        {recallFinding(parts, size)}
      </p>
      <p className={styles['small']}>
        {`Pairs of a key and one of ${VALUES} values, then each key again: what was its value? ${askedAt(size.pairs)} fresh keys are asked at each point; dotted: blind guessing.`}
      </p>
    </Figure>
  )
}

const isOf = ({ pairs, width, steps }: RecallSize, size: RecallSize) =>
  pairs === size.pairs && width === size.width && steps === size.steps

function Curves({ parts, size }: { readonly parts: readonly RecallPart[]; readonly size: RecallSize }) {
  const curves = curvesAt(parts, size).map((curve) => ({
    ...curve,
    places: curve.points.map(({ step, accuracy }) => [step, 100 * accuracy] as const),
  }))
  return (
    <Plot
      label="Right values along training"
      x={linear([0, size.steps])}
      y={linear([0, 100])}
      height={220}
      margin={{ right: 120, top: 14 }}
    >
      <Axis side="left" />
      <Axis side="bottom" label="steps" />
      <RuleY at={100 / VALUES} />
      {curves.map(({ id, places }) => (
        <Line key={id} points={places} {...LOOKS[id]} />
      ))}
      <EndLabels
        of={curves.map(({ id, words, places }) => ({
          text: `${words} ${places.at(-1)![1].toFixed(0)}`,
          at: places.at(-1)!,
          ink: LOOKS[id].ink,
        }))}
      />
    </Plot>
  )
}

function RecallTable({ parts }: { readonly parts: readonly RecallPart[] }) {
  return (
    <DataTable
      columns={['attention', 'pairs', 'width', 'step', 'right, %', '± standard error', 'loss']}
      rows={parts.map(({ setting: { attention, pairs, width }, step, accuracy, loss }) => [
        KINDS.find(({ id }) => id === attention)?.words,
        pairs,
        width,
        step,
        (100 * accuracy).toFixed(1),
        (100 * standardError(accuracy, askedAt(pairs))).toFixed(1),
        loss.toFixed(3),
      ])}
    />
  )
}

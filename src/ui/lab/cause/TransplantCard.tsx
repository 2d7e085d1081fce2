import { useState } from 'react'
import { baseSetting, settingWith } from '../../../knowledge/training/setting'
import type { Donor, transplants } from '../../../workers/lab-jobs'
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
import { guessesOf } from '../guesses'
import styles from '../lab.module.css'
import { labClient } from '../labClient'
import { latestOf } from '../models'
import { useRuns as useLabRuns } from '../pageRuns'
import { useShippedModels } from '../pageShipped'
import type { LabRun } from '../runs'
import { CountChoice } from './CountChoice'
import { JobBar } from './JobBar'
import { shareDone, withPart } from './measured'
import { DONORS, type DonorId, type TransplantPart, transplantFinding } from './transplants'

const STEPS = [300, 600, 1200, 2400]
const SEED = 101
const LOOKS: Readonly<Record<DonorId, { readonly ink: Ink; readonly stroke: Stroke }>> = {
  vanilla: { ink: 'ink', stroke: 'full' },
  synthesizer: { ink: 'synthesizer', stroke: 'full' },
  uniform: { ink: 'soft', stroke: 'dashed' },
}

/** Students that learn on the attention of trained models, which they cannot change: what where one looks is worth. */
export function TransplantCard() {
  const { models, modelSentence } = useShippedModels()
  const { runs } = useLabRuns()
  const [steps, setSteps] = useState(600)
  const { run, start, cancel } = useRuns<typeof transplants, readonly TransplantPart[]>({
    name: 'lab/transplants',
    client: labClient,
    taken: withPart,
  })
  const donors = donorsOf([...models, ...runs.filter(({ status }) => status === 'done')])
  const parts = run.result ?? []
  const shownSteps = run.input?.steps ?? steps
  const { places } = guessesOf(run.input?.donors[0]?.setting.corpus ?? baseSetting.corpus)
  return (
    <Figure
      title="Attention transplant"
      about="nats a place, of students that cannot change where they look"
      table={<TransplantTable parts={parts} />}
      setting={<CountChoice label="Steps" options={STEPS} value={steps} onChoose={setSteps} />}
    >
      <Curves parts={parts} steps={shownSteps} places={places} />
      <JobBar
        start="Train three students"
        state={run.state}
        message={run.message}
        done={shareDone(parts, ({ donor }) => donor, DONORS, shownSteps)}
        canStart={donors !== undefined}
        onStart={() => donors && start({ donors, steps, seed: SEED })}
        onCancel={cancel}
      />
      <p className={styles['prose']} role="status">
        {donors
          ? transplantFinding(parts, shownSteps, places)
          : modelSentence || 'No trained model of each kind is there yet: train one of each under Train.'}
      </p>
      <p className={styles['small']}>
        Three models with the same first numbers and the same batches learn everything but where to look: that
        they are handed by a trained vanilla model, by a trained Synthesizer, or evenly over all earlier
        tokens. The trained ones have read the same people: where they look may itself hold something of what
        they know.
      </p>
    </Figure>
  )
}

/** Trained models of both kinds and an even one on the corpus of the first; undefined while one is missing. */
function donorsOf(runs: readonly LabRun[]): readonly Donor[] | undefined {
  const trained = (['vanilla', 'synthesizer'] as const).map((id) => ({ id, run: latestOf(runs, id) }))
  const [first] = trained
  if (!first.run || trained.some(({ run }) => !run)) return undefined
  const even = settingWith(first.run.setting, { model: { attention: 'uniform' } })
  return [
    ...trained.map(({ id, run }) => ({ id, setting: run!.setting, snapshot: run!.snapshot })),
    { id: 'uniform', setting: even },
  ]
}

interface CurvesProps {
  readonly parts: readonly TransplantPart[]
  readonly steps: number
  readonly places: number
}

function Curves({ parts, steps, places }: CurvesProps) {
  const curves = DONORS.map(({ id, words }) => ({
    id,
    words,
    points: parts
      .filter(({ donor }) => donor === id)
      .map(({ step, placeLoss }) => [step, Math.min(8, placeLoss)] as const),
  })).filter(({ points }) => points.length > 0)
  return (
    <Plot
      label="Place loss of students along training"
      x={linear([0, steps])}
      y={linear([0, 8])}
      height={250}
      margin={{ right: 140, top: 14 }}
    >
      <Axis side="left" />
      <Axis side="bottom" label="steps" />
      <RuleY at={places} />
      {curves.map(({ id, points }) => (
        <Line key={id} points={points} {...LOOKS[id]} />
      ))}
      <EndLabels
        of={[
          ...curves.map(({ id, words, points }) => ({ text: words, at: points.at(-1)!, ink: LOOKS[id].ink })),
          { text: `knows nothing ${places.toFixed(2)}`, at: [steps, places], look: 'note' },
        ]}
      />
    </Plot>
  )
}

function TransplantTable({ parts }: { readonly parts: readonly TransplantPart[] }) {
  return (
    <DataTable
      columns={['looks like', 'step', 'place loss, nats']}
      rows={parts.map(({ donor, step, placeLoss }) => [
        DONORS.find(({ id }) => id === donor)?.words,
        step,
        placeLoss.toFixed(3),
      ])}
    />
  )
}

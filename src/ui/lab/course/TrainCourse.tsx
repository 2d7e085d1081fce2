import { useEffect, useState } from 'react'
import { COURSE_SHAPE, type CourseTraining } from '../../../knowledge/course/course-training'
import { assignmentModel } from '../../../knowledge/training/presets'
import type { CourseProgress, CourseReport, OpenModel, trainCourse } from '../../../workers/course-jobs'
import { DataTable } from '../../kit/DataTable'
import { Figure } from '../../kit/Figure'
import { Axis } from '../../plot/Axis'
import { Line } from '../../plot/Line'
import { Plot } from '../../plot/Plot'
import { RuleX } from '../../plot/Rule'
import { linear } from '../../plot/scales'
import { useRuns } from '../../useRuns'
import { CountChoice } from '../cause/CountChoice'
import { JobBar } from '../cause/JobBar'
import styles from '../lab.module.css'
import own from './course.module.css'
import { courseClient } from './pageCourse'

/** How many steps and epochs can be chosen; the assignment's own are beyond a page. */
const STEPS = [0, 500, 1500, 5000, 20_000]
const EPOCHS = [1, 3, 10, 30]
const SEEDS = [1, 2, 3, 4, 5]

interface Known {
  readonly points: readonly CourseProgress[]
  readonly model: OpenModel | undefined
}

/** What is known of a training after a part of it, or its end. */
function taken(before: Known | undefined, part: CourseProgress | OpenModel): Known {
  const { points = [] } = before ?? {}
  return 'words' in part ? { points, model: part } : { points: [...points, part], model: undefined }
}

interface Props {
  readonly material: NonNullable<CourseReport['material']>
  onTrained(model: OpenModel): void
}

/** Trains a small model on a person's own files, which is then asked like one from a file. */
export function TrainCourse({ material, onTrained }: Props) {
  const [setting, setSetting] = useState<CourseTraining>(START)
  const { run, start, cancel } = useRuns<typeof trainCourse, Known>({
    name: 'lab/course/train',
    client: courseClient,
    taken,
  })
  const { points = [], model } = run.result ?? {}
  const { pretrainSteps, epochs } = run.input ?? setting
  const total = pretrainSteps + epochs * material.epochSteps
  useEffect(() => {
    if (model) onTrained(model)
  }, [model, onTrained])
  const choose = (changes: Partial<CourseTraining>) => setSetting({ ...setting, ...changes })
  return (
    <Figure
      title="Train on these files"
      about="loss in nats a character"
      table={<LossTable points={points} pretrainSteps={pretrainSteps} />}
    >
      <div className={own['settings']}>
        <label className={styles['setting']}>
          <span>Attention</span>{' '}
          <select
            value={setting.attention}
            onChange={({ target }) => choose({ attention: target.value as CourseTraining['attention'] })}
          >
            <option value="vanilla">vanilla</option>
            <option value="synthesizer">Synthesizer</option>
          </select>
        </label>
        <CountChoice
          label="Pretraining steps"
          options={STEPS}
          value={setting.pretrainSteps}
          onChoose={(chosen) => choose({ pretrainSteps: chosen })}
        />
        <CountChoice
          label="Finetuning epochs"
          options={EPOCHS}
          value={setting.epochs}
          onChoose={(chosen) => choose({ epochs: chosen })}
        />
        <CountChoice
          label="Seed"
          options={SEEDS}
          value={setting.seed}
          onChoose={(seed) => choose({ seed })}
        />
      </div>
      <JobBar
        start="Train a model"
        state={run.state}
        message={run.message}
        done={(points.at(-1)?.step ?? 0) / total}
        onStart={() => start(setting)}
        onCancel={cancel}
      />
      <p role="status" className={styles['prose']}>
        {run.state === 'running' ? timeLeft(points, run.milliseconds) : (model?.words ?? '')}
      </p>
      {points.length > 0 && <LossPlot points={points} total={total} pretrainSteps={pretrainSteps} />}
      <p className={styles['small']}>{honestly(material)}</p>
    </Figure>
  )
}

const START: CourseTraining = { attention: 'vanilla', seed: 1, pretrainSteps: 1500, epochs: 10 }

/** What is the assignment's here, and what is not. */
function honestly({ documents, questions }: Props['material']): string {
  const { layers, width, positions } = COURSE_SHAPE
  return `${documents} texts, ${questions} questions, character by character in the assignment’s format, with its two losses and a block of ${positions}. The model is smaller, ${layers} layers of width ${width} in place of ${assignmentModel.layers} of ${assignmentModel.width}, without dropout, and is trained for minutes in place of hours: expect answers that are mostly wrong, near “always London” or below, and read the loss. Training ends when you leave this part of the lab; the model lasts until the tab is closed, or as a file that you save.`
}

function timeLeft(points: readonly CourseProgress[], milliseconds: number): string {
  const last = points.at(-1)
  if (!last) return 'The first steps are taken …'
  const seconds = ((milliseconds / last.step) * (last.total - last.step)) / 1000
  return `Step ${last.step} of ${last.total}, about ${Math.ceil(seconds)} s left.`
}

interface CurveProps {
  readonly points: readonly CourseProgress[]
  readonly pretrainSteps: number
}

function LossPlot({ points, total, pretrainSteps }: CurveProps & { readonly total: number }) {
  const highest = Math.max(...points.map(({ loss }) => loss))
  const curve = (isPretraining: boolean) =>
    points
      .filter(({ step }) => step <= pretrainSteps === isPretraining)
      .map(({ step, loss }) => [step, loss] as const)
  return (
    <Plot
      label="Loss along training"
      x={linear([0, total])}
      y={linear([0, highest])}
      height={220}
      margin={{ right: 20, top: 14 }}
    >
      <Axis side="left" />
      <Axis side="bottom" label="steps; dashed: finetuning" />
      {pretrainSteps > 0 && <RuleX at={pretrainSteps} />}
      <Line points={curve(true)} />
      <Line points={curve(false)} stroke="dashed" />
    </Plot>
  )
}

function LossTable({ points, pretrainSteps }: CurveProps) {
  return (
    <DataTable
      columns={['step', 'phase', 'loss, nats a character']}
      rows={points.map(({ step, loss }) => [
        step,
        step <= pretrainSteps ? 'pretraining' : 'finetuning',
        loss.toFixed(3),
      ])}
    />
  )
}

import { useEffect, useState } from 'react'
import type { Exercise } from '../../constructions/exercises/exercise'
import { number } from '../../tex/format'
import { spokenTex } from '../../tex/spoken'
import { DataTable } from '../kit/DataTable'
import { Figure } from '../kit/Figure'
import { Axes } from '../plot/Axis'
import { Labels } from '../plot/Label'
import { Line } from '../plot/Line'
import { Plot } from '../plot/Plot'
import { linear } from '../plot/scales'
import styles from './check.module.css'
import { type Checker, type Goal, messageOf } from './checking'
import { endOf, errorText, lowest, nameOf, pointsOf, scaleAxis } from './errorCurves'
import { GoalBars } from './GoalBars'

interface Props {
  readonly exercise: Exercise
  readonly checker: Checker
}

/** Before an answer: what it has to reach, and how that is tried, where its own weights and error will be drawn. */
export function GoalFigures({ exercise, checker }: Props) {
  const [found, setFound] = useState<{ readonly goal?: Goal; readonly failure?: string }>({})
  const { part } = exercise
  useEffect(() => {
    let isWanted = true
    const take = (next: typeof found) => isWanted && setFound(next)
    checker.goal(part).then(
      (goal) => take({ goal }),
      (error: unknown) => take({ failure: messageOf(error) }),
    )
    return () => void (isWanted = false)
  }, [checker, part])
  const { goal, failure } = found
  if (failure !== undefined) return <p className={styles['empty']}>{failure}</p>
  if (!goal) return <p className={styles['empty']}>The goal of the question is being drawn …</p>
  return (
    <div className={styles['figures']}>
      {goal.weights && <GoalWeights exercise={exercise} labels={goal.labels} weights={goal.weights} />}
      <GoalErrors exercise={exercise} goal={goal} />
      <p className={styles['hint']}>
        {`After you press Check, ${goal.weights ? 'the weights and the error of your answer are' : 'your answer at work is'} drawn here.`}
      </p>
    </div>
  )
}

interface WeightsProps {
  readonly exercise: Exercise
  readonly labels: Goal['labels']
  readonly weights: NonNullable<Goal['weights']>
}

function GoalWeights({ exercise, labels, weights: { tex, wanted } }: WeightsProps) {
  const isMean = exercise.fields.length > 1
  return (
    <Figure
      className={`${styles['wide']} ${styles['ghosted']}`}
      title="The goal"
      about={`${isMean ? 'means of the weights of the heads' : `weights behind $${tex}$`} in the limit, drawn for $n = ${labels.length}$ keys`}
      table={
        <DataTable
          columns={['key', 'wanted in the limit']}
          rows={labels.map((label, i) => [label, number(wanted[i])])}
        />
      }
    >
      <GoalBars
        label={`Weights to be reached behind ${spokenTex(tex)}: ${labels.map((label, i) => `key ${label} ${number(wanted[i])}`).join(', ')}`}
        labels={labels}
        wanted={wanted}
      />
    </Figure>
  )
}

function GoalErrors({ exercise, goal: { errors } }: { exercise: Exercise; goal: Goal }) {
  const right = pointsOf(errors)
  const low = lowest([], right)
  return (
    <Figure
      className={`${styles['wide']} ${styles['ghosted']}`}
      title="The test"
      about={`$${exercise.scale.tex}$ is doubled: the distance of the output from its target must go to 0; powers of ten`}
      table={
        <DataTable
          columns={[exercise.scale.tex.replace('\\beta', 'β'), 'error of a right answer']}
          rows={errors.scales.map((scale, i) => [number(scale), errorText(errors.logErrors[i])])}
        />
      }
    >
      <Plot
        label="Error of a right answer against the scale: it falls without bound"
        x={scaleAxis(errors)}
        y={linear([low, 1.5])}
        height={250}
      >
        <Axes x="scale" />
        <Line ink="holds" stroke="dashed" points={right} />
        <Labels
          of={[
            nameOf(
              {
                points: right,
                low,
                ink: 'holds',
                text: 'a right answer: it keeps falling',
                end: endOf(errors),
              },
              'a right answer, below',
            ),
          ]}
          lines={[right]}
        />
      </Plot>
    </Figure>
  )
}

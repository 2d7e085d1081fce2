import { memo } from 'react'
import { writtenTasks } from '../../questions/written'
import { type Progress, writtenProgress } from '../../state/progress'
import { Folded } from '../kit/Folded'
import styles from './check.module.css'
import { WrittenQuestion } from './WrittenQuestion'

interface Props {
  readonly progress: Progress
  onChange(update: (progress: Progress) => Progress): void
}

/** The questions that no machine can judge: a place to predict, to write, and to compare with what a full answer has. */
export const WrittenQuestions = memo(function WrittenQuestions({ progress, onChange }: Props) {
  return (
    <section className={styles['section']} aria-label="Written questions">
      <h2>Written questions</h2>
      <p className={styles['hint']}>
        No machine can judge these. Predict first, then see; write, then compare with the points a full answer
        has.
      </p>
      {writtenTasks.map((task) => (
        <Folded
          key={task.id}
          className={styles['task']}
          summary={`${writtenProgress(progress, task.id).text.trim() === '' ? '○' : '✎'} ${task.source} ${task.title}`}
        >
          <WrittenQuestion question={task} progress={progress} onChange={onChange} />
        </Folded>
      ))}
    </section>
  )
})

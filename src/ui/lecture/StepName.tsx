import { memo } from 'react'
import type { LessonStep } from '../../state/lecture/lesson'
import { Prose } from '../kit/Prose'
import styles from './console.module.css'
import { pageNameOf } from './pageName'

/** The sentence of a step, and the page that it shows. */
export const StepName = memo(function StepName({ step }: { step: LessonStep }) {
  const { sentence, link, question } = step
  return (
    <span className={styles['stepName']}>
      <span>
        <Prose>{sentence === '' ? pageNameOf(link) : sentence}</Prose>
      </span>
      <small>
        <span>{pageNameOf(link)}</span>
        {question && <span className={styles['predict']}>predict</span>}
      </small>
    </span>
  )
})

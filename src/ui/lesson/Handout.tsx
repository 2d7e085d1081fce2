import { useSyncExternalStore } from 'react'
import type { Lesson } from '../../state/lecture/lesson'
import { Prose } from '../kit/Prose'
import { pageNameOf } from '../lecture/pageName'
import styles from './lesson.module.css'
import { Preview } from './Preview'

/** The lesson as it is printed: every step with its picture, its sentence and where it is found. No private notes. */
export function Handout({ lesson }: { lesson: Lesson }) {
  const isPrinted = useSyncExternalStore(subscribe, isOnPaper)
  if (!isPrinted) return null
  return (
    <section className={styles['handout']} aria-label="Handout">
      <h1>{lesson.title}</h1>
      <ol>
        {lesson.steps.map((step, i) => (
          // Steps have no names, and one may be there twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <p className={styles['sentence']}>
              <Prose>{step.sentence}</Prose>
            </p>
            <p className={styles['about']}>
              {pageNameOf(step.link)} · <span translate="no">{new URL(step.link, location.href).href}</span>
            </p>
            <Preview step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const PAPER = 'print'

const isOnPaper = () => matchMedia(PAPER).matches

function subscribe(listener: () => void): () => void {
  const paper = matchMedia(PAPER)
  paper.addEventListener('change', listener)
  return () => paper.removeEventListener('change', listener)
}

import { useState } from 'react'
import { stepOf } from '../../state/lecture/lecture'
import { AskingPanel } from './AskingPanel'
import { useFromLecture } from './conductorContext'
import styles from './console.module.css'
import { StepName } from './StepName'

/** What comes next, and the notes of this step, which nobody else sees. */
export function SideNotes() {
  const notes = useFromLecture((lecture) => stepOf(lecture)?.notes ?? '')
  const step = useFromLecture((lecture) => lecture.step)
  const count = useFromLecture(({ lesson }) => lesson.steps.length)
  const next = useFromLecture(({ lesson, step: at }) => lesson.steps[at + 1])
  const [size, setSize] = useState(1.15)
  return (
    <aside className={styles['side']} aria-label="Next step and notes">
      <section>
        <h2>
          <span>Next</span> {next && <small>{`${step + 2} of ${count}`}</small>}
        </h2>
        {next ? <StepName step={next} /> : <p className={styles['soft']}>This is the last step.</p>}
      </section>
      <AskingPanel />
      <section>
        <h2>
          <span>Notes</span> <small>only you see these</small>
          <span className={styles['sizes']}>
            <button
              type="button"
              aria-label="Smaller notes"
              onClick={() => setSize(Math.max(0.8, size - 0.15))}
            >
              A−
            </button>
            <button
              type="button"
              aria-label="Larger notes"
              onClick={() => setSize(Math.min(2.2, size + 0.15))}
            >
              A+
            </button>
          </span>
        </h2>
        {notes === '' ? (
          <p className={styles['soft']}>This step has no notes.</p>
        ) : (
          <p className={styles['note']} style={{ fontSize: `${size}rem` }}>
            {notes}
          </p>
        )}
      </section>
    </aside>
  )
}

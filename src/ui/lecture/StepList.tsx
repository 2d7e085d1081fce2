import { useEffect, useRef } from 'react'
import { useConductor, useFromLecture } from './conductorContext'
import styles from './console.module.css'
import { StepName } from './StepName'

/** The steps of the lesson; each goes there. */
export function StepList() {
  const { dispatch } = useConductor()
  const steps = useFromLecture(({ lesson }) => lesson.steps)
  const at = useFromLecture(({ step }) => step)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <nav className={styles['steps']} aria-label="Steps of the lesson">
      <h2>
        <span>Steps</span> <small>digits and Enter jump</small>
      </h2>
      <ol ref={list}>
        {steps.map((step, i) => (
          // Steps of a lesson that is given do not move.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <button
              type="button"
              aria-current={i === at ? 'step' : undefined}
              onClick={() => dispatch({ type: 'go', step: i })}
            >
              <span className={styles['number']}>{i + 1}</span>
              <StepName step={step} />
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

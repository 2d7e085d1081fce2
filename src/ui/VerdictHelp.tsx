import { useId } from 'react'
import type { Verdict } from '../constructions/construction'
import styles from './Claims.module.css'
import { MEANINGS, SIGNS } from './kit/verdicts'

/** What the five verdicts mean, behind a question. */
export function VerdictHelp() {
  const id = useId()
  return (
    <>
      <button type="button" className={styles['help']} popoverTarget={id}>
        what is this?
      </button>
      <div
        id={id}
        popover="auto"
        className={styles['meanings']}
        role="dialog"
        aria-label="What verdicts mean"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls where the window is low
        tabIndex={0}
      >
        <p>Each statement about the notes is computed again with the numbers on the screen.</p>
        <dl>
          {(Object.keys(MEANINGS) as Verdict[]).map((verdict) => (
            <div key={verdict}>
              <dt className={styles[verdict.replaceAll(' ', '-')]}>
                <span aria-hidden="true">{SIGNS[verdict]}</span> <span>{verdict}</span>
              </dt>
              <dd>{MEANINGS[verdict]}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}

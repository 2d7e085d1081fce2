import { type ReactNode, useState } from 'react'
import styles from './Parts.module.css'
import type { Part } from './part'

interface Props {
  readonly parts: readonly Part[]
  /** Id of the figure that is shown at first. */
  readonly lead: string
  /** Which of the room's figures they are. */
  readonly place?: 'main' | 'secondary'
  /** What stands at the end of the row of names. */
  readonly children?: ReactNode
}

/** One figure at a time, chosen by its name. */
export function Tabbed({ parts, lead, place = 'main', children }: Props) {
  const [chosen, setChosen] = useState(lead)
  const shown = parts.find(({ id }) => id === chosen) ?? parts[0]
  return (
    <>
      <div className={styles['tabs']}>
        <div className={styles['names']} role="group" aria-label="Figures">
          {parts.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={id === shown.id} onClick={() => setChosen(id)}>
              {name}
            </button>
          ))}
        </div>
        {children}
      </div>
      <div className={`${styles['main']} ${styles['alone']}`} data-part={place}>
        <div className={styles['part']}>{shown.figure}</div>
      </div>
    </>
  )
}

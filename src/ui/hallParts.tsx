import { createContext, type ReactNode } from 'react'
import type { Screen } from '../state/lecture/lesson'
import styles from './hallParts.module.css'

/** What of a room is on the screen of a hall, with the formula that stands below the figure. */
export interface OnScreen {
  readonly screen: Screen
  readonly formula: ReactNode
}

/** Given where a room is drawn for a hall. */
export const OnScreenContext = createContext<OnScreen | undefined>(undefined)

interface Props extends OnScreen {
  readonly figure: ReactNode
  readonly primary: ReactNode
  readonly result: ReactNode
}

/** A room in a hall: one figure, one formula and what is moved. */
export function HallParts({ screen, formula, figure, primary, result }: Props) {
  return (
    <div className={styles['parts']}>
      <div className={styles['figure']} data-part="main">
        {figure}
      </div>
      {formula && <div className={styles['formula']}>{formula}</div>}
      {screen.result && <div data-part="result">{result}</div>}
      {screen.controls && (
        <div className={styles['primary']} data-part="primary">
          {primary}
        </div>
      )}
    </div>
  )
}

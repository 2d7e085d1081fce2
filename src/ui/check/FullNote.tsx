import { number } from '../../tex/format'
import styles from './check.module.css'

/** Characters before the end from which a note says so: more than a symbol takes that does not fit any more. */
const NEAR = 20

/** Whether a text is so long that what is added may be cut. */
export const isNearlyFull = (text: string, most: number) => text.length >= most - NEAR

/** Says that a field cuts what goes beyond it, since browsers do so without a word. */
export function FullNote({ most }: { most: number }) {
  return (
    <p role="status" className={styles['problem']}>
      At most {number(most)} characters fit here; what you type or paste beyond them is left out.
    </p>
  )
}

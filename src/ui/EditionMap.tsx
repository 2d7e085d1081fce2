import { constructions } from '../constructions'
import { DataTable } from './kit/DataTable'
import styles from './sheet.module.css'

/** Which question of which edition of the assignment each room is about. */
export function EditionMap() {
  return (
    <dialog id="editions" popover="auto" className={styles['sheet']} aria-labelledby="editions-title">
      <h2 id="editions-title">Editions of the assignment</h2>
      <p>
        The notes answer CS 224N assignment 5 of winter 2021. Question numbers have moved between editions, so
        rooms are named by what they are about.
      </p>
      <DataTable
        heads={['Room', '2021', 'Asked as']}
        rows={constructions.map(({ title, source, editions }) => [title, source, editions])}
      />
      <button type="button" popoverTarget="editions" popoverTargetAction="hide">
        Close
      </button>
    </dialog>
  )
}

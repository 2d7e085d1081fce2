import { constructions } from '../constructions'
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
      <table>
        <thead>
          <tr>
            <th scope="col">Room</th>
            <th scope="col">2021</th>
            <th scope="col">Asked as</th>
          </tr>
        </thead>
        <tbody>
          {constructions.map(({ id, title, source, editions }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td>{source}</td>
              <td>{editions}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" popoverTarget="editions" popoverTargetAction="hide">
        Close
      </button>
    </dialog>
  )
}

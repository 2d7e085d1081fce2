import { Figure } from '../../kit/Figure'
import styles from '../lab.module.css'

/** One row of the notes' table, with the range and the median of published runs where there are any. */
interface NotesRow {
  readonly name: string
  readonly notes: number
  readonly published?: readonly [low: number, median: number, high: number]
}

/** Dev exact match in percent: the notes', and that of 79 published prediction files, recomputed. */
const ROWS: readonly NotesRow[] = [
  { name: 'vanilla, pretrained', notes: 21.8, published: [12.4, 22.8, 26.8] },
  { name: 'Synthesizer, pretrained', notes: 6.2, published: [3.8, 9.1, 12.8] },
  { name: 'always London', notes: 5 },
  { name: 'no pretraining', notes: 1.4, published: [0, 1.8, 2.8] },
]

/** The scale of the card ends here, in percent. */
const END = 30
const place = (percent: number) => `${((100 * percent) / END).toFixed(1)}%`

/** The notes' four numbers on a scale of their own: another corpus, another model. */
export function NotesCard() {
  return (
    <Figure title="The notes ◆ and 79 published runs" className={styles['notes'] ?? ''}>
      <p className={styles['prose']}>
        Another corpus, another model, another scale. <strong>Only the order is comparable.</strong>
      </p>
      <dl className={styles['bands']}>
        {ROWS.map(({ name, notes, published }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className={styles['band']} aria-hidden="true">
                {published && (
                  <>
                    <i style={{ left: place(published[0]), width: place(published[2] - published[0]) }} />
                    <b style={{ left: place(published[1]) }} />
                  </>
                )}
                <em style={{ left: place(notes) }}>◆</em>
              </span>
              <span>{notes.toFixed(1)}</span>
              {published && (
                <span className="visually-hidden">
                  {`; published runs from ${published[0]} to ${published[2]}, median ${published[1]}`}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['small']}>
        Exact match in %, from 0 to {END}. Bar: range of published runs; tick: their median.
      </p>
    </Figure>
  )
}

import type { Construction } from '../../constructions/construction'
import { number } from '../../tex/format'
import { DataTable } from '../kit/DataTable'
import styles from './conformance.module.css'
import type { QuantityRow } from './report'
import { StateLink } from './StateLink'

interface Props {
  readonly room: Construction
  readonly rows: readonly QuantityRow[]
  /** In how many states the quantities were compared. */
  readonly states: number
}

/** The quantities of a room with their largest errors, and a way to the state where each is largest. */
export function QuantityTable({ room, rows, states }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll a table wider than the screen
    <div className={styles['wide']} role="region" aria-label={`Quantities of ${room.source}`} tabIndex={0}>
      <p>In {states} states with sixty-digit values:</p>
      <DataTable
        columns={['Quantity', 'Compared', 'Largest error', 'Bound', 'Result', 'Where it is largest']}
        rows={rows.map((row) => [
          row.label,
          row.count,
          number(row.largest, undefined, 2),
          number(row.bound, undefined, 2),
          <Outcome key="outcome" row={row} />,
          row.largest === 0 ? '' : <StateLink key="state" room={room} params={row.worst} about={row.label} />,
        ])}
      />
    </div>
  )
}

function Outcome({ row: { deviations } }: { row: QuantityRow }) {
  return deviations.length === 0 ? (
    <span className={styles['passed']}>✓ exact enough</span>
  ) : (
    <span className={styles['failed']}>
      ✗ fails:{' '}
      {deviations
        .map(({ quantity, found, expected }) => `${quantity} is ${found}, not ${expected}`)
        .join('; ')}
    </span>
  )
}

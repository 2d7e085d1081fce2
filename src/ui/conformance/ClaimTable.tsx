import { DataTable } from '../kit/DataTable'
import styles from './conformance.module.css'
import type { ClaimRow } from './report'

interface Props {
  /** Where the notes state them. */
  readonly source: string
  readonly rows: readonly ClaimRow[]
  /** In how many states they were judged. */
  readonly judged: number
}

/** The claims of a room with their verdicts. */
export function ClaimTable({ source, rows, judged }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- arrow keys scroll a table wider than the screen
    <div className={styles['wide']} role="region" aria-label={`Claims of ${source}`} tabIndex={0}>
      <p>Claims, judged in {judged} states: as the room opens, its presets, and random ones.</p>
      <DataTable
        columns={['Claim', 'Who says it', 'As the room opens', 'Over all states', 'Result']}
        rows={rows.map((row) => [
          row.name,
          WHO[row.kind],
          row.opening,
          Object.entries(row.verdicts)
            .map(([verdict, count]) => `${verdict} ${count}`)
            .join(', '),
          <Outcome key="outcome" row={row} />,
        ])}
      />
    </div>
  )
}

const WHO = {
  stated: 'the notes',
  unsaid: 'left unsaid by the notes',
  corrected: 'the notes, corrected here',
} as const

function Outcome({ row: { kind, isTheorem, refutedAt } }: { row: ClaimRow }) {
  if (refutedAt.length > 0) return <span className={styles['failed']}>✗ was found false</span>
  if (kind === 'corrected') return <span className={styles['passed']}>✓ correction never false</span>
  return isTheorem ? (
    <span className={styles['passed']}>✓ never false</span>
  ) : (
    <span>depends on the state</span>
  )
}

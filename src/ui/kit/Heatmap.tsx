import type { CSSProperties } from 'react'
import type { Role } from '../../constructions/params'
import { shortNumber } from '../../tex/format'
import { useExplanations } from './Explanation'
import { ColumnHeads, Heading, type LineName } from './Heading'
import styles from './Heatmap.module.css'
import { type Roving, useRoving } from './useRoving'

/** One number of a heatmap. */
export interface HeatCell {
  /** The quantity shown, which explains itself. */
  readonly quantity: string
  /** −1 to 1: how strongly it is coloured, and whether in the role's colour or, below 0, in grey. */
  readonly shade: number
  readonly mark?: string
  /** Drawn around what is wanted, with the wanted value in words. */
  readonly target?: string
}

interface Props {
  /** What is shown, in words. */
  readonly label: string
  readonly tint: Role
  readonly rows: readonly LineName[]
  readonly columns: readonly LineName[]
  readonly cells: readonly (readonly HeatCell[])[]
}

/**
 * A table of numbers, each on a colour that says how large it is, in text that says it too. Where the state pinned as
 * A has another number, that one is below it. The table is one tab stop; arrows go from cell to cell.
 */
export function Heatmap({ label, tint, rows, columns, cells }: Props) {
  const { table, onKeyDown, stopAt } = useRoving(rows.length, columns.length)
  return (
    <div className={`${styles['heatmap']} tint-${tint}`}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- arrows go from cell to cell
        role="grid"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        <ColumnHeads label={label} columns={columns} />
        <tbody>
          {cells.map((row, i) => (
            <tr key={rows[i].words}>
              <th scope="row" data-mark={rows[i].mark}>
                <Heading name={rows[i]} />
              </th>
              {row.map((cell, j) => (
                <Cell key={cell.quantity} cell={cell} stop={stopAt(i, j)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Text keeps its contrast on the palest 42 % of a colour and on the full colour; between them nothing is drawn. */
const FULL_FROM = 0.65
const PALE = 42

interface CellProps {
  readonly cell: HeatCell
  readonly stop: ReturnType<Roving['stopAt']>
}

function Cell({ cell: { quantity: id, shade, mark, target }, stop }: CellProps) {
  const { quantities, pinned, explain } = useExplanations()
  const quantity = quantities.get(id)
  if (!quantity) return null
  const text = shortNumber(quantity.value, quantity.log)
  const before = pinned.get(id)
  const ghost = before && shortNumber(before.value, before.log)
  const differs = ghost !== undefined && ghost !== text
  const strength = Math.min(1, Math.abs(shade))
  const full = strength >= FULL_FROM
  const share = full ? 100 : (strength / FULL_FROM) * PALE
  return (
    <td data-mark={mark}>
      <button
        type="button"
        {...stop}
        translate="no"
        className={`${styles['cell']} ${full ? styles['full'] : ''} ${shade < 0 ? styles['negative'] : ''} ${target === undefined ? '' : styles['target']}`}
        style={{ '--tint': `${share}%` } as CSSProperties}
        aria-label={`${quantity.label}: ${text}${target === undefined ? '' : `, wanted ${target}`}${differs ? `, in A: ${ghost}` : ''}`}
        onClick={(event) => explain(id, event.currentTarget)}
      >
        <Fitted text={text} />
        {differs && <Fitted className={styles['ghost']} text={`A ${ghost}`} />}
      </button>
    </td>
  )
}

/** Text as large as the width of its cell allows. */
function Fitted({ text, className = '' }: { text: string; className?: string | undefined }) {
  return (
    <span
      className={`${styles['fitted']} ${className}`}
      style={{ '--characters': text.length } as CSSProperties}
    >
      {text}
    </span>
  )
}

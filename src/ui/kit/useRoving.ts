import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { ARROWS, inside, type Place } from './gridPlaces'

/** What a table needs for its cells to be one tab stop together. */
export interface Roving {
  readonly table: RefObject<HTMLTableElement | null>
  onKeyDown(event: KeyboardEvent): void
  /** Attributes of what can be focused in the cell at a place. */
  stopAt(row: number, column: number): StopProps
}

interface StopProps {
  readonly 'data-cell': string
  readonly tabIndex: 0 | -1
  onFocus(): void
}

/** The cells of a table as one tab stop: arrows, Home and End go from cell to cell, and Tab leaves the table. */
export function useRoving(rows: number, columns: number): Roving {
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const table = useRef<HTMLTableElement>(null)
  const current = inside(place, rows, columns)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const next = nextPlace(event.key, current, columns)
    if (!next) return
    event.preventDefault()
    const { row, column } = inside(next, rows, columns)
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)?.focus()
  }
  const stopAt = (row: number, column: number): StopProps => ({
    'data-cell': `${row} ${column}`,
    tabIndex: row === current.row && column === current.column ? 0 : -1,
    onFocus: () => setPlace({ row, column }),
  })
  return { table, onKeyDown, stopAt }
}

function nextPlace(key: string, { row, column }: Place, columns: number): Place | undefined {
  if (key === 'Home') return { row, column: 0 }
  if (key === 'End') return { row, column: columns - 1 }
  const arrow = ARROWS[key]
  return arrow && { row: row + arrow[0], column: column + arrow[1] }
}

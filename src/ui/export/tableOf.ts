import type { Table } from '../../export/csv'
import { plainTex } from '../../tex/symbols'
import { tidyTex } from '../../tex/tidy'

/** The cells of the first table in `element`, formulas between dollar signs; undefined where there is none. */
export function tableIn(element: Element | null): Table | undefined {
  const table = element?.querySelector('table')
  if (!table) return undefined
  const rows = [...table.rows].map((row) => [...row.cells].flatMap(cellTexts))
  return rows.some((row) => row.length > 0) ? rows : undefined
}

/** A cell over several columns stands in the first. */
const cellTexts = (cell: HTMLTableCellElement): string[] => [
  textOf(cell),
  ...Array.from({ length: cell.colSpan - 1 }, () => ''),
]

function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  for (const unread of copy.querySelectorAll('.visually-hidden, svg')) unread.remove()
  for (const formula of copy.querySelectorAll<HTMLElement>('[data-tex]'))
    formula.replaceWith(` $${tidyTex(plainTex(formula.dataset['tex'] ?? ''))}$ `)
  const fields = cell.querySelectorAll<HTMLInputElement>('input:not([type="radio"], [type="checkbox"])')
  return [copy.textContent, ...Array.from(fields, ({ value }) => value)]
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** A table for programs, whose names are read and not typeset. */
export const withoutDollars = (table: Table): Table =>
  table.map((row) => row.map((text) => text.replaceAll(/\$([^$]*)\$/g, '$1')))

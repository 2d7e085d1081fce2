/** A cell of a grid. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where the arrow keys lead from a cell. */
export const ARROWS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The cell of a grid that is nearest to a place. */
export const inside = ({ row, column }: Place, rows: number, columns: number): Place => ({
  row: Math.min(rows - 1, Math.max(0, row)),
  column: Math.min(columns - 1, Math.max(0, column)),
})

import type { ReactNode } from 'react'

interface Props {
  /** What is over each column, the rows' names first. */
  readonly columns: readonly ReactNode[]
  /** The name of each row, then its cells. */
  readonly rows: readonly (readonly ReactNode[])[]
}

/** A table of named rows under named columns; a figure's numbers for those who read rather than look. */
export function DataTable({ columns, rows }: Props) {
  // Rows and columns keep their order, and two of them may have the same name.
  /* oxlint-disable react/no-array-index-key */
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column, j) => (
            <th key={j} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], i) => (
          <tr key={i}>
            <th scope="row">{name}</th>
            {cells.map((cell, j) => (
              <td key={j}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

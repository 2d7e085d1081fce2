import type { MatrixSpec } from '../../constructions/params'
import type { Matrix } from '../../core/linear/linalg'
import styles from './controls.module.css'
import { NumberField } from './NumberField'

interface Props {
  readonly spec: MatrixSpec
  readonly value: Matrix
  /** Names of the rows and columns in words; numbers by default. */
  readonly rowLabels?: readonly string[]
  readonly columnLabels?: readonly string[]
  /** How many rows and columns are in use; all by default. */
  readonly columns?: number
  onChange(value: Matrix): void
}

/** A table of number fields for a matrix parameter; the keyboard's way to what a figure lets one drag. */
export function MatrixField({ spec, value, rowLabels, columnLabels, columns, onChange }: Props) {
  const shown = columns ?? value[0]?.length ?? 0
  const columnName = (j: number) => columnLabels?.[j] ?? `${j + 1}`
  const rowName = (i: number) => rowLabels?.[i] ?? `${i + 1}`
  return (
    <table className={styles['cells']}>
      <caption className="visually-hidden">{spec.label}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{spec.label}</span>
          </th>
          {Array.from({ length: shown }, (_, j) => (
            <th key={columnName(j)} scope="col">
              {columnName(j)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {value.map((row, i) => (
          <tr key={rowName(i)}>
            <th scope="row">{rowName(i)}</th>
            {row.slice(0, shown).map((cell, j) => (
              <td key={columnName(j)}>
                <NumberField
                  label={`${spec.label}, ${rowName(i)}, ${columnName(j)}`}
                  scale={{ ...spec, scale: 'linear' }}
                  value={cell}
                  onChange={(x) => onChange(withCell(value, i, j, x))}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `matrix` with the cell in row `i`, column `j` replaced. */
export function withCell(matrix: Matrix, i: number, j: number, x: number): Matrix {
  return matrix.map((row, r) => (r === i ? row.map((cell, c) => (c === j ? x : cell)) : row))
}

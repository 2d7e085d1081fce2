import { type KeyboardEvent, useId } from 'react'
import type { Matrix } from '../../../core/linear/linalg'
import { colourOf, type Ink } from '../../plot/inks'
import styles from './inside.module.css'

interface Props {
  readonly label: string
  readonly tokens: readonly string[]
  /** Row by row, j ≤ i; from −1 to 1 in a map of differences. */
  readonly values: Matrix
  /** Places of names to be told apart, with the colour of each. */
  readonly inks: readonly (Ink | undefined)[]
  readonly row: number
  readonly edited: number | undefined
  /** Shows a row while the pointer is on it, and keeps it on a click. */
  onPreview(row: number | undefined): void
  onLock(row: number): void
}

const CELL = 17
const LEFT = 74
const TOP = 66

/** Attention weights of one head as coloured cells: rows ask, columns are asked. One tab stop; arrows move the row. */
export function MapGrid({ label, tokens, values, inks, row, edited, onPreview, onLock }: Props) {
  const hint = useId()
  const n = tokens.length
  const size = n * CELL
  const keyed = (event: KeyboardEvent) => {
    const to = { ArrowDown: row + 1, ArrowUp: row - 1, Home: 0, End: n - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onLock(Math.min(n - 1, Math.max(0, to)))
  }
  return (
    <>
      <svg
        className={styles['map']}
        viewBox={`0 0 ${LEFT + size + 8} ${TOP + size + 6}`}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={hint}
        aria-valuemin={1}
        aria-valuemax={n}
        aria-valuenow={row + 1}
        aria-valuetext={`row ${row + 1}, ${tokens[row] ?? ''}: ${strongest(values[row] ?? [], tokens)}`}
        onKeyDown={keyed}
        onPointerLeave={() => onPreview(undefined)}
      >
        {tokens.map((token, j) => (
          // Tokens repeat; their place names them.
          // oxlint-disable-next-line react/no-array-index-key
          <g key={j} fill={colourOf(inks[j] ?? 'soft')} aria-hidden="true">
            <text
              transform={`translate(${LEFT + j * CELL + CELL * 0.65} ${TOP - 5}) rotate(-55)`}
              fontWeight={inks[j] ? 700 : 400}
            >
              {token}
            </text>
            <text
              x={LEFT - 6}
              y={TOP + j * CELL + CELL * 0.7}
              textAnchor="end"
              fontWeight={j === row ? 700 : 400}
            >
              {token}
            </text>
          </g>
        ))}
        {values.map((weights, i) => (
          <g
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            transform={`translate(${LEFT} ${TOP + i * CELL})`}
            onPointerEnter={() => onPreview(i)}
            onPointerDown={() => onLock(i)}
          >
            <rect width={size} height={CELL} fill="transparent" />
            {weights.map((weight, j) => (
              <rect
                // oxlint-disable-next-line react/no-array-index-key
                key={j}
                x={j * CELL + 0.75}
                y={0.75}
                width={CELL - 1.5}
                height={CELL - 1.5}
                rx={2}
                fill={colourOf(weight < 0 ? 'query' : 'weight')}
                fillOpacity={0.05 + 0.95 * Math.min(1, Math.abs(weight))}
              >
                <title>{`${tokens[i]} → ${tokens[j]}: ${weight.toFixed(3)}`}</title>
              </rect>
            ))}
          </g>
        ))}
        <rect
          x={LEFT - 1}
          y={TOP + row * CELL - 1}
          width={(row + 1) * CELL + 2}
          height={CELL + 2}
          rx={4}
          fill="none"
          stroke={colourOf('ink')}
          strokeWidth={1.75}
        />
        {edited !== undefined && (
          <rect
            x={LEFT + edited * CELL - 1}
            y={TOP + edited * CELL - 1}
            width={CELL + 2}
            height={(n - edited) * CELL + 2}
            rx={4}
            fill="none"
            stroke={colourOf('unsaid')}
            strokeDasharray="4 3"
            strokeWidth={1.75}
          />
        )}
      </svg>
      <p id={hint} className="visually-hidden">
        Arrow keys choose the row; its weights are written below as a table.
      </p>
    </>
  )
}

/** `Vol 0.61, kar 0.20`: the two strongest of a row. */
function strongest(weights: readonly number[], tokens: readonly string[]): string {
  return [...weights.entries()]
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, 2)
    .map(([j, weight]) => `${tokens[j] ?? ''} ${weight.toFixed(2)}`)
    .join(', ')
}

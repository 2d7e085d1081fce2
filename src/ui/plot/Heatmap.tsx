import { scaleBand } from 'd3'
import type { Matrix } from '../../core/linear/linalg'
import { type Framed, useFrame } from './frame'
import { colourOf, type MarkProps, marked } from './inks'
import { PlotText } from './PlotText'

interface Props extends Framed, MarkProps {
  /** 0 to 1 each: how strongly a cell is coloured; row by row from the top. */
  readonly shades: Matrix
  /** Names of rows and columns, as texts of a plot. */
  readonly rows?: readonly string[]
  readonly columns?: readonly string[]
}

/** How many colours are distinguished. */
const LEVELS = 24

/**
 * A table as coloured cells over the whole plot. Cells of one strength are one path, so that a large table costs no more
 * than a small one.
 */
export function Heatmap({ shades, rows = [], columns = [], frame: given, ...mark }: Props) {
  const { left, right, top, bottom } = useFrame(given)
  const across = scaleBand((shades[0] ?? []).keys(), [left, right])
  const down = scaleBand(shades.keys(), [top, bottom])
  const [w, h] = [across.bandwidth(), down.bandwidth()]
  const gap = Math.min(1.5, w / 8, h / 8)
  const cell = (i: number, j: number) =>
    `M${((across(j) ?? 0) + gap).toFixed(2)},${((down(i) ?? 0) + gap).toFixed(2)}h${(w - 2 * gap).toFixed(2)}v${(h - 2 * gap).toFixed(2)}h${(2 * gap - w).toFixed(2)}z`
  const levels = Array.from({ length: LEVELS + 1 }, () => '')
  shades.forEach((row, i) => {
    row.forEach((shade, j) => {
      levels[levelOf(shade)] += cell(i, j)
    })
  })
  return (
    <g {...marked(mark)}>
      <path fill={colourOf('wash')} d={levels.join('')} />
      {levels.map(
        (d, level) =>
          d &&
          level > 0 && (
            // Levels keep their order.
            // oxlint-disable-next-line react/no-array-index-key
            <path key={level} fill="currentColor" fillOpacity={level / LEVELS} d={d} />
          ),
      )}
      <g fill={colourOf('soft')} aria-hidden="true">
        {rows.map((name, i) => (
          <text key={name} x={left - 8} y={(down(i) ?? 0) + h / 2} dy="0.35em" textAnchor="end">
            <PlotText>{name}</PlotText>
          </text>
        ))}
        {columns.map((name, j) => (
          <text key={name} x={(across(j) ?? 0) + w / 2} y={bottom + 17} textAnchor="middle">
            <PlotText>{name}</PlotText>
          </text>
        ))}
      </g>
    </g>
  )
}

const levelOf = (shade: number) =>
  Number.isFinite(shade) ? Math.round(Math.min(1, Math.max(0, shade)) * LEVELS) : 0

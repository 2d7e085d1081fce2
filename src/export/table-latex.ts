import type { Table } from './csv'
import { latexText } from './latex-text'

/** A table as a LaTeX `tabular`, its heading first; formulas stand between dollar signs, all else as it is. */
export function tabularOf(table: Table): string {
  const columns = Math.max(1, ...table.map((row) => row.length))
  const [heading = [], ...rows] = table.map((row) => `  ${row.map(latexCell).join(' & ')} \\\\`)
  return [
    `\\begin{tabular}{${'l'.repeat(columns)}}`,
    '  \\hline',
    heading,
    '  \\hline',
    ...rows,
    '  \\hline',
    '\\end{tabular}',
  ].join('\n')
}

const latexCell = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(/(\$[^$]*\$)/)
    .map((part) => (part.startsWith('$') && part.length > 1 ? part : latexText(part)))
    .join(' ')
    .trim()

import { constructionOf } from '../../src/constructions'
import type { ClaimRow, ConformanceReport, QuantityRow, RoomReport } from '../../src/ui/conformance/report'
import { failuresOf } from '../../src/ui/conformance/report'

/** The report as a page of documentation. */
export function markdownOf(report: ConformanceReport): string {
  const failures = report.rooms.flatMap(failuresOf)
  return `${[
    '# Conformance',
    `Version ${report.version}, ${report.date}. Written by \`npm run conformance\`; the explorer shows the same under “Conformance”.`,
    [
      'Every quantity of every room is compared with values of 60 digits that another program (`scripts/reference-values.py`,',
      'mpmath) computes from the mathematics, over a grid and at the extremes: Q in ±1000, β to 100, a million keys, variances',
      'to 1e−8. An error is relative to the number or, where terms cancel in it, to the largest of them; the weights of drawn',
      'keys are measured per unit of their scores. The logarithm that outlasts a number below 1e−308 is compared as well.',
    ].join('\n'),
    failures.length === 0
      ? '**No failures.**'
      : [`**${failures.length} failures:**`, ...failures.map((failure) => `- ${failure}`)].join('\n'),
    ...report.rooms.map(roomSection),
  ].join('\n\n')}\n`
}

function roomSection(report: RoomReport): string {
  const room = constructionOf(report.room)
  return [
    `## ${room?.source} ${room?.title}`,
    `${report.states} states with reference values.`,
    table(['quantity', 'compared', 'largest error', 'bound', ''], report.quantities.map(quantityCells)),
    `Claims, judged in ${report.judged} states: as the room opens, its presets, and random ones.`,
    table(['claim', 'kind', 'as the room opens', 'all states'], report.claims.map(claimCells)),
  ].join('\n\n')
}

const quantityCells = ({ label, count, largest, bound, deviations }: QuantityRow) => [
  label,
  String(count),
  String(largest),
  String(bound),
  deviations.length > 0 ? '**fails**' : 'ok',
]

const claimCells = ({ name, kind, isTheorem, opening, verdicts, refutedAt }: ClaimRow) => [
  name,
  `${kind}${isTheorem ? ', always' : ''}`,
  opening,
  Object.entries(verdicts)
    .map(([verdict, count]) => `${verdict}: ${count}`)
    .join(', ') + (refutedAt.length > 0 ? ' — **found false**' : ''),
]

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

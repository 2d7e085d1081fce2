import { plainTex } from '../tex/symbols'
import type { AttemptReport, PartReport, ProgressReport, WrittenReport } from './progress-report'

const SIGNS = { right: '✓', wrong: '✗', undecided: '?' }

/**
 * A person's progress as a Markdown document. What was written is put in code spans and quotations, where it cannot end
 * what is around it, and no HTML passes through.
 *
 * @param at - when it is written, in ISO 8601
 */
export function markdownOf({ parts, written }: ProgressReport, at: string): string {
  return `${[
    '# My progress',
    `Attention Explorer, ${at.slice(0, 10)}`,
    ...parts.flatMap(partLines),
    ...written.flatMap(writtenLines),
  ].join('\n\n')}\n`
}

function partLines({ source, title, summary, attempts, note }: PartReport): string[] {
  return [
    `## ${source} ${title}`,
    summary,
    ...(attempts.length > 0 ? [attempts.map(attemptLine).join('\n')] : []),
    ...(note.trim() ? ['Note:', quoted(note)] : []),
  ]
}

function attemptLine({ outcome, when, texts, finding }: AttemptReport): string {
  const answer = Object.entries(texts).map(([field, text]) => codeSpan(`${field} = ${text}`))
  return `- ${SIGNS[outcome]} ${outcome}, ${when}: ${answer.join(', ')}${finding && `. ${plainTex(finding)}`}`
}

function writtenLines({ task, finding, text, points }: WrittenReport): string[] {
  return [
    `## ${task.source} ${task.title}`,
    plainTex(task.question),
    ...(finding ? [`Prediction: ${finding}`] : []),
    ...(text.trim() ? ['Answer:', quoted(text)] : []),
    'Points of a full answer:',
    points.map(({ prose, isTicked }) => `- [${isTicked ? 'x' : ' '}] ${plainTex(prose)}`).join('\n'),
  ]
}

/** On one line, fenced by more backticks in a row than it has. */
function codeSpan(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const gap = longest > 0 ? ' ' : ''
  return `${fence}${gap}${line}${gap}${fence}`
}

function quoted(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return safe
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

import type { Part, Texts } from '../constructions/exercises/exercise'
import { plainTex } from '../tex/symbols'
import { tidyTex } from '../tex/tidy'
import { LATEX_PREAMBLE, latexProse, latexText } from './latex-text'
import type { AttemptReport, PartReport, ProgressReport, WrittenReport } from './progress-report'

/** TeX of the standing answers, `q = …` by field, for the parts where they could be read. */
export type Formulas = Readonly<Partial<Record<Part, Texts>>>

/**
 * A person's progress as a LaTeX document that compiles whatever was written: the answer that counts for each part as
 * a formula, all of them as they were typed.
 *
 * @param at - when it is written, in ISO 8601
 */
export function latexOf({ parts, written }: ProgressReport, at: string, formulas: Formulas): string {
  return `${[
    ...LATEX_PREAMBLE,
    '\\begin{document}',
    '\\section*{My progress}',
    `Attention Explorer, ${latexText(at.slice(0, 10))}`,
    ...parts.flatMap((part) => partLines(part, formulas)),
    ...written.flatMap(writtenLines),
    '\\end{document}',
  ].join('\n')}\n`
}

function partLines(
  { part, source, title, summary, attempts, note }: PartReport,
  formulas: Formulas,
): string[] {
  return [
    ...heading(source, title),
    latexText(summary),
    ...displayed(formulas[part] ?? {}),
    ...itemized(attempts.map(attemptItem)),
    ...(note.trim() ? ['\\paragraph{Note}', latexText(note), ''] : []),
  ]
}

function attemptItem({ outcome, when, texts, finding }: AttemptReport): string {
  const answer = Object.entries(texts).map(([field, text]) => `\\texttt{${oneLine(`${field} = ${text}`)}}`)
  return `\\item ${outcome}, ${when}: ${answer.join(', ')}${finding && `. ${prose(finding)}`}`
}

function writtenLines({ task, finding, text, points }: WrittenReport): string[] {
  return [
    ...heading(task.source, task.title),
    prose(task.question),
    '',
    ...(finding ? ['\\paragraph{Prediction}', latexText(finding), ''] : []),
    ...(text.trim() ? ['\\paragraph{Answer}', latexText(text), ''] : []),
    '\\paragraph{Points of a full answer}',
    ...itemized(
      points.map(
        ({ prose: point, isTicked }) => `\\item[${isTicked ? '$\\boxtimes$' : '$\\square$'}] ${prose(point)}`,
      ),
    ),
  ]
}

const heading = (source: string, title: string) => [
  '',
  `\\subsection*{${latexText(source)} ${latexText(title)}}`,
]

const displayed = (texts: Texts) => Object.values(texts).map((tex) => `\\[ ${tidyTex(plainTex(tex))} \\]`)

function itemized(items: readonly string[]): string[] {
  return items.length > 0 ? ['\\begin{itemize}', ...items, '\\end{itemize}'] : []
}

/** No paragraph may end inside \texttt. */
const oneLine = (text: string) => latexText(text.replaceAll(/\s+/g, ' '))

const prose = (text: string) => latexProse(plainTex(text))

import { describe, expect, test } from 'vitest'
import { echoes } from '../../src/checker/verdict/echo'
import { constructions } from '../../src/constructions'
import { paramsWith } from '../../src/constructions/construction'
import { exercises } from '../../src/constructions/exercise-registry'
import { initialParams } from '../../src/constructions/params'
import { LATEX_PREAMBLE } from '../../src/export/latex-text'
import { latexOf } from '../../src/export/progress-latex'
import { tabularOf } from '../../src/export/table-latex'
import { writtenTasks } from '../../src/questions/written'
import { NO_PROGRESS, withAttempt, withNote, withWritten } from '../../src/state/progress'
import { progressReport } from '../../src/state/progress-report'
import { FORMULAS, LETTERS } from '../../src/tex/signs'
import hostile from '../reference/hostile-expressions.json'
import typed from '../reference/typed-answers.json'
import { documents } from './documents'
import { compiles, hasLatex, latexErrors } from './pdflatex'

/** A document of `blocks` after `preamble`. */
const documentOf = (preamble: readonly string[], blocks: readonly string[]) =>
  [...preamble, '\\begin{document}', ...blocks, '\\end{document}'].join('\n\n')

const NONE = hasLatex ? [] : undefined

test(`an undefined command is noticed, where LaTeX ${compiles}`, () => {
  const errors = latexErrors(documentOf(LATEX_PREAMBLE, ['$\\undefined$']))
  expect(errors).toEqual(NONE && [expect.stringContaining('Undefined control sequence')])
})

describe.each(constructions)('$id', (construction) => {
  test(`the derivation of every preset ${compiles}`, () => {
    const initial = initialParams(construction.params)
    const sources = construction.presets.flatMap(({ params }) =>
      documents(construction, paramsWith(construction, initial, params)),
    )
    const preamble = ['\\documentclass{article}', '\\usepackage{amsmath,amssymb}']
    expect(latexErrors(documentOf(preamble, sources))).toEqual(NONE)
  })
})

const AT = '2026-11-22T18:03:14.000Z'
const ALPHABET = Array.from({ length: 0x250 - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i))
const TEXTS = [
  ...hostile.map(({ input }) => String(input).slice(0, 400)),
  [...ALPHABET, ...Object.keys(FORMULAS), ...Object.keys(LETTERS)].join(' '),
  "$ % & # _ { } ~ ^ \\ -- ,, `` '' ?` !` << >> \" | \u{1D11E} \u200D\u0007",
]

test(`a table of whatever was typed ${compiles}`, () => {
  const table = tabularOf([
    ['field', '$k_a$'],
    ...TEXTS.map((text) => [text.replaceAll('$', ''), '$\\alpha$']),
  ])
  expect(latexErrors(documentOf(LATEX_PREAMBLE, [table]))).toEqual(NONE)
})

test(`notes and answers in words, whatever they are, ${compiles}`, () => {
  const written = writtenTasks.reduce(
    (all, { id }, i) => withWritten(all, id, { text: TEXTS[i % TEXTS.length], isShown: true }),
    withNote(NO_PROGRESS, 'a', TEXTS.join('\n\n').slice(0, 20_000)),
  )
  expect(latexErrors(latexOf(progressReport(written), AT, {}))).toEqual(NONE)
})

test.each(exercises)(
  `answers to $part as they were typed, and as they were read, ${compiles}`,
  (exercise) => {
    const answers = typed.filter(({ part }) => part === exercise.part).map(({ answer }) => answer)
    expect(answers).not.toEqual([])
    const progress = answers.reduce(
      (all, texts) => withAttempt(all, exercise.part, { at: AT, texts, accept: null, diagnosis: null }),
      NO_PROGRESS,
    )
    const formulas = answers.flatMap((texts) =>
      Object.values(echoes(exercise, texts)).flatMap((echo) => ('tex' in echo ? [echo.tex] : [])),
    )
    const read = Object.fromEntries(formulas.map((tex, i) => [String(i), tex]))
    expect(latexErrors(latexOf(progressReport(progress), AT, { [exercise.part]: read }))).toEqual(NONE)
  },
)

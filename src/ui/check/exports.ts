import type { Echo } from '../../checker/verdict/echo'
import { exercises } from '../../constructions/exercise-registry'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import { latexOf } from '../../export/progress-latex'
import { markdownOf } from '../../export/progress-markdown'
import type { Progress } from '../../state/progress'
import { encodeProgress } from '../../state/progress-decode'
import { standingAnswers } from '../../state/progress-proof'
import { progressReport } from '../../state/progress-report'
import { chunk } from '../chunk'
import type { SavedFile } from '../download'
import { type Checker, pageChecker } from './checking'

/** What progress can be exported as. */
export type ExportKind = 'markdown' | 'latex' | 'proof' | 'copy'

/**
 * The file of `progress` as it is now. Answers are read and judged again in a worker.
 *
 * @throws where the worker cannot judge an answer
 */
export async function exported(kind: ExportKind, progress: Progress): Promise<SavedFile> {
  const at = new Date().toISOString()
  if (kind === 'markdown') return { ...FILES.markdown, content: markdownOf(progressReport(progress), at) }
  if (kind === 'copy') return { ...FILES.copy, content: encodeProgress(progress) }
  const checker = pageChecker()
  try {
    const content = kind === 'latex' ? await latex(checker, progress, at) : await proof(checker, progress)
    return { ...FILES[kind], content }
  } finally {
    checker.close()
  }
}

const FILES = {
  markdown: { name: 'attention-progress.md', type: 'text/markdown;charset=utf-8' },
  latex: { name: 'attention-progress.tex', type: 'text/x-tex;charset=utf-8' },
  proof: { name: 'attention-proof-of-check.json', type: 'application/json' },
  copy: { name: 'attention-progress.json', type: 'application/json' },
}

async function latex(checker: Checker, progress: Progress, at: string): Promise<string> {
  const read = standingAnswers(progress).map(
    async ({ part, texts }) => [part, await formulasOf(checker, part, texts)] as const,
  )
  return latexOf(progressReport(progress), at, Object.fromEntries(await Promise.all(read)))
}

/** `q = …` in TeX for each field that can be read. */
async function formulasOf(checker: Checker, part: Part, texts: Texts): Promise<Texts> {
  const echoes = await checker.read({ part, texts }).catch((): Record<string, Echo> => ({}))
  const fields = exercises.find((exercise) => exercise.part === part)?.fields ?? []
  const lines = fields.flatMap(({ name, tex }) => {
    const echo = echoes[name]
    return echo && 'tex' in echo ? [[name, `${tex} = ${echo.tex}`]] : []
  })
  return Object.fromEntries(lines)
}

const prover = chunk(() => import('../../checker/verdict/proof'))

async function proof(checker: Checker, progress: Progress): Promise<string> {
  prover.forget()
  const { encodeProof, proofOf } = await prover.fetch()
  const entries = standingAnswers(progress).map(async ({ part, texts }) => {
    return proofOf(texts, await checker.judge({ part, texts }))
  })
  return encodeProof(await Promise.all(entries))
}

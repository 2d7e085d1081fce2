import { exercises } from '../../constructions'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import type { Progress } from '../../state/progress'
import { encodeProgress } from '../../state/progress-decode'
import { latexOf } from '../../state/progress-latex'
import { markdownOf } from '../../state/progress-markdown'
import { standingAnswers } from '../../state/progress-proof'
import type { CheckingClient } from '../../workers/checking-client'
import { pageChecker } from './checking'

/** A file to be saved. */
export interface SavedFile {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** What progress can be exported as. */
export type ExportKind = 'markdown' | 'latex' | 'proof' | 'copy'

/**
 * The file of `progress` as it is now. Answers are read and judged anew in a worker.
 *
 * @throws where the worker cannot judge an answer
 */
export async function exported(kind: ExportKind, progress: Progress): Promise<SavedFile> {
  const at = new Date().toISOString()
  if (kind === 'markdown') return { ...FILES.markdown, text: markdownOf(progress, at) }
  if (kind === 'copy') return { ...FILES.copy, text: encodeProgress(progress) }
  const client = pageChecker()
  try {
    const text = kind === 'latex' ? await latex(client, progress, at) : await proof(client, progress)
    return { ...FILES[kind], text }
  } finally {
    client.close()
  }
}

/** Hands `file` to the browser to be saved. */
export function download({ name, type, text }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads the file after this call: its address must outlive it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

const FILES = {
  markdown: { name: 'attention-progress.md', type: 'text/markdown;charset=utf-8' },
  latex: { name: 'attention-progress.tex', type: 'text/x-tex;charset=utf-8' },
  proof: { name: 'attention-proof-of-check.json', type: 'application/json' },
  copy: { name: 'attention-progress.json', type: 'application/json' },
}

async function latex(client: CheckingClient, progress: Progress, at: string): Promise<string> {
  const read = standingAnswers(progress).map(
    async ({ part, texts }) => [part, await formulasOf(client, part, texts)] as const,
  )
  return latexOf(progress, at, Object.fromEntries(await Promise.all(read)))
}

/** `q = …` in TeX for each field that can be read. */
async function formulasOf(client: CheckingClient, part: Part, texts: Texts): Promise<Texts> {
  const answer = await client.ask({ type: 'echo', part, texts })
  const echoes = answer.type === 'echo' ? answer.echoes : {}
  const fields = exercises.find((exercise) => exercise.part === part)?.fields ?? []
  const lines = fields.flatMap(({ name, tex }) => {
    const echo = echoes[name]
    return echo && 'tex' in echo ? [[name, `${tex} = ${echo.tex}`]] : []
  })
  return Object.fromEntries(lines)
}

async function proof(client: CheckingClient, progress: Progress): Promise<string> {
  const { encodeProof, proofOf } = await import('../../checker/proof')
  const entries = standingAnswers(progress).map(async ({ part, texts }) => {
    const answer = await client.ask({ type: 'check', part, texts })
    if (answer.type !== 'check') throw new Error(answer.type === 'failed' ? answer.message : answer.type)
    return proofOf(texts, answer.verdict)
  })
  return encodeProof(await Promise.all(entries))
}

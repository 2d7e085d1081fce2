import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const hasLatex = spawnSync('pdflatex', ['--version']).status === 0

/** What a test that asks for {@link latexErrors} says of itself. */
export const compiles = hasLatex
  ? 'compiles with pdflatex'
  : 'could not be compiled, there is no pdflatex here'

/** The errors of pdflatex in `document`, each with the lines after it; undefined where there is no pdflatex. */
export function latexErrors(document: string): readonly string[] | undefined {
  if (!hasLatex) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'latex-'))
  try {
    writeFileSync(join(folder, 'document.tex'), document)
    const options = ['-interaction=nonstopmode', '-draftmode', 'document.tex']
    const { stdout } = spawnSync('pdflatex', options, { cwd: folder, encoding: 'latin1' })
    return stdout.match(/^(?:!|Missing character).*\n.*\n.*/gm) ?? []
  } finally {
    rmSync(folder, { recursive: true })
  }
}

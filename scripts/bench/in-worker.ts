import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { onPage } from './served-page'

/** The lines of the bench that runs in a worker of a page of its own, built and served as the explorer is. */
export async function inWorker(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  await build({
    root: resolve(import.meta.dirname, 'page'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
    worker: { format: 'es' },
  })
  try {
    return await onPage(folder, async (page, origin) => {
      await page.goto(origin)
      const text = await page.locator('output').textContent({ timeout: 120_000 })
      return text?.split('\n') ?? []
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

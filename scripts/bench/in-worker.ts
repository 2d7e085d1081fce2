import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { serve } from '../../tests/browser/server'
import { findBrowser } from '../browser/find'
import { launchArguments } from '../browser/launch'
import { thisMachine } from '../browser/machine'

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
  const site = await serve(folder)
  const browser = await chromium.launch({
    executablePath: findBrowser(thisMachine).path,
    args: launchArguments,
  })
  try {
    const page = await browser.newPage()
    await page.goto(site.origin)
    const text = await page.locator('output').textContent({ timeout: 120_000 })
    return text?.split('\n') ?? []
  } finally {
    await browser.close()
    site.close()
    rmSync(folder, { recursive: true })
  }
}

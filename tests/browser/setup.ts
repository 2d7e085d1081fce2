import { resolve } from 'node:path'
import { type BrowserServer, chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findBrowser, introduced } from '../../scripts/browser/find'
import { build, launchArguments } from '../../scripts/browser/launch'
import { thisMachine } from '../../scripts/browser/machine'
import { type Site, serve } from './server'

/** What every browser test needs, or why it cannot be had. */
export type Stage =
  | { readonly folder: string; readonly origin: string; readonly endpoint: string }
  | { readonly failure: string }

declare module 'vitest' {
  interface ProvidedContext {
    stage: Stage
  }
}

/**
 * Builds the page, serves it and starts the one browser that all test files share.
 *
 * `DIST=folder` serves a folder that is built already. A failure is handed to the tests instead of thrown:
 * each of them fails with it, and the tests that need no browser still run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const opened: { site?: Site; browser?: BrowserServer } = {}
  try {
    opened.browser = await launch()
    // Built once for all projects whose tests need it.
    const folder = resolve((process.env['DIST'] ??= build()))
    opened.site = await serve(folder)
    project.provide('stage', { folder, origin: opened.site.origin, endpoint: opened.browser.wsEndpoint() })
  } catch (error) {
    project.provide('stage', { failure: error instanceof Error ? error.message : String(error) })
  }
  return async () => {
    await opened.browser?.close()
    opened.site?.close()
  }
}

async function launch(): Promise<BrowserServer> {
  const browser = findBrowser(thisMachine)
  process.stdout.write(`${introduced(browser)}\n`)
  return await chromium.launchServer({
    executablePath: browser.path,
    host: '127.0.0.1',
    args: launchArguments,
  })
}

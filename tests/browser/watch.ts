import type { BrowserContext, ConsoleMessage, Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { reportPath } from './server'

interface BlockedReport {
  readonly 'csp-report': Readonly<
    Record<'effective-directive' | 'blocked-uri' | 'document-uri' | 'script-sample', string>
  >
}

const heard = new WeakMap<BrowserContext, string[]>()

/** Notes what a quiet page never does, in all pages and workers of `context`: see `expectQuiet`. */
export function watch(context: BrowserContext, origins: readonly string[]): void {
  const notes: string[] = []
  heard.set(context, notes)
  context.on('console', (message) => notes.push(...fromConsole(message)))
  context.on('weberror', (error) => notes.push(`exception: ${error.error().message}`))
  context.on('request', (request) => notes.push(...fromRequest(request, origins)))
}

/**
 * What the pages and workers beside `page` did since it was opened that a quiet page never does:
 * console errors and warnings, exceptions, blocked by a policy (Trusted Types included), requests to elsewhere.
 */
export async function noise(page: Page): Promise<readonly string[]> {
  // Reports of blocked actions come from the browser's network process, a few milliseconds late.
  await page.waitForTimeout(100)
  return [...new Set(heard.get(page.context()))]
}

/** Asserts that `page` made no noise since it was opened. */
export async function expectQuiet(page: Page): Promise<void> {
  const notes = await noise(page)
  expect(notes, [`noise of ${page.url()}`, ...notes].join('\n')).toEqual([])
}

function fromConsole(message: ConsoleMessage): readonly string[] {
  const type = message.type()
  if (type !== 'error' && type !== 'warning') return []
  return [`console ${type}: ${message.text()} ${message.location().url}`.trimEnd()]
}

function fromRequest(request: Request, origins: readonly string[]): readonly string[] {
  const url = new URL(request.url())
  if (origins.includes(url.origin)) return url.pathname === reportPath ? [fromReport(request)] : []
  return ['blob:', 'data:'].includes(url.protocol) ? [] : [`request: ${url.href}`]
}

function fromReport(request: Request): string {
  const { 'csp-report': report }: BlockedReport = request.postDataJSON()
  const what = [report['blocked-uri'], report['script-sample']].filter((part) => part !== '').join(' ')
  return `blocked by ${report['effective-directive']}: ${what} in ${report['document-uri']}`
}

import { gzipSync } from 'node:zlib'
import { type Browser, type Response } from 'playwright-core'
import { constructions } from '../../src/constructions'
import { type Site, serve } from '../../tests/browser/server'
import { builtFolder, launched } from '../browser/launch'
import { answersWhenReady } from './answering'
import { builtPeers } from './peers'
import { load, SLOWDOWN, spread } from './served-page'

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
/** What a visit fetches after the slider answers is of it too. */
const REST_MS = 3000

interface Visit {
  /** Milliseconds from the navigation to a frame that shows what the slider was moved to. */
  readonly answered: number
  /** Bytes of JavaScript, gzipped, by the names of the files. */
  readonly scripts: ReadonlyMap<string, number>
}

/**
 * First visits with an empty cache: until a slider answers, by turns with the page by Mafs, on a processor four times
 * slower; and the JavaScript that comes with them.
 */
export async function benchLoad(): Promise<string[]> {
  const sites = [await serve(await builtPeers()), await serve(builtFolder())]
  const addresses: readonly (readonly [string, Site, string])[] = [
    ['Mafs: bars and curve of 1(b)', sites[0], '/'],
    ...constructions.map(({ id, source }) => [source, sites[1], `/#v=1&panel=${id}`] as const),
  ]
  const browser = await launched()
  const visits = addresses.map((): Visit[] => [])
  const before = load()
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const [i, [, site, path]] of addresses.entries())
        visits[i].push(await visited(browser, site.origin + path))
  } finally {
    await browser.close()
    for (const site of sites) site.close()
  }
  return [
    `${ROUNDS} first visits to each page, cold cache, local, ${SLOWDOWN}× throttling`,
    `${before} before, ${load()} after`,
    ...addresses.flatMap(([name], i) => [
      spread(
        `${name}: a slider answers`,
        visits[i].map(({ answered }) => answered),
      ),
      `  ${bytesIn(visits[i][0].scripts)}`,
    ]),
  ]
}

async function visited(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.addInitScript('globalThis.__name = (wrapped) => wrapped')
  await page.addInitScript(answersWhenReady)
  const fetched: Response[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') fetched.push(response)
  })
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.goto(address)
  const answered = await page.waitForFunction(
    () => (window as unknown as { answered?: number }).answered,
    undefined,
    { timeout: 60_000 },
  )
  await page.waitForTimeout(REST_MS)
  const visit = {
    answered: (await answered.jsonValue())!,
    scripts: new Map(await Promise.all([...fetched].map(sizeOf))),
  }
  await context.close()
  return visit
}

async function sizeOf(response: {
  url(): string
  body(): Promise<Buffer>
}): Promise<readonly [string, number]> {
  return [new URL(response.url()).pathname.split('/').at(-1)!, gzipSync(await response.body()).length]
}

function bytesIn(scripts: ReadonlyMap<string, number>): string {
  const sum = (of: (name: string) => boolean) =>
    [...scripts].reduce((total, [name, bytes]) => (of(name) ? total + bytes : total), 0)
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`
  const all = sum(() => true)
  const katex = sum((name) => name.startsWith('katex'))
  return `JavaScript ${kilobytes(all)} gzipped in ${scripts.size} files, ${kilobytes(all - katex)} without KaTeX`
}

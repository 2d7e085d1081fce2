import { gzipSync } from 'node:zlib'
import { type Browser, type Response } from 'playwright-core'
import { answersWhenReady } from './answering'
import { type Contestant, compared } from './contestants'
import { quantile } from './measure'
import { SLOWDOWN } from './served-page'

const ROUNDS = Number(process.env['ROUNDS'] ?? 5)

interface VisitedFile {
  readonly name: string
  readonly isScript: boolean
  /** Gzipped. */
  readonly bytes: number
}

interface Visit {
  /** Milliseconds from the navigation to the first paint with content. */
  readonly painted: number
  /** Milliseconds from the navigation to a frame that shows what the slider was moved to. */
  readonly answered: number
  /** Fetched until a slider answered. */
  readonly files: readonly VisitedFile[]
}

/**
 * First visits with an empty cache, by turns, on a processor four times slower: until the first paint, until a slider
 * answers, and the files fetched until then; the table of the documentation is written.
 */
export const benchLoad = (): Promise<string[]> =>
  compared(ROUNDS, visited, {
    name: 'load',
    how: `${ROUNDS} first visits to each page, cold cache, local, ${SLOWDOWN}× throttling; medians, and the ratio to Mafs`,
    heading: ['first paint', 'a slider answers', 'JavaScript', 'without KaTeX', 'all files'],
    cells: cellsOf,
  })

async function visited(browser: Browser, { address }: Contestant): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  const page = await context.newPage()
  await page.addInitScript('globalThis.__name = (wrapped) => wrapped')
  await page.addInitScript(answersWhenReady)
  const fetched: Response[] = []
  page.on('response', (response) => void fetched.push(response))
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.goto(address)
  const answered = await page.waitForFunction(
    () => (window as unknown as { answered?: number }).answered,
    undefined,
    { timeout: 60_000 },
  )
  const files = await Promise.all(fetched.map(fileOf))
  const visit = {
    painted: await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    ),
    answered: (await answered.jsonValue())!,
    files,
  }
  await context.close()
  return visit
}

async function fileOf(response: Response): Promise<VisitedFile> {
  return {
    name: new URL(response.url()).pathname.split('/').at(-1)!,
    isScript: response.request().resourceType() === 'script',
    bytes: gzipSync(await response.body()).length,
  }
}

/** What the visits to a page took, beside those to a page it is compared with. */
function cellsOf(visits: readonly Visit[], others: readonly Visit[]): string[] {
  const time = (of: (visit: Visit) => number) => {
    const [own, other] = [visits, others].map((all) => quantile(all.map(of), 0.5))
    return `${(own / 1000).toFixed(2)} s (${(own / other).toFixed(1)})`
  }
  const [{ files }] = visits
  const size = (isCounted: (file: VisitedFile) => boolean) =>
    `${(files.filter(isCounted).reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(0)} kB`
  return [
    time(({ painted }) => painted),
    time(({ answered }) => answered),
    size(({ isScript }) => isScript),
    size(({ isScript, name }) => isScript && !name.startsWith('katex')),
    `${size(() => true)} in ${files.length}`,
  ]
}

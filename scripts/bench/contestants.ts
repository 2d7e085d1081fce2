import { type Browser } from 'playwright-core'
import { type PreviewServer, preview } from 'vite'
import { constructions } from '../../src/constructions'
import type { Construction } from '../../src/constructions/construction'
import { serve } from '../../tests/browser/server'
import { builtFolder, launched } from '../browser/launch'
import { writeTable } from './document'
import { builtPeers } from './peers'
import { load } from './served-page'

/** A page that takes part in a comparison. */
export interface Contestant {
  readonly name: string
  readonly address: string
  /** Selector of the slider that is moved. */
  readonly slider: string
}

/** Measures one contestant in a fresh browser context. */
type Measure<T> = (browser: Browser, contestant: Contestant) => Promise<T>

/** A table about the contestants. */
interface Comparison<T> {
  /** Of the table in the documentation. */
  readonly name: string
  readonly how: string
  readonly heading: readonly string[]
  /** What `results` say of a page, beside those of the page that it is compared with. */
  cells(results: readonly T[], others: readonly T[]): string[]
}

/** Measures every contestant `rounds` times, by turns, and writes the table that comes of it. */
export async function compared<T>(
  rounds: number,
  measure: Measure<T>,
  { name, how, heading, cells }: Comparison<T>,
): Promise<string[]> {
  const { contestants, close } = await servedContest()
  const browser = await launched()
  const results = contestants.map((): T[] => [])
  const before = load()
  try {
    for (let round = 0; round < rounds; round++)
      for (const [i, contestant] of contestants.entries()) results[i].push(await measure(browser, contestant))
  } finally {
    await browser.close()
    await close()
  }
  const rows = contestants.map((contestant, i) => [contestant.name, ...cells(results[i], results[0])])
  const table = [['', ...heading], ...rows]
  writeTable(name, how, table)
  return [`${before} before, ${load()} after`, how, ...table.map((row) => row.join(' | '))]
}

/** The pages that are compared, served until `close`. */
interface Contest {
  /** First the page by Mafs, which the others are compared with. */
  readonly contestants: readonly Contestant[]
  close(): Promise<void>
}

/**
 * A page that draws the bars and the curve of 1(b) with Mafs, TensorFlow Playground where `PLAYGROUND` names the folder
 * it was built into, and every room of the explorer.
 */
async function servedContest(): Promise<Contest> {
  const [mafs, explorer] = [await serve(await builtPeers()), await serve(builtFolder())]
  const playground = await servedPlayground(process.env['PLAYGROUND'])
  return {
    contestants: [
      { name: 'Mafs: bars and curve of 1(b)', address: `${mafs.origin}/`, slider: labelled('Scale') },
      ...(playground
        ? [{ name: 'TensorFlow Playground', address: addressOf(playground), slider: '#noise' }]
        : []),
      ...constructions.map((construction) => ({
        name: construction.source,
        address: `${explorer.origin}/#v=1&panel=${construction.id}`,
        slider: labelled(primaryLabel(construction)),
      })),
    ],
    close: async () => {
      mafs.close()
      explorer.close()
      await playground?.close()
    },
  }
}

const labelled = (label: string) => `input[type="range"][aria-label="${label}"]`

const primaryLabel = ({ params, primary }: Construction) => params[primary[0]].label

/** Without the policy that the explorer is served under: the page does not ask for one. */
async function servedPlayground(folder: string | undefined): Promise<PreviewServer | undefined> {
  if (!folder) return undefined
  const host = '127.0.0.1'
  return preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host, port: 0 },
  })
}

function addressOf({ resolvedUrls }: PreviewServer): string {
  const address = resolvedUrls?.local[0]
  if (!address) throw new Error('preview: expected an address')
  return address
}

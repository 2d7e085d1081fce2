import { serve } from '../tests/browser/server'
import { builtFolder } from './browser/launch'
import { chromium } from './engines/chromium'
import { differences, type Note } from './engines/compare'
import type { Candidate, Engine } from './engines/engine'
import { firefox } from './engines/firefox'
import { type Journey, journeys } from './engines/journeys'
import { staged } from './engines/staged'
import { Visit } from './engines/visit'
import { webkit } from './engines/webkit'

/**
 * Proves that the built page shows the same in every engine: journeys, written once, compared with Chromium's.
 * Words choose the journeys that have one of them in their name: `npm run test:engines -- claim link`.
 */
const words = process.argv.slice(2)
const chosen = journeys.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
const page = await staged(builtFolder())
const engines: Engine[] = []
const links: string[] = []
let compared = 0
let different = 0
try {
  for (const candidate of [chromium, firefox, webkit]) await begin(candidate)
  for (const journey of chosen) await walkInAll(journey)
} finally {
  for (const engine of engines) await engine.close()
  page.remove()
}
if (compared === 0) fail('\nNothing was compared')
else say(`\n${compared} texts compared with those of ${engines[0].name}, ${different} different`)

async function begin({ name, install, start }: Candidate): Promise<void> {
  const engine = await start()
  if (engine) engines.push(engine)
  say(engine ? `${engine.name} runs` : `${name}: not run, for it is not installed (${install})`)
}

/** The first engine is the reference of the others; where it came to no end there is nothing to compare with. */
async function walkInAll(journey: Journey): Promise<void> {
  say(`\n${journey.name}`)
  const reference = await walkIn(engines[0], journey)
  for (const engine of engines.slice(1)) {
    const notes = await walkIn(engine, journey)
    if (notes && reference) compare(engine, reference, notes)
  }
}

/** What was read on the way, or undefined where it came to no end. */
async function walkIn(engine: Engine, { walk }: Journey): Promise<readonly Note[] | undefined> {
  const site = await serve(page.folder)
  const visit = new Visit(engine, site)
  const start = performance.now()
  try {
    await walk(visit, links)
    for (const note of await visit.noise()) fail(`  ${engine.name} is not quiet: ${note}`)
    const [count, seconds] = [visit.notes.length, ((performance.now() - start) / 1000).toFixed(1)]
    say(`  ${engine.name}: ${count} texts read in ${seconds} s`)
    return visit.notes
  } catch (error) {
    fail(`  ${engine.name} stopped: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  } finally {
    site.close()
  }
}

function compare(engine: Engine, reference: readonly Note[], notes: readonly Note[]): void {
  compared += notes.length
  const found = differences(reference, notes)
  different += found.length
  for (const { state, expected, got } of found)
    fail(`  ${state}\n    ${engines[0].name}: ${expected}\n    ${engine.name}: ${got}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(line: string): void {
  process.exitCode = 1
  say(line)
}

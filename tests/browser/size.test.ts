import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { ONE_FILE } from '../../src/export/one-file'
import { stage } from './page'

const KILOBYTE = 1000

/** Names of the built scripts. */
const scripts = () => readdirSync(join(stage().folder, 'assets')).filter((name) => name.endsWith('.js'))

const textOf = (name: string) => readFileSync(join(stage().folder, 'assets', name), 'utf8')

/** What the script called `name` imports before it can run. */
const importsOf = (name: string) =>
  [...textOf(name).matchAll(/\b(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map(([, other]) => other)

/** The script that the page itself names. */
function entry(): string {
  const [, name] = /src="\.\/assets\/([^"]+\.js)"/.exec(
    readFileSync(join(stage().folder, 'index.html'), 'utf8'),
  )!
  return name
}

/** The one script whose name begins with `chunk`. */
function named(chunk: string): string {
  const found = scripts().filter((name) => name.startsWith(`${chunk}-`))
  expect(found, chunk).toHaveLength(1)
  return found[0]
}

/** Bytes, compressed, of the scripts called `names` and all that these import. */
function weightOf(names: readonly string[]): number {
  const all = new Set(names)
  for (const name of all) for (const other of importsOf(name)) all.add(other)
  return [...all].reduce((sum, name) => sum + gzipSync(textOf(name)).length, 0)
}

test('what every page waits for is counted, and without the typesetting', () => {
  expect(weightOf([entry()])).toBeGreaterThan(50 * KILOBYTE)
  expect(importsOf(entry()).length).toBeGreaterThan(0)
  expect(importsOf(entry())).not.toContain(named('katex'))
})

// The front door stands without the typesetting, which comes after.
test('the front door is not heavier than was decided', () => {
  expect(weightOf([entry(), named('Home')])).toBeLessThan(150 * KILOBYTE)
})

test.each(constructions.map(({ id }) => [id]))('the room %s is not heavier than was decided', (id) => {
  expect(weightOf([entry(), named('OpenRoom'), named(id), named(`${id}.panel`)])).toBeLessThan(190 * KILOBYTE)
})

test('the page of answers is not heavier than was decided', () => {
  expect(weightOf([entry(), named('CheckPage')])).toBeLessThan(200 * KILOBYTE)
})

test('the typesetting is not heavier than was decided', () => {
  expect(weightOf([named('katex')])).toBeLessThan(80 * KILOBYTE)
})

test('the explorer as one file is beside the page, not heavier than was decided, and fetched only when it is asked for', () => {
  const { folder } = stage()
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  expect(gzipSync(read(ONE_FILE)).length).toBeLessThan(1300 * KILOBYTE)
  expect(read('service-worker.js')).toContain('"index.html"')
  expect(read('service-worker.js')).not.toContain(ONE_FILE)
})

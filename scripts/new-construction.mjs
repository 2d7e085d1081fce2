import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const USAGE = 'Usage: node scripts/new-construction.mjs <id> "<Title>" "<source>"'
const WIDTH = 110

const templates = fileURLToPath(new URL('new-construction', import.meta.url))
const constructions = fileURLToPath(new URL('../src/constructions', import.meta.url))
const registryFile = join(constructions, 'registry.ts')

/** The files of a construction: what follows the id in the name, and the template. */
const FILES = {
  '.ts': 'construction.ts.txt',
  '.model.ts': 'model.ts.txt',
  '.derivation.ts': 'derivation.ts.txt',
  '.panel.tsx': 'panel.tsx.txt',
  '.test.ts': 'test.ts.txt',
}

/** Why there can be no such construction, or undefined when there can. */
function problemWith(id, title, source) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id) || id.length > 40)
    return `the id "${id}" should be two or more words of lower-case letters and digits with hyphens between, as in two-key-average`
  if (existsSync(join(constructions, id))) return `src/constructions/${id} exists already`
  if (registered().some(({ name }) => name === nameOf(id))) return `registry.ts has a ${nameOf(id)} already`
  if (!/^[\p{L}\d][\p{L}\d ,:’'()–-]{0,59}$/u.test(title))
    return `the title "${title}" should be up to 60 letters, digits, spaces and plain punctuation`
  if (!/^[\da-z()., –-]{1,20}$/i.test(source) || source.trim() === '')
    return `the source "${source}" should be a place in the notes, as in 1(b)`
  return undefined
}

/** `two-key-average` in code: `twoKeyAverage`. */
function nameOf(id) {
  return id.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase())
}

/** The constructions that registry.ts imports. */
function registered() {
  const text = readFileSync(registryFile, 'utf8')
  const imports = text.matchAll(/^import \{ (\w+) \} from '\.\/([^/]+)\/[^']+'$/gm)
  return [...imports].map(([line, name, id]) => ({ line, name, id }))
}

function writeFolder(id, title, source) {
  const values = {
    __id__: id,
    __name__: nameOf(id),
    __source__: source,
    __title__: quoted(title),
    __menu__: quoted(title.split(' ')[0]),
  }
  mkdirSync(join(constructions, id))
  for (const [ending, template] of Object.entries(FILES)) {
    const text = readFileSync(join(templates, template), 'utf8')
    writeFileSync(
      join(constructions, id, id + ending),
      text.replaceAll(/__\w+?__/g, (placeholder) => values[placeholder]),
    )
  }
}

/** A string literal with as few escapes as possible, as the formatter writes it. */
function quoted(text) {
  return text.includes("'") ? `"${text}"` : `'${text}'`
}

function addToRegistry(id) {
  const text = readFileSync(registryFile, 'utf8')
  const added = { line: `import { ${nameOf(id)} } from './${id}/${id}'`, name: nameOf(id), id }
  const imports = [...registered(), added].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const order = /export const registry = \[([^\]]*)\]/.exec(text)[1].match(/\w+/g) ?? []
  const rest = text.slice(text.lastIndexOf("'\n") + 2)
  const list = rest.replace(/\[[^\]]*\] as const/, () => listed([...order, nameOf(id)]))
  writeFileSync(registryFile, `${imports.map(({ line }) => line).join('\n')}\n${list}`)
}

/** The constructions as a list, on one line where it fits. */
function listed(names) {
  const line = `[${names.join(', ')}] as const`
  const fits = `export const registry = ${line}`.length <= WIDTH
  return fits ? line : `[\n${names.map((name) => `  ${name},\n`).join('')}] as const`
}

const [id, title, source, ...rest] = process.argv.slice(2)
const problem = source === undefined || rest.length > 0 ? USAGE : problemWith(id, title, source)
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 2
} else {
  writeFolder(id, title, source)
  addToRegistry(id)
  process.stdout.write(
    `Wrote src/constructions/${id} and added it to registry.ts. It shows the weight of one key among n: edit the model first.\n`,
  )
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const USAGE = 'Usage: node scripts/new-construction.mjs <id> "<Title>" "<source>"'
const WIDTH = 110

const templates = fileURLToPath(new URL('new-construction', import.meta.url))
const constructions = fileURLToPath(new URL('../src/constructions', import.meta.url))
/** Where second computations of the claims are. */
const sweep = fileURLToPath(new URL('../tests/sweep', import.meta.url))

/** Where a construction is registered: whole, and what is known of it before its room is opened. */
const LISTS = [
  { file: 'registry.ts', list: 'export const registry', ending: '', suffix: '' },
  { file: 'declared.ts', list: 'const declared', ending: '.declared', suffix: 'Declared' },
]

/** The files of a construction: what follows the id in the name, and the template. */
const FILES = {
  '.ts': 'construction.ts.txt',
  '.declared.ts': 'declared.ts.txt',
  '.model.ts': 'model.ts.txt',
  '.numpy.ts': 'numpy.ts.txt',
  '.derivation.ts': 'derivation.ts.txt',
  '.panel.tsx': 'panel.tsx.txt',
  '.test.ts': 'test.ts.txt',
}

/** Why there can be no such construction, or undefined when there can. */
function problemWith(id, title, source) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(id) || id.length > 40)
    return `the id "${id}" should be two or more words of lower-case letters and digits with hyphens between, as in two-key-average`
  if (existsSync(join(constructions, id))) return `src/constructions/${id} exists already`
  if (registered().includes(nameOf(id))) return `registry.ts has a ${nameOf(id)} already`
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

/** Names of the constructions that registry.ts imports. */
function registered() {
  const text = readFileSync(join(constructions, 'registry.ts'), 'utf8')
  return [...text.matchAll(/^import \{ (\w+) \}/gm)].map(([, name]) => name)
}

function writeFolder(id, title, source) {
  const values = {
    __id__: id,
    __name__: nameOf(id),
    __source__: source,
    __title__: quoted(title),
    __menu__: quoted(title.split(' ')[0]),
  }
  mkdirSync(join(constructions, id, 'panel'), { recursive: true })
  const write = (path, template) => {
    const text = readFileSync(join(templates, template), 'utf8')
    writeFileSync(
      path,
      text.replaceAll(/__\w+?__/g, (placeholder) => values[placeholder]),
    )
  }
  for (const [ending, template] of Object.entries(FILES))
    write(join(constructions, id, ending === '.panel.tsx' ? 'panel' : '', id + ending), template)
  write(join(sweep, `${id}.test.ts`), 'oracle.ts.txt')
}

/** A string literal with as few escapes as possible, as the formatter writes it. */
function quoted(text) {
  return text.includes("'") ? `"${text}"` : `'${text}'`
}

/** Adds the import and the name of a construction to one of the lists. */
function register(id, { file, list, ending, suffix }) {
  const path = join(constructions, file)
  const name = nameOf(id) + suffix
  const lines = readFileSync(path, 'utf8').split('\n')
  const isImport = (line) => line.startsWith('import ')
  const imports = [...lines.filter(isImport), `import { ${name} } from './${id}/${id}${ending}'`]
  const rest = lines.filter((line) => !isImport(line)).join('\n')
  const before = `${list} = `
  const [names] = rest.slice(rest.indexOf(before)).match(/\[[^\]]*\] as const/)
  const added = listed(before, [...(names.match(/\w+(?=,|\])/g) ?? []), name])
  writeFileSync(path, `${imports.toSorted(byPath).join('\n')}\n${rest.replace(names, () => added)}`)
}

const pathOf = (line) => line.slice(line.indexOf(" from '"))
const byPath = (a, b) => (pathOf(a) < pathOf(b) ? -1 : 1)

/** Names as a list, on one line where it fits. */
function listed(before, names) {
  const line = `[${names.join(', ')}] as const`
  const fits = `${before}${line}`.length <= WIDTH
  return fits ? line : `[\n${names.map((name) => `  ${name},\n`).join('')}] as const`
}

const [id, title, source, ...rest] = process.argv.slice(2)
const problem = source === undefined || rest.length > 0 ? USAGE : problemWith(id, title, source)
if (problem) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 2
} else {
  writeFolder(id, title, source)
  for (const list of LISTS) register(id, list)
  process.stdout.write(
    `Wrote src/constructions/${id} and its oracle in tests/sweep, and added it to registry.ts and declared.ts. It shows the weight of one key among n: edit the model first.\n`,
  )
}

import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { filesImported, importsIn, layerOf, type Sources } from '../scripts/architecture/imports'

const scripts = import.meta.glob<string>('/src/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const styles = Object.keys(import.meta.glob('/src/**/*.{css,json}')).map((path) => [path, ''])
const sources: Sources = { ...scripts, ...Object.fromEntries(styles) }

/** What each layer may import besides itself. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  core: [],
  tex: ['core'],
  constructions: ['core', 'tex'],
  checker: ['core', 'tex', 'constructions'],
  questions: ['core', 'tex', 'constructions', 'checker'],
  export: ['core', 'tex', 'constructions', 'checker', 'questions'],
  knowledge: ['core'],
  state: ['core', 'tex', 'constructions', 'checker', 'questions', 'export', 'knowledge'],
  workers: ['core', 'tex', 'constructions', 'checker', 'knowledge'],
  ui: ['core', 'tex', 'constructions', 'checker', 'questions', 'export', 'knowledge', 'state', 'workers'],
}

/** Packages that only one file, or one layer, may import. */
const DOORS: readonly (readonly [name: RegExp, door: string])[] = [
  [/^katex($|\/)/, '/src/ui/kit/Tex.tsx'],
  [/^mathjs($|\/)/, '/src/checker/language/formula.ts'],
  [/^(react|react-dom|d3|d3-\w+)($|\/)/, 'ui'],
]

const FORBIDDEN =
  /Math\.random|innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\.html\(|\beval\s*\(|\bFunction\s*\(/

/** The construction in whose folder `path` lies; `exercises` holds what their exercises are made of. */
const constructionOf = (path: string) => /^\/src\/constructions\/(?!exercises\/)([^/]+)\//.exec(path)?.[1]

const rules: Readonly<Record<string, (path: string, all: Sources) => string[]>> = {
  'imports what is there': (path, all) => {
    const isOutside = (name: string) => posix.resolve(posix.dirname(path), name).startsWith('/tests/')
    return filesImported(path, all).missing.filter((name) => !path.includes('.test.') || !isOutside(name))
  },

  'imports from its own layer or one below': (path, all) => {
    const allowed = [layerOf(path), ...(BELOW[layerOf(path)] ?? [])]
    return filesImported(path, all).files.filter((file) => !allowed.includes(layerOf(file)))
  },

  'imports no other construction': (path, all) => {
    const own = constructionOf(path)
    const isOther = (file: string) => constructionOf(file) !== undefined && constructionOf(file) !== own
    return own === undefined ? [] : filesImported(path, all).files.filter(isOther)
  },

  'names no single construction where all are served': (path, all) => {
    if (path.startsWith('/src/constructions/')) return []
    const named = importsIn(all[path]).filter((name) => /^[./]/.test(name) && !name.includes('*'))
    return named.filter((name) => constructionOf(posix.resolve(posix.dirname(path), name)) !== undefined)
  },

  'enters packages by their door': (path, all) =>
    importsIn(all[path]).filter((name) =>
      DOORS.some(([pattern, door]) => pattern.test(name) && door !== path && door !== layerOf(path)),
    ),

  'does without chance, foreign HTML and generated code': (path, all) => FORBIDDEN.exec(all[path]) ?? [],

  'names the modules that it imports': (path, all) => /\bimport\s*\((?!\s*['"])[^)]*/.exec(all[path]) ?? [],

  'is no barrel': (path, all) => {
    if (path === '/src/constructions/index.ts') return []
    return path.endsWith('/index.ts')
      ? [path]
      : (/^export\s+(?:type\s+)?[*{][^;'"]*\bfrom\s*['"]/m.exec(all[path]) ?? [])
  },

  'has at most 300 lines': (path, all) => {
    const lines = all[path].trimEnd().split('\n').length
    return lines > 300 ? [`${lines} lines`] : []
  },

  'is in no circle of imports': (path, all) => circleFrom(path, all),
}

/** The shortest way from `path` back to it. */
function circleFrom(path: string, all: Sources): string[] {
  const ways = [[path]]
  const seen = new Set<string>()
  for (const way of ways)
    for (const file of filesImported(way.at(-1)!, all).files) {
      if (file === path) return way
      if (!seen.has(file)) ways.push([...way, file])
      seen.add(file)
    }
  return []
}

const offences = (rule: string, all: Sources) =>
  Object.keys(all).flatMap((path) => rules[rule](path, all).map((what) => `${path}: ${what}`))

test('the whole source is read', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(50)
  expect(Object.keys(sources).map(layerOf)).toEqual(expect.arrayContaining(['core', 'state', 'ui']))
})

test.each(Object.keys(rules))('every file %s', (rule) => {
  expect(offences(rule, sources)).toEqual([])
})

test.each([
  ['imports what is there', { '/src/core/a.ts': "import x from '../../tests/reference/x.json'" }],
  ['imports what is there', { '/src/core/a.ts': "import { b } from './nothing'" }],
  ['imports from its own layer or one below', { '/src/core/a.ts': "import type { B } from '../state/b'" }],
  ['imports from its own layer or one below', { '/src/core/a.ts': "type B = import('../state/b').B" }],
  ['imports from its own layer or one below', { '/src/core/a.ts': "await import('../state/b')" }],
  ['imports from its own layer or one below', { '/src/core/a.ts': "import.meta.glob<X>('../*/b.ts')" }],
  [
    'imports from its own layer or one below',
    { '/src/tex/a.ts': "import.meta.glob(['./x', '/src/state/*'])" },
  ],
  ['imports from its own layer or one below', { '/src/core/a.ts': "new URL('../state/b', import.meta.url)" }],
  ['imports from its own layer or one below', { '/src/constructions/x/a.ts': "import { C } from './C'" }],
  ['imports from its own layer or one below', { '/src/state/a.ts': "import\n{ B }\nfrom '../ui/b'" }],
  ['imports from its own layer or one below', { '/src/knowledge/a.ts': "import { B } from '../tex/b'" }],
  ['imports no other construction', { '/src/constructions/x/a.ts': "import { b } from '../y/b'" }],
  ['imports no other construction', { '/src/constructions/x/A.tsx': "import { b } from '../y/b'" }],
  [
    'names no single construction where all are served',
    { '/src/ui/a.ts': "import { b } from '../constructions/y/b'" },
  ],
  ['enters packages by their door', { '/src/ui/a.tsx': "import katex from 'katex'" }],
  ['enters packages by their door', { '/src/checker/a.ts': "import { parse } from 'mathjs/number'" }],
  ['enters packages by their door', { '/src/state/a.ts': "import type { ReactNode } from 'react'" }],
  ['enters packages by their door', { '/src/tex/a.ts': "import { scaleLinear } from 'd3-scale'" }],
  ['does without chance, foreign HTML and generated code', { '/src/ui/a.tsx': 'Math.random()' }],
  ['does without chance, foreign HTML and generated code', { '/src/ui/a.tsx': "e.innerHTML = ''" }],
  [
    'does without chance, foreign HTML and generated code',
    { '/src/ui/a.tsx': '<p dangerouslySetInnerHTML={x}/>' },
  ],
  ['does without chance, foreign HTML and generated code', { '/src/ui/a.tsx': "select('p').html(x)" }],
  ['does without chance, foreign HTML and generated code', { '/src/core/a.ts': "eval ('1')" }],
  ['does without chance, foreign HTML and generated code', { '/src/core/a.ts': "new Function('1')" }],
  ['names the modules that it imports', { '/src/ui/a.tsx': 'await import(`./${name}`)' }],
  ['is no barrel', { '/src/core/index.ts': 'const x = 1' }],
  ['is no barrel', { '/src/core/a.ts': "export type { B } from './c'" }],
  ['has at most 300 lines', { '/src/core/a.ts': 'x\n'.repeat(301) }],
  ['is in no circle of imports', { '/src/core/a.ts': "import './c'", '/src/core/c.ts': "import('./a')" }],
] satisfies [string, Sources][])('that a file %s can fail: %j', (rule, offender) => {
  const rest = { '/src/core/b.ts': '', '/src/tex/b.ts': '', '/src/state/b.ts': '', '/src/ui/b.ts': '' }
  const construction = { '/src/constructions/x/C.tsx': '', '/src/constructions/y/b.ts': '' }
  expect(offences(rule, { ...rest, ...construction, ...offender })).not.toEqual([])
  expect(offences(rule, { ...rest, ...construction })).toEqual([])
})

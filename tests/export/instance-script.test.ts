import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import packageFile from '../../package.json'
import { constructions, type Registered } from '../../src/constructions'
import { paramsWith } from '../../src/constructions/construction'
import type { NumpyInstance } from '../../src/constructions/numpy-instance'
import { drawParams, initialParams } from '../../src/constructions/params'
import { createRandom } from '../../src/core/random/random'
import { instanceScript } from '../../src/export/instance-script'
import { EXPLORER_VERSION } from '../../src/export/version'

type Numpy = (params: unknown, model: unknown) => NumpyInstance

const modules = import.meta.glob<Numpy>('/src/constructions/*/*.numpy.ts', { eager: true, import: 'numpy' })
const numpyOf = (id: string) => modules[`/src/constructions/${id}/${id}.numpy.ts`]

const folder = mkdtempSync(join(tmpdir(), 'numpy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0
const how = hasNumpy ? 'reproduces the numbers' : 'could not be run, there is no numpy here, and compiles'

function python(args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync('python3', args, { cwd: folder, encoding: 'utf8' })
  return { status, text: `${stdout}${stderr}` }
}

/** The script of `construction` with `params`, and how many numbers it compares. */
function scriptOf(construction: Registered, params: Parameters<Registered['model']>[0]) {
  const instance = numpyOf(construction.id)(params, construction.model(params))
  const source = { title: construction.title, link: 'http://localhost/#v=1', version: EXPLORER_VERSION }
  return { text: instanceScript(instance, source), count: Object.keys(instance.numbers).length }
}

function statesOf(construction: Registered) {
  const initial = initialParams(construction.params)
  const random = createRandom(11)
  return [
    ...construction.presets.map(({ params }) => paramsWith(construction, initial, params)),
    ...Array.from({ length: 4 }, () =>
      paramsWith(construction, initial, drawParams(construction.params, random)),
    ),
  ]
}

/** Runs all scripts in one Python, which takes seconds to load NumPy; without it only compiles them. */
function run(files: readonly string[]) {
  if (!hasNumpy) return python(['-m', 'py_compile', ...files])
  return python(['-c', 'import runpy, sys\nfor f in sys.argv[1:]: runpy.run_path(f)', ...files])
}

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return name
}

describe.each(constructions)('$title', (construction) => {
  test(`its script ${how} of every preset and of random states`, () => {
    const scripts = statesOf(construction).map((params) => scriptOf(construction, params))
    const files = scripts.map(({ text }, i) => written(`${construction.id}-${i}.py`, text))
    const { status, text: said } = run(files)
    expect(said).not.toMatch(/Error|Warning/)
    expect(status).toBe(0)
    const count = scripts.reduce((sum, script) => sum + script.count, 0)
    if (hasNumpy) expect(said.match(/differs from the explorer/g)).toHaveLength(count)
  })
})

test(`a script whose number is not the explorer’s ${hasNumpy ? 'fails' : 'could not be run, there is no numpy here'}`, () => {
  const instance = { lines: ['weight = 0.25'], numbers: { weight: 0.25 + 2e-12 } }
  const text = instanceScript(instance, { title: '', link: '', version: '' })
  const { status, text: said } = run([written('wrong.py', text)])
  expect(status).toBe(hasNumpy ? 1 : 0)
  if (hasNumpy) expect(said).toContain('AssertionError: weight')
})

test('a title cannot leave its comment', () => {
  const instance = { lines: [], numbers: {} }
  const text = instanceScript(instance, { title: 'a\nimport os', link: 'b\rimport os', version: '' })
  expect(text).not.toMatch(/^import os/m)
})

test('the version is that of the package', () => {
  expect(EXPLORER_VERSION).toBe(packageFile.version)
})

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const COPIED = [
  'src',
  'scripts',
  'tests',
  'package.json',
  'tsconfig.json',
  'tsconfig.node.json',
  'vite.config.ts',
  'biome.json',
  '.gitignore',
]

let project = ''

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'new-construction-'))
  for (const path of COPIED) cpSync(path, join(project, path), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'))
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

/** Runs a program in the copy of the project, as from a shell: nothing of this test run reaches it. */
function run(command: string, ...args: readonly string[]) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|FORCE_COLOR)/.test(name)),
  )
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: project,
    env: { ...env, NO_COLOR: '1' },
    encoding: 'utf8',
  })
  return { status, output: stdout + stderr }
}

const create = (...args: readonly string[]) => run(process.execPath, 'scripts/new-construction.mjs', ...args)
const tool = (name: string, ...args: readonly string[]) => run(join('node_modules/.bin', name), ...args)
const registry = () => readFileSync(join(project, 'src/constructions/registry.ts'), 'utf8')

describe('what cannot be', () => {
  test.each([
    [['three-key-mean', 'A title'], /^Usage: /],
    [[], /^Usage: /],
    [['three-key-mean', 'A title', '1(f)', 'more'], /^Usage: /],
    [['two-key-average', 'Again', '1(b)'], /exists already/],
    [['Three-Key', 'A title', '1(f)'], /the id "Three-Key" should be/],
    [['mean', 'A title', '1(f)'], /the id "mean" should be/],
    [['../up-here', 'A title', '1(f)'], /the id/],
    [['a--b', 'A title', '1(f)'], /the id/],
    [['three-key-mean', 'A `title`', '1(f)'], /the title/],
    [['three-key-mean', '', '1(f)'], /the title/],
    [['three-key-mean', 'A title', "1'"], /the source/],
  ])('%j is refused', (args, reason) => {
    const before = registry()
    const { status, output } = create(...args)
    expect(output).toMatch(reason)
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(status).toBe(2)
    expect(registry()).toBe(before)
  })
})

describe('a new construction', { timeout: 120_000 }, () => {
  beforeAll(() => {
    expect(create('three-key-mean', "The notes' mean of three", '1(f)').status).toBe(0)
    expect(create('a-second-room-with-quite-a-long-name-too', 'A second one', '9(z)').status).toBe(0)
    expect(create('one-more-room', 'One more', '9(z)').status).toBe(0)
  })

  test('stands in the registry, after the others', () => {
    expect(registry().replaceAll(/\s+/g, ' ')).toMatch(
      /, threeKeyMean, aSecondRoomWithQuiteALongNameToo, oneMoreRoom, \] as const $/,
    )
    expect(
      readFileSync(join(project, 'src/constructions/declared.ts'), 'utf8').replaceAll(/\s+/g, ' '),
    ).toMatch(
      /, threeKeyMeanDeclared, aSecondRoomWithQuiteALongNameTooDeclared, oneMoreRoomDeclared, \] as const /,
    )
  })

  test('keeps the contract, the rules of the house and its own tests', () => {
    const files = [
      'tests/constructions.test.ts',
      'tests/constructions-2.test.ts',
      'tests/constructions-3.test.ts',
      'tests/architecture.test.ts',
      'src/constructions/three-key-mean',
      'tests/sweep/three-key-mean.test.ts',
    ]
    const options = [
      '--project',
      'unit',
      '--testTimeout',
      '60000',
      '-t',
      '^every|three-key-mean|^at|^a unit|^half|^odds|^the oracle',
    ]
    const { status, output } = tool('vitest', 'run', ...options, ...files)
    expect(output).toMatch(/Test Files {2}4 passed \| 2 skipped \(6\)/)
    expect(status, output).toBe(0)
  })

  test('has the right types', () => {
    const { status, output } = tool('tsc', '-p', 'tsconfig.node.json')
    expect(status, output).toBe(0)
  })

  test('is formatted', () => {
    const { status, output } = tool('biome', 'ci', 'src/constructions', 'tests/sweep')
    expect(status, output).toBe(0)
  })

  test('is on the command line', () => {
    const { status, output } = tool(
      'tsx',
      'scripts/cli.ts',
      'model',
      'three-key-mean',
      '{"score": 0, "n": 4}',
    )
    expect(JSON.parse(output)).toMatchObject({ weight: 0.25, others: 3 })
    expect(status).toBe(0)
  })
})

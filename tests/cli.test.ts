import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { constructions } from '../src/constructions'
import { softmax } from '../src/core/attention/softmax'

// Starting the command line takes a second, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

/** The command line, built once: through tsx every start would compile it again. */
const CLI = [join(buildCli(), 'cli.js')]

function buildCli(): string {
  // Beside node_modules, where it finds its packages.
  const folder = resolve('.cache/cli')
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'scripts/vite/cli.config.ts']
  const { status, stderr } = spawnSync(process.execPath, [...vite, '--outDir', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the command line could not be built: ${stderr}`)
  return folder
}

/** Runs the command line to its end. */
function cli(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...CLI, ...args], {
    input,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const asked = (...args: readonly string[]) => cli(args)
const answersTo = (requests: readonly string[]) =>
  cli(['batch'], requests.join('\n')).stdout.trimEnd().split('\n')

describe('commands', () => {
  test('list names constructions and params, for people and for programs', () => {
    const { status, stdout } = asked('list')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^two-key-average: Averaging two keys, 1\(b\)$/m)
    expect(stdout).toMatch(/^ {2}n +Number of keys +a whole number from 2 to 1000000, initially 10$/m)
    const listed = JSON.parse(asked('list', '--json').stdout) as { id: string; params: object }[]
    expect(listed.map(({ id }) => id)).toEqual(constructions.map(({ id }) => id))
    expect(listed.map(({ params }) => params)).toEqual(constructions.map(({ params }) => params))
  })

  test('model prints every intermediate', () => {
    const { status, stdout } = asked('model', 'two-key-average', '{"scale": 800}')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ weights: [0.5, 0.5], leak: 0, coefficients: [800, 800] })
    expect(JSON.parse(asked('model', 'two-key-average', '{"n": 2}').stdout)).toMatchObject({
      logLeak: '-Infinity',
      scaleNeeded: '-Infinity',
    })
    expect(asked('model', 'two-key-average').stdout).toBe(asked('model', 'two-key-average', '{}').stdout)
  })

  test('core evaluates to the last bit', () => {
    const { status, stdout } = asked('core', 'softmax', '[[1, 2, 0.3]]')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toEqual(softmax([1, 2, 0.3]))
  })

  test('help is no failure, and nothing at all is one', () => {
    expect(asked('--help')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Usage: /),
      stderr: '',
    })
    expect(asked('core', '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('softmax(scores'),
    })
    expect(asked()).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(/^Usage: /) })
  })
})

describe('what cannot be answered', () => {
  test.each([
    [['modle'], 'there is no command "modle"; did you mean model?'],
    [['model', '__proto__'], 'there is no construction "__proto__"'],
    [
      ['model', 'single-key', '{"scale": 1001}'],
      'single-key: scale: 1001 is above 1000; expected a number from 0 to 1000',
    ],
    [['model', 'single-key', '{"scale": '], 'params: expected JSON; Unexpected end of JSON input'],
    [['core', 'softmax', '[[1, "x"]]'], 'softmax: scores: expected an array of numbers, got "x" at index 1'],
    [['core', 'softmax', '[["NaN"]]'], 'softmax: expected finite or −∞ scores, got NaN at index 0'],
  ])('%j ends in one line and status 2', (args, reason) => {
    expect(cli(args)).toEqual({ status: 2, stdout: '', stderr: `${reason}\n` })
  })
})

describe('batch', () => {
  test('answers five thousand lines in order', () => {
    const scores = Array.from({ length: 5000 }, (_, i) => [i / 7, 1, -i])
    const requests = scores.map((s) => JSON.stringify({ core: 'softmax', arguments: [s] }))
    const answers = answersTo(requests)
    expect(answers.map((line) => (JSON.parse(line) as { result: unknown }).result)).toEqual(
      scores.map((s) => softmax(s)),
    )
  })

  test('answers what fails with the reason, and goes on', () => {
    const answers = answersTo([
      '{"core": "sum", "arguments": [[1, 2]]}',
      '',
      'nonsense',
      '{"core": "sum", "arguments": [[1, "x"]]}\r',
      '   ',
      '{"core": "sum"}',
      '{"core": "sum", "arguments": [[1]], "model": "single-key"}',
      '{"core": ["sum"], "arguments": [[1]]}',
      '[]',
      '{"model": "two-key-average", "params": {"n": 1}}',
      '{"core": "sum", "arguments": [[1, 3]]}',
    ])
    expect(answers.map((line) => JSON.parse(line) as object)).toEqual([
      { result: 3 },
      { error: expect.stringMatching(/^request: expected JSON; /) },
      { error: 'sum: v: expected an array of numbers, got "x" at index 1' },
      {
        error: expect.stringMatching(
          /^expected the fields core and arguments, model and params, claims and params, or check, got /,
        ),
      },
      { error: expect.stringMatching(/^expected the fields/) },
      { error: 'expected the name of a core function, got an array' },
      { error: 'expected a request object, got an empty array' },
      { error: 'two-key-average: n: 1 is below 2; expected a whole number from 2 to 1000000' },
      { result: 4 },
    ])
  })

  test('models in a batch are those of the command', () => {
    const [line] = answersTo(['{"model": "single-key", "params": {"scale": 2.5}}'])
    const { result } = JSON.parse(line) as { result: unknown }
    expect(result).toEqual(JSON.parse(asked('model', 'single-key', '{"scale": 2.5}').stdout))
  })

  test('takes lines of megabytes', () => {
    const scores = Array.from({ length: 300_000 }, (_, i) => Math.sin(i))
    const request = JSON.stringify({ core: 'logSumExp', arguments: [scores] })
    expect(request.length).toBeGreaterThan(5e6)
    const [before, long, after] = answersTo([
      '{"core": "sum", "arguments": [[1]]}',
      request,
      '{"core": "sum", "arguments": [[2]]}',
    ])
    expect([before, after]).toEqual(['{"result": 1}', '{"result": 2}'])
    expect((JSON.parse(long) as { result: number }).result).toBeCloseTo(Math.log(300_000) + 0.2358, 3)
  })

  test('answers a request before the next one comes, and characters that arrive in pieces', async () => {
    const child = spawn(process.execPath, [...CLI, 'batch'])
    const answer = async (request: Buffer) => {
      child.stdin.write(request.subarray(0, 12))
      setTimeout(() => child.stdin.write(request.subarray(12)), 50)
      const [piece] = (await once(child.stdout, 'data')) as [Buffer]
      return piece.toString()
    }
    expect(await answer(Buffer.from('{"core": "sum", "arguments": [[1, 2]]}\n'))).toBe('{"result": 3}\n')
    expect(await answer(Buffer.from('{"core": "sümme", "arguments": [[1, 2]]}\n'))).toMatch(/"sümme/)
    child.stdin.end()
    expect(await once(child, 'close')).toEqual([0, null])
  })

  test('ends quietly when nobody reads any longer', async () => {
    const child = spawn(process.execPath, [...CLI, 'batch'])
    const errors: Buffer[] = []
    child.stderr.on('data', (piece: Buffer) => errors.push(piece))
    child.stdin.on('error', () => {})
    child.stdin.end('{"core": "softmax", "arguments": [[1, 2, 3]]}\n'.repeat(50_000))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    expect(await once(child, 'close')).toEqual([0, null])
    expect(Buffer.concat(errors).toString()).toBe('')
  })

  test('of nothing answers nothing', () => {
    expect(cli(['batch'])).toEqual({ status: 0, stdout: '', stderr: '' })
  })
})

describe('docs/command-line.md', () => {
  const text = readFileSync('docs/command-line.md', 'utf8')
  const blocks = [...text.matchAll(/```sh\n(.*?)```\n\n```text\n(.*?)```/gs)].map(([, code, printed]) => [
    code,
    printed,
  ])

  test('has something printed after every command', () => {
    expect(blocks.length).toBe(text.split('```sh\n').length - 1)
    expect(blocks.length).toBeGreaterThan(5)
  })

  // Starting npm as well takes as long again: once is enough.
  const shell = `npm() { shift 4; node '${resolve(CLI[0])}' "$@"; }\n`

  test.each(blocks)('%s', (code, printed) => {
    // What the examples write is written where nothing is kept.
    const cwd = mkdtempSync(join(tmpdir(), 'command-line-'))
    const { stdout, stderr } = spawnSync('sh', ['-c', shell + code], { cwd, encoding: 'utf8' })
    rmSync(cwd, { recursive: true })
    expect(stdout).toBe(printed)
    expect(stderr).toBe('')
  })

  test('npm says the same, and ends with the same status', () => {
    const npm = (...args: readonly string[]) =>
      spawnSync('npm', ['run', '-s', 'cli', '--', ...args], { encoding: 'utf8' })
    expect(npm('core', 'sum', '[[1, 2]]')).toMatchObject({ status: 0, stdout: '3\n', stderr: '' })
    expect(npm('core', 'sum', '[1]')).toMatchObject({ status: 2, stdout: '' })
  })
})

import { readFileSync } from 'node:fs'
import { constructions } from '../../src/constructions'
import { exercises } from '../../src/constructions/exercise-registry'
import { answers } from './batch'
import { claimResults } from './claims'
import { constructionRecord, constructionText, signatures } from './describe'
import { coreResult, modelResult } from './evaluate'
import { isRecord, jsonLines, jsonText, readJson } from './json'
import { entryOf } from './names'
import { counted, RequestError, reasonOf, shown } from './request-error'

/** What a command prints, in pieces. */
type Output = Iterable<string> | AsyncIterable<string>

interface Command {
  /** Its arguments, as in the usage. */
  readonly synopsis: string
  readonly summary: string
  /** What `command --help` adds to that. */
  details?(): string
  /** Least and largest number of arguments. */
  readonly arity: readonly [number, number]
  run(args: readonly string[], input: AsyncIterable<string>): Output
}

const list: Command = {
  synopsis: '[--json]',
  summary: 'the constructions and their params',
  arity: [0, 1],
  run([option]) {
    if (option === '--json') return [`${JSON.stringify(constructions.map(constructionRecord), null, 2)}\n`]
    if (option !== undefined) throw new RequestError(`list takes --json or nothing, got ${shown(option)}`)
    return [`${constructions.map(constructionText).join('\n\n')}\n`]
  },
}

const model: Command = {
  synopsis: "<construction> ['<params as JSON>']",
  summary: 'every intermediate of a model, params left out being initial',
  arity: [1, 2],
  run([id, params = '{}']) {
    const result = modelResult(id, readJson(params, 'params'))
    return [`${isRecord(result) ? jsonLines(result) : jsonText(result)}\n`]
  },
}

const claims: Command = {
  synopsis: "<construction> ['<params as JSON>']",
  summary: 'the verdict on every claim, one a line, with the numbers it quotes',
  arity: [1, 2],
  run: ([id, params = '{}']) =>
    claimResults(id, readJson(params, 'params')).map((result) => `${jsonText(result)}\n`),
}

const core: Command = {
  synopsis: "<function> '<array of arguments as JSON>'",
  summary: 'the value of a core function (core --help lists them)',
  details: () => `Functions:\n${signatures()}\n\nNumbers may be "Infinity", "-Infinity" or "NaN".\n`,
  arity: [2, 2],
  run: ([name, args]) => [`${jsonText(coreResult(name, readJson(args, 'arguments')))}\n`],
}

const check: Command = {
  synopsis: '<file>',
  summary: 'one verdict line for each answer of a file',
  details: () =>
    'The file is a proof of check, or a list as [{"part": "b", "answer": {"q": "Q*(k_a + k_b)"}}]. Parts and fields:\n' +
    `${exercises.map(({ part, fields }) => `  ${part}: ${fields.map(({ name }) => name).join(', ')}`).join('\n')}\n`,
  arity: [1, 1],
  async *run([file]) {
    const { checkLines } = await import('./check')
    yield* checkLines(textOf(file))
  },
}

const batch: Command = {
  synopsis: '',
  summary: 'one answer line for each request line of the standard input',
  details: () =>
    'Requests: {"core": "softmax", "arguments": [[1, 2, 3]]} or {"model": "single-key", "params": {"scale": 4}}\n' +
    'or {"claims": "single-key", "params": {"scale": 4}}\n' +
    'or {"check": {"part": "b", "answer": {"q": "Q*(k_a + k_b)"}}}\n' +
    'Answers: {"result": …} or {"error": "…"}, in order; blank lines get none.\n',
  arity: [0, 0],
  run: (_, input) => answers(input),
}

const lab: Command = {
  synopsis: '<what> <request or file>',
  summary: 'what the knowledge lab computes (lab --help lists it)',
  async *run([subject, argument]) {
    // Compiling kernels and drawing people: only for those who ask.
    const { labOutput } = await import('./lab')
    yield* labOutput(subject, argument)
  },
  details: () =>
    'Each takes a request as JSON, or a file with one:\n' +
    '  lab parameters \'{"preset": "assignment", "attention": "vanilla"}\'\n' +
    '  lab corpus \'{"seed": 7}\'\n' +
    '  lab forward <file>\n' +
    '  lab gradient <file>\n' +
    '  lab train \'{"preset": "quartet", "attention": "synthesizer", "seed": 4, "steps": 200}\'\n' +
    'docs/command-line.md says what they hold.\n',
  arity: [2, 2],
}

const commands: Readonly<Record<string, Command>> = { list, model, claims, core, check, batch, lab }

/**
 * What `args`, the words after `npm run -s cli --`, ask to be printed.
 *
 * @throws {RequestError} if they are no command
 */
export function outputOf(args: readonly string[], input: AsyncIterable<string>): Output {
  const [name, ...rest] = args
  if (name === '--help') return [usage()]
  const command = entryOf(commands, name, 'command')
  if (rest.includes('--help')) return [helpOf(name, command)]
  const [least, most] = command.arity
  if (rest.length < least || rest.length > most)
    throw new RequestError(`got ${counted(rest.length, 'argument')}; usage: ${synopsisOf(name)}`)
  return command.run(rest, input)
}

/** How to call the command line. */
export function usage(): string {
  const calls = Object.entries(commands).map(([name, { synopsis }]) => `${name} ${synopsis}`)
  const width = Math.max(...calls.map((call) => call.length))
  const lines = Object.values(commands).map(({ summary }, i) => `  ${calls[i].padEnd(width)}  ${summary}`)
  return `Usage: npm run -s cli -- <command>\n\n${lines.join('\n')}\n`
}

const helpOf = (name: string, { summary, details }: Command) =>
  `Usage: ${synopsisOf(name)}\n\nPrints ${summary}.\n${details ? `\n${details()}` : ''}`

const synopsisOf = (name: string) => `npm run -s cli -- ${name} ${commands[name].synopsis}`.trim()

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new RequestError(`file: ${reasonOf(error)}`, { cause: error })
  }
}

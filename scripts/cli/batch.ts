import { claimResults } from './claims'
import { coreResult, modelResult } from './evaluate'
import { isRecord, jsonText, readJson } from './json'
import { RequestError, reasonOf, shown } from './request-error'

/** Answers are handed on in pieces of about this many characters. */
const PIECE = 65_536

/**
 * One line for each request line of `input`, in order: `{"result": …}` or `{"error": "…"}`. Blank lines ask nothing
 * and get no answer. Every line that has arrived is answered before more is read.
 */
export async function* answers(input: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const lines of linesOf(input)) {
    let piece = ''
    for (const line of lines) {
      if (line.trim() !== '') piece += `${await answer(line)}\n`
      if (piece.length < PIECE) continue
      yield piece
      piece = ''
    }
    yield piece
  }
}

/** The answer to one request line. */
export async function answer(line: string): Promise<string> {
  try {
    return `{"result": ${jsonText(await resultOf(readJson(line, 'request')))}}`
  } catch (error) {
    return `{"error": ${JSON.stringify(reasonOf(error))}}`
  }
}

async function resultOf(request: unknown): Promise<unknown> {
  if (!isRecord(request)) throw new RequestError(`expected a request object, got ${shown(request)}`)
  const fields = Object.keys(request).toSorted().join(' ')
  if (fields === 'arguments core') return coreResult(request['core'], request['arguments'])
  if (fields === 'model' || fields === 'model params')
    return modelResult(request['model'], request['params'] ?? {})
  if (fields === 'claims' || fields === 'claims params')
    return claimResults(request['claims'], request['params'] ?? {})
  if (fields === 'check') {
    // Loading the checker takes as long as all the rest: only for those who ask it.
    const { checkResult } = await import('./check')
    return checkResult(request['check'])
  }
  throw new RequestError(
    `expected the fields core and arguments, model and params, claims and params, or check, got ${shown(fields) || 'none'}`,
  )
}

/** The lines of a text that arrives in pieces, as many at a time as are complete. */
async function* linesOf(input: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  // Pieces of an unfinished line are joined once: a line of megabytes arrives in many.
  let unfinished: string[] = []
  for await (const piece of input) {
    const [first, ...rest] = piece.split('\n')
    unfinished.push(first)
    if (rest.length === 0) continue
    yield [unfinished.join(''), ...rest.slice(0, -1)]
    unfinished = rest.slice(-1)
  }
  yield [unfinished.join('')]
}

import { readFileSync } from 'node:fs'
import { jsonText, readJson } from './json'
import { corpusResult } from './lab-corpus'
import { forwardResult, gradientResult } from './lab-model'
import { parametersResult } from './lab-parameters'
import { trainLines } from './lab-train'
import { entryOf } from './names'
import { RequestError, reasonOf } from './request-error'

type Lines = Iterable<string> | AsyncIterable<string>

/** What `lab <name>` prints for its argument. */
const subjects: Readonly<Record<string, (argument: string) => Lines>> = {
  parameters: (text) => [resultLine(parametersResult(readJson(text, 'request')))],
  corpus: (text) => [resultLine(corpusResult(readJson(text, 'request')))],
  forward: (file) => ofFile(file, forwardResult),
  gradient: (file) => ofFile(file, gradientResult),
  train: (text) => trainLines(readJson(text, 'request')),
}

/**
 * The output of `lab subject argument`.
 *
 * @throws {RequestError} if there is no such subject, or it cannot be asked that
 */
export const labOutput = (subject: string, argument: string): Lines =>
  entryOf(subjects, subject, 'lab command')(argument)

async function* ofFile(file: string, result: (request: unknown) => Promise<unknown>) {
  yield resultLine(await result(readJson(contentOf(file), 'file')))
}

const resultLine = (result: unknown) => `{"result": ${jsonText(result)}}\n`

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new RequestError(`file: ${reasonOf(error)}`, { cause: error })
  }
}

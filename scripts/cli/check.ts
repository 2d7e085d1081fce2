import { check, exerciseOf, type Verdict } from '../../src/checker/verdict/check'
import type { Counterexample } from '../../src/checker/verdict/counterexample'
import { decodeProof, replay } from '../../src/checker/verdict/proof'
import type { Texts } from '../../src/constructions/exercises/exercise'
import { numpyScript } from '../../src/export/numpy-script'
import { isRecord, jsonText, readJson } from './json'
import { RequestError, reasonOf, shown } from './request-error'
import { within } from './shapes'

/**
 * The verdict on the answer that `request`, `{"part": "b", "answer": {"q": "…"}}`, holds: `accept`, `diagnosis` and
 * `counterexample`.
 *
 * @throws {RequestError} if it holds none, or one that cannot be read
 */
export function checkResult(request: unknown): object {
  const { part, answer } = readRequest(request)
  return resultOf(within('check', () => check(exerciseOf(part).part, answer)))
}

/**
 * One line for each answer of a file, which is a proof of check or a list of answers; `{"error": "…"}` for one that
 * cannot be read.
 *
 * @throws {RequestError} if the text is neither
 */
export function* checkLines(text: string): Generator<string> {
  const content = readJson(text, 'file')
  if (Array.isArray(content)) {
    for (const request of content) yield line(() => ({ ...partOf(request), ...checkResult(request) }))
    return
  }
  const decoded = decodeProof(content)
  if (!decoded.ok)
    throw new RequestError(`file: expected a list of answers or a proof of check; ${decoded.message}`)
  for (const entry of decoded.entries)
    yield line(() => {
      const { verdict, agrees } = replay(entry)
      return { part: entry.part, agrees, ...resultOf(verdict) }
    })
}

function line(result: () => object): string {
  try {
    return `${jsonText(result())}\n`
  } catch (error) {
    return `{"error": ${JSON.stringify(reasonOf(error))}}\n`
  }
}

const partOf = (request: unknown) => (isRecord(request) ? { part: request['part'] } : {})

function readRequest(request: unknown): { part: string; answer: Texts } {
  if (!isRecord(request)) throw new RequestError(`check: expected an object, got ${shown(request)}`)
  const { part, answer } = request
  if (typeof part !== 'string') throw new RequestError(`check: part: expected a name, got ${shown(part)}`)
  if (!isRecord(answer)) throw new RequestError(`check: answer: expected an object, got ${shown(answer)}`)
  const { fields } = within('check', () => exerciseOf(part))
  const names = fields.map(({ name }) => name)
  for (const [name, text] of Object.entries(answer)) {
    if (!names.includes(name))
      throw new RequestError(`check: answer: expected the fields ${names.join(', ')}, got ${shown(name)}`)
    if (typeof text !== 'string')
      throw new RequestError(`check: answer: ${name}: expected a text, got ${shown(text)}`)
  }
  return { part, answer: answer as Texts }
}

/** What a verdict says; what was set aside, and letters that are not taken to infinity, where there are any. */
function resultOf({ part, accept, diagnosis, counterexample, unread, setAside, letters }: Verdict): object {
  if (accept === null && unread.length > 0) {
    const [{ field, refused }] = unread
    throw new RequestError(`check: ${field}: ${refused.message}${placeOf(refused)}`)
  }
  const small = letters.filter(({ direction }) => direction !== 'large')
  return {
    accept,
    diagnosis: diagnosis?.id ?? null,
    counterexample: counterexample ? caseOf(part, counterexample) : null,
    ...(Object.keys(setAside).length > 0 ? { setAside } : {}),
    ...(small.length > 0
      ? { letters: Object.fromEntries(small.map(({ name, direction }) => [name, direction])) }
      : {}),
  }
}

/** A counterexample with its script in place of what the script is made of. */
function caseOf(part: string, { reproduction, ...found }: Counterexample): object {
  return { ...found, numpy: numpyScript(exerciseOf(part), reproduction) }
}

/** Where in a text, for people, who count from 1. */
function placeOf({ start, end }: { readonly start: number; readonly end: number }): string {
  if (end <= start) return ''
  return end === start + 1 ? ` (character ${end})` : ` (characters ${start + 1} to ${end})`
}

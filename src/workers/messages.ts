import * as v from 'valibot'

const id = v.pipe(v.number(), v.integer(), v.minValue(1))
const value = v.optional(v.unknown())

const Run = v.object({ type: v.literal('run'), id, job: v.string(), input: value })
const Request = v.variant('type', [Run, v.object({ type: v.literal('cancel'), id })])

const Answer = v.variant('type', [
  v.object({ type: v.literal('progress'), id, value }),
  v.object({ type: v.literal('done'), id, value }),
  v.object({ type: v.literal('failed'), id, message: v.string() }),
])

/** Asks for a run of a job. */
export type RunRequest = v.InferOutput<typeof Run>

/** What a page says to the place where jobs are done: run a job, or do without the run called `id`. */
export type JobRequest = v.InferOutput<typeof Request>

/** What comes back: parts of a result, then the result or why there is none. */
export type JobAnswer = v.InferOutput<typeof Answer>

/** The request in a message, or undefined where it is none. */
export const decodeRequest = (data: unknown): JobRequest | undefined => decoded(Request, data)

/** The answer in a message, or undefined where it is none. */
export const decodeAnswer = (data: unknown): JobAnswer | undefined => decoded(Answer, data)

function decoded<T>(schema: v.GenericSchema<unknown, T>, data: unknown): T | undefined {
  const result = v.safeParse(schema, data)
  return result.success ? result.output : undefined
}

/** The memory of every typed array in `value`, once each: to be transferred rather than copied. */
export function buffersIn(content: unknown): ArrayBuffer[] {
  const seen = new Set<unknown>()
  const visit = (part: unknown): ArrayBuffer[] => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return []
    seen.add(part)
    if (ArrayBuffer.isView(part)) return part.buffer instanceof ArrayBuffer ? visit(part.buffer) : []
    if (part instanceof ArrayBuffer) return [part]
    // Lists of numbers may be long, and hold no memory of their own.
    if (Array.isArray(part)) return typeof part[0] === 'number' ? [] : part.flatMap(visit)
    return Object.values(part).flatMap(visit)
  }
  return visit(content)
}

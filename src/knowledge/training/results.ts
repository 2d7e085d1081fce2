import * as v from 'valibot'
import { evaluationSchema } from './decode-evaluation'
import { standardError } from './evaluation'
import type { Evaluation } from './run'

/** The rows of the notes, as the first preset trains them, the weakest of the notes first. */
export const ROWS = ['unpretrained', 'synthesizer', 'matched', 'vanilla'] as const
export type RowId = (typeof ROWS)[number]

/** What is kept of a finished run besides its weights. */
export interface Result {
  readonly variant: RowId
  readonly seed: number
  /** Milliseconds of one core for a step of training, evaluations apart. */
  readonly msPerStep: number
  readonly engine: 'wasm' | 'relaxed'
  /** Date and minute in UTC, as in `2026-11-27T08:15`. */
  readonly finished: string
  /** At least one. */
  readonly evaluations: readonly Evaluation[]
}

const resultSchema = v.strictObject({
  variant: v.picklist(ROWS),
  seed: v.pipe(v.number(), v.integer(), v.minValue(0)),
  msPerStep: v.pipe(v.number(), v.minValue(0), v.maxValue(60_000)),
  engine: v.picklist(['wasm', 'relaxed']),
  finished: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'is no date with a time')),
  evaluations: v.pipe(v.array(evaluationSchema), v.minLength(1), v.maxLength(2000)),
})

const resultsSchema = v.pipe(v.array(resultSchema), v.minLength(1), v.maxLength(1000))

/** The finished runs of a file, or where and why they are none. Never throws. */
export function readResults(
  foreign: unknown,
): { readonly results: readonly Result[] } | { readonly refused: string } {
  const read = v.safeParse(resultsSchema, foreign)
  if (read.success) return { results: read.output }
  const [issue] = read.issues
  return { refused: `${v.getDotPath(issue) ?? 'the list of runs'}: ${issue.message}` }
}

/** A share of exact answers with its count and its binomial standard error. */
export interface Score {
  readonly share: number
  readonly right: number
  readonly n: number
  readonly error: number
}

/** What a run has come to in the end. */
export function scoreOf({ evaluations }: Pick<Result, 'evaluations'>): Score {
  const { dev, n } = evaluations.at(-1)!
  return { share: dev, right: Math.round(dev * n), n, error: standardError(dev, n) }
}

/** The last place loss of pretraining, in nats; undefined where there was none. */
export const lastPlaceLoss = ({ evaluations }: Pick<Result, 'evaluations'>): number | undefined =>
  evaluations.findLast(({ phase }) => phase === 'pretraining')?.placeLoss

/** The seeds of some results, in order, each once. */
export const seedsOf = (results: readonly Result[]): number[] =>
  [...new Set(results.map(({ seed }) => seed))].toSorted((a, b) => a - b)

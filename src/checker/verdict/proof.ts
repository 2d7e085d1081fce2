import * as v from 'valibot'
import type { Texts } from '../../constructions/exercises/exercise'
import { check, exerciseOf, type Verdict } from './check'

/** Version of the file format, and of the way answers are judged: a file of another one is refused. */
export const PROOF_VERSION = 1

const FORMAT = 'attention-explorer/proof-of-check'

/** More answers than one person gives. */
const MAX_ENTRIES = 10_000
const MAX_CHARACTERS = 20_000

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

const Entry = v.strictObject({
  part: v.picklist(['a', 'b', 'c', 'd', 'e1', 'e']),
  answer: v.record(v.string(), v.pipe(v.string(), v.maxLength(MAX_CHARACTERS))),
  accept: v.nullable(v.boolean()),
  diagnosis: v.nullable(v.string()),
  seed: whole,
  instances: whole,
  scales: v.array(v.number()),
  // JSON has no −∞, which is the logarithm of no error at all.
  margins: v.record(v.string(), v.nullable(v.number())),
})

const Proof = v.strictObject({
  format: v.literal(FORMAT),
  version: v.literal(PROOF_VERSION),
  entries: v.pipe(v.array(Entry), v.maxLength(MAX_ENTRIES)),
})

/** What was found of one answer, with all that it takes to find it again. */
export type ProofEntry = v.InferOutput<typeof Entry>

/** The record of a verdict on `answer`. */
export function proofOf(answer: Texts, verdict: Verdict): ProofEntry {
  const { part, accept, diagnosis, seed, instances, margins } = verdict
  return {
    part,
    answer: { ...answer },
    accept,
    diagnosis: diagnosis?.id ?? null,
    seed,
    instances,
    scales: [...exerciseOf(part).scale.schedule],
    margins: Object.fromEntries(
      Object.entries(margins).map(([id, margin]) => [id, Number.isFinite(margin) ? margin : null]),
    ),
  }
}

/** A proof-of-check file; {@link decodeProof} reads it. */
export function encodeProof(entries: readonly ProofEntry[]): string {
  return `${JSON.stringify({ format: FORMAT, version: PROOF_VERSION, entries }, null, 2)}\n`
}

/** The entries of a proof-of-check file, or why `foreign`, parsed from JSON, is none. Never throws. */
export function decodeProof(
  foreign: unknown,
):
  | { readonly ok: true; readonly entries: readonly ProofEntry[] }
  | { readonly ok: false; readonly message: string } {
  const decoded = v.safeParse(Proof, foreign)
  if (decoded.success) return { ok: true, entries: decoded.output.entries }
  const [issue] = decoded.issues
  return { ok: false, message: `${v.getDotPath(issue) ?? 'proof-of-check'}: ${issue.message}` }
}

/** What judging an answer again finds, and whether that is what the record says, to the last bit. */
export interface Replay {
  readonly verdict: Verdict
  readonly agrees: boolean
}

/** Judges the answer of a record again. */
export function replay(entry: ProofEntry): Replay {
  const verdict = check(entry.part, entry.answer)
  return { verdict, agrees: canonical(proofOf(entry.answer, verdict)) === canonical(entry) }
}

/** JSON whose fields are in order. */
function canonical({ answer, margins, ...rest }: ProofEntry): string {
  const sorted = (record: object) => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([sorted(answer), sorted(margins), sorted(rest)])
}

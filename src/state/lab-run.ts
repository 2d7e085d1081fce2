import * as v from 'valibot'
import { fault } from '../knowledge/model/config'
import { progressEntries } from '../knowledge/training/decode-evaluation'
import { settingSchema } from '../knowledge/training/decode-setting'
import type { RunSetting } from '../knowledge/training/setting'
import type { Snapshot } from '../knowledge/training/snapshot'
import { ANSWER_KINDS, type JudgedAnswer } from '../knowledge/training/sorted-answers'

/** What a training run has come to, as it is kept on the device and exchanged as a file. */
export interface KeptRun {
  readonly id: string
  readonly label: string
  readonly setting: RunSetting
  readonly snapshot: Snapshot
  /** Once it is done: what its model answers. */
  readonly answers?: Answers | undefined
}

export interface Answers {
  readonly dev: readonly JudgedAnswer[]
  readonly unseen: readonly JudgedAnswer[]
}

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const name = v.pipe(v.string(), v.maxLength(80))

/** A setting of a run in the page: within the lab's own bounds, and those of what its controls make, with room. */
const Setting = v.pipe(
  settingSchema,
  v.check(({ model }) => fault({ ...model, vocabulary: 2 }) === undefined, 'is no possible model'),
  v.check(
    ({ model: { positions, width, mlp, heads, headSize = 1 } }) =>
      Math.min(positions, width, mlp) >= 8 && heads <= 16 && headSize <= 128,
    'is a model beyond what this page trains',
  ),
)

const AnswerEntry = v.strictObject({
  name,
  truth: name,
  answer: name,
  probability: share,
  kind: v.picklist(ANSWER_KINDS),
})

const AnswerList = v.pipe(v.array(AnswerEntry), v.maxLength(2000))

const Numbers = v.custom<Float32Array<ArrayBuffer>>(
  (value) => value instanceof Float32Array && value.length <= 2 ** 25 && value.every(Number.isFinite),
  'are not all finite numbers',
)

const Kept = v.strictObject({
  v: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/)),
  label: name,
  setting: Setting,
  snapshot: v.strictObject({
    ...progressEntries,
    numbers: Numbers,
  }),
  answers: v.optional(v.strictObject({ dev: AnswerList, unseen: AnswerList })),
})

/** What is written of a run: data that {@link decodeRun} takes. */
export const encodeRun = ({ id, label, setting, snapshot, answers }: KeptRun) => ({
  v: 1,
  id,
  label,
  setting,
  snapshot,
  ...(answers ? { answers } : {}),
})

/** A kept run, or where and why it is none, in one sentence. Never throws. */
export function decodeRun(foreign: unknown): KeptRun | { readonly refused: string } {
  const read = v.safeParse(Kept, foreign)
  if (!read.success) {
    const [issue] = read.issues
    return { refused: `${v.getDotPath(issue) ?? 'the run'}: ${issue.message}` }
  }
  const { v: _, ...run } = read.output
  return run
}

/** A setting that came from elsewhere, or undefined. */
export function decodeSetting(foreign: unknown): RunSetting | undefined {
  const read = v.safeParse(Setting, foreign)
  return read.success ? read.output : undefined
}

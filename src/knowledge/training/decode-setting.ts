import * as v from 'valibot'
import { CheckpointError } from '../checkpoint/checkpoint'
import { ATTENTION_KINDS, fault } from '../model/config'
import type { RunSetting } from './setting'

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const rate = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
const seed = whole(0, 2 ** 32 - 1)
const kind = v.picklist(ATTENTION_KINDS.filter((name) => name !== 'given'))

/** What a setting may be: bounds that a browser can still train, far above the presets. */
export const settingSchema = v.strictObject({
  seed,
  corpus: v.strictObject({
    seed,
    people: whole(8, 2000),
    friends: whole(0, 3),
    correlation: share,
    namesakes: whole(0, 100),
    paraphrases: v.union([v.literal('fresh'), whole(1, 100)]),
    shuffles: v.boolean(),
    tokens: v.picklist(['pieces', 'characters']),
  }),
  model: v.strictObject({
    positions: whole(2, 512),
    width: whole(1, 512),
    layers: whole(1, 8),
    heads: whole(1, 64),
    mlp: whole(1, 2048),
    attention: v.union([kind, v.array(kind)]),
    headSize: v.exactOptional(whole(1, 512)),
    shared: v.exactOptional(v.boolean()),
    rotary: v.exactOptional(v.boolean()),
  }),
  training: v.strictObject({
    pretrainSteps: whole(0, 1_000_000),
    pretrainRate: rate,
    finetuneSteps: whole(0, 100_000),
    finetuneRate: rate,
    rows: whole(1, 256),
    placeShare: share,
    evaluateEvery: whole(1, 1_000_000),
  }),
})

/** What is wrong with a foreign setting, with the path of the field; or the setting. */
export function readSetting(foreign: unknown): { readonly setting: RunSetting } | { readonly wrong: string } {
  const result = v.safeParse(settingSchema, foreign)
  if (!result.success) {
    const [issue] = result.issues
    return { wrong: `${v.getDotPath(issue) ?? 'setting'}: ${issue.message}` }
  }
  const wrong = fault({ ...result.output.model, vocabulary: 2 })
  return wrong === undefined ? { setting: result.output } : { wrong: `model.${wrong}` }
}

/**
 * A setting from a file or a link.
 *
 * @throws {CheckpointError} naming the field that cannot be
 */
export function decodeSetting(foreign: unknown): RunSetting {
  const read = readSetting(foreign)
  if ('wrong' in read) throw new CheckpointError(`The setting is not one of a run: ${read.wrong}`)
  return read.setting
}

import { batchOf, type Row } from '../corpus/spans'
import { shuffled, stream } from '../corpus/streams'
import type { Engine } from '../engine/kernels'
import type { AttentionKind, ModelConfig } from '../model/config'
import { drawParameters } from '../model/parameters'
import { createTransformer, type Transformer } from '../model/transformer'
import { learn, schedule } from '../training/optimizer'

/** Associative recall: pairs of a key and a value in one sequence, then each key again; what was its value? */
export interface RecallSetting {
  readonly seed: number
  readonly pairs: number
  readonly width: number
  readonly attention: AttentionKind
  readonly steps: number
}

/** Share of right values on fresh sequences at a step; chance is 1/{@link VALUES}. */
export interface RecallPoint {
  readonly step: number
  readonly accuracy: number
  readonly loss: number
}

/** Keys and values that there are. */
export const KEYS = 16
export const VALUES = 16
const ROWS = 32
const TESTED = 8

/** How many values a point of so many pairs is the mean over. */
export const askedAt = (pairs: number) => TESTED * ROWS * pairs

/**
 * Trains a model of two layers on recall from scratch: one point every twentieth of the steps. A generator, so that
 * whoever runs it can pause or stop between two steps.
 */
export function* recall(engine: Engine, setting: RecallSetting): Generator<RecallPoint | undefined> {
  const config: ModelConfig = {
    vocabulary: KEYS + VALUES,
    positions: 4 * setting.pairs,
    width: setting.width,
    layers: 2,
    heads: 4,
    mlp: 2 * setting.width,
    attention: setting.attention,
  }
  const model = createTransformer(engine, config, ROWS, 4 * setting.pairs - 1)
  drawParameters(model.parameters, stream(setting.seed, 'parameters'))
  const every = Math.max(1, Math.floor(setting.steps / 20))
  for (let step = 0; step <= setting.steps; step++) {
    if (step % every === 0 || step === setting.steps) yield tested(model, setting, step)
    if (step === setting.steps) return
    learn(model, batchOf(drawRows(setting, step + TESTED), 0), 3e-3 * schedule(step, setting.steps), step)
    yield undefined
  }
}

/** Sequences of distinct keys, each followed by its value, then all of them again in another order. */
function drawRows({ seed, pairs }: RecallSetting, step: number): Row[] {
  const random = stream(seed, 'recall', step)
  return Array.from({ length: ROWS }, () => {
    const keys = Array.from({ length: KEYS }, (_, key) => key)
    for (let i = 0; i < pairs; i++) {
      const j = random.integer(i, KEYS - 1)
      ;[keys[i], keys[j]] = [keys[j], keys[i]]
    }
    const values = Array.from({ length: pairs }, () => KEYS + random.integer(0, VALUES - 1))
    const asked = shuffled(
      values.map((_, i) => i),
      random,
    )
    const shown = values.flatMap((value, i) => [keys[i], value])
    const sequence = [...shown, ...asked.flatMap((i) => [keys[i], values[i]])]
    const isAsked = (i: number) => i >= 2 * pairs && i % 2 === 0
    const inputs = sequence.slice(0, -1)
    return { inputs, targets: inputs.map((_, i) => (isAsked(i) ? sequence[i + 1] : -1)) }
  })
}

/** Accuracy on the sequences of the first {@link TESTED} steps, which training leaves out. */
function tested(model: Transformer, setting: RecallSetting, step: number): RecallPoint {
  const { vocabulary } = model.config
  let [right, asked, loss] = [0, 0, 0]
  for (let test = 0; test < TESTED; test++) {
    const { tokens, targets, batch } = batchOf(drawRows(setting, test), 0)
    model.forward(tokens, batch)
    loss += model.loss(targets) / TESTED
    for (const [at, target] of targets.entries()) {
      if (target < 0) continue
      const logits = model.logits.subarray(at * vocabulary, (at + 1) * vocabulary)
      asked++
      if (logits.indexOf(Math.max(...logits)) === target) right++
    }
  }
  return { step, accuracy: right / asked, loss }
}

import type { Corpus } from '../corpus/corpus'
import { stream } from '../corpus/streams'
import type { Engine, Floats } from '../engine/kernels'
import { drawParameters } from '../model/parameters'
import { createTransformer, type Transformer } from '../model/transformer'
import { pretrainingBatch } from '../training/batches'
import { placeLosses } from '../training/evaluation'
import { optimize, schedule } from '../training/optimizer'
import type { RunSetting } from '../training/setting'

/** A model that learns everything but where to look: that it is handed by a trained one. */
export interface Transplant {
  readonly model: Transformer
  /** Steps that are done. */
  readonly step: number
  /** One step of pretraining on the donor's attention weights; returns the loss. */
  advance(): number
  /** The student on any batch, looking where the donor looks. */
  forward(tokens: Int32Array, batch: { readonly rows: number; readonly length: number }): void
}

/**
 * A fresh model beside a trained `donor`, whose attention weights it uses in every layer and never changes: what
 * separates where a model looks from how many parameters it has.
 *
 * @param donor - of as many layers and heads as the setting says, on `corpus`
 */
export function transplant(
  engine: Engine,
  donor: Transformer,
  corpus: Corpus,
  setting: RunSetting,
): Transplant {
  const { rows, pretrainRate, pretrainSteps } = setting.training
  const config = { ...donor.config, attention: 'given' } as const
  const model = createTransformer(engine, config, rows, donor.roomFor.length)
  drawParameters(model.parameters, stream(setting.seed, 'parameters'))
  let step = 0
  const forward: Transplant['forward'] = (tokens, batch) => {
    donor.forward(tokens, batch)
    model.forward(
      tokens,
      batch,
      donor.blocks.map(({ attention }): Floats => attention.weights),
    )
  }
  return {
    model,
    forward,
    get step() {
      return step
    },
    advance() {
      const { tokens, targets, batch } = pretrainingBatch(corpus, setting, step)
      forward(tokens, batch)
      const loss = model.loss(targets)
      model.backward(targets)
      optimize(model, pretrainRate * schedule(step, pretrainSteps), ++step)
      return loss
    },
  }
}

/** What a model has learnt on another's attention at a step: nats a place costs it, in a paragraph about a dev person. */
export interface TransplantPoint {
  readonly step: number
  readonly placeLoss: number
}

/**
 * Trains a transplant for as many steps as `setting` pretrains: one point every twentieth of them. A generator, so that
 * whoever runs it can pause or stop between two steps.
 */
export function* transplantCurve(
  engine: Engine,
  donor: Transformer,
  corpus: Corpus,
  setting: RunSetting,
): Generator<TransplantPoint | undefined> {
  const student = transplant(engine, donor, corpus, setting)
  const looking = { ...student.model, forward: student.forward }
  const { pretrainSteps: steps } = setting.training
  const every = Math.max(1, Math.floor(steps / 20))
  for (;;) {
    const { step } = student
    if (step % every === 0 || step === steps)
      yield { step, placeLoss: placeLosses(looking, corpus).placeLoss }
    if (step === steps) return
    student.advance()
    yield undefined
  }
}

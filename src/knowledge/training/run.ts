import { type Corpus, createCorpus } from '../corpus/corpus'
import { stream } from '../corpus/streams'
import type { Engine } from '../engine/kernels'
import { longest, type ModelConfig } from '../model/config'
import { drawParameters, setValues, valuesOf } from '../model/parameters'
import { createTransformer, type Transformer } from '../model/transformer'
import { finetuningBatch, pretrainingBatch } from './batches'
import { devAccuracy, placeLosses } from './evaluation'
import { learn, resetMoments, schedule } from './optimizer'
import { type RunSetting, totalSteps } from './setting'

/** What is known of a run at one step. */
export interface Evaluation {
  /** Steps of training before it, pretraining and finetuning together. */
  readonly step: number
  readonly phase: 'pretraining' | 'finetuning'
  /** Passes over the questions: while pretraining, of a copy that is finetuned for a few. */
  readonly epoch: number
  /** Mean training loss since the evaluation before, in nats a token; before the first step that of its batch. */
  readonly loss: number
  readonly placeLoss: number
  readonly unseenLoss: number
  /** Share of dev people whose city is answered exactly, of `n`. */
  readonly dev: number
  readonly n: number
}

/** A model in training. Each call does one piece of work and returns. */
export interface Run {
  readonly setting: RunSetting
  readonly corpus: Corpus
  readonly model: Transformer
  /** Steps that are done. */
  readonly step: number
  readonly total: number
  /** Evaluations so far, in the order of their steps. */
  readonly evaluations: readonly Evaluation[]
  /** Sum of the losses since the last evaluation, and how many: part of what a snapshot keeps. */
  readonly pending: { readonly sum: number; readonly count: number }
  /**
   * One step of training; returns its loss.
   *
   * @throws {RangeError} if training has diverged
   */
  advance(): number
  /** Whether the setting wants an evaluation here. */
  isEvaluationDue(): boolean
  /** Evaluates, while pretraining on a copy that is finetuned for {@link COPY_EPOCHS}; the run itself goes on as it was. */
  evaluate(): Evaluation
}

/** Where a run goes on from. Parameters and moments are set by who has them. */
export interface Progress {
  readonly step: number
  readonly evaluations: readonly Evaluation[]
  readonly pending: { readonly sum: number; readonly count: number }
}

/** Epochs that a copy is finetuned for, so that an unfinished model can be asked. */
export const COPY_EPOCHS = 4

const START: Progress = { step: 0, evaluations: [], pending: { sum: 0, count: 0 } }

/** The shape of a run's model. */
export function modelOf({ model }: RunSetting, { tokenizer }: Corpus): ModelConfig {
  return { ...model, vocabulary: tokenizer.vocabulary.length }
}

/**
 * A run at its start, or where `progress` says.
 *
 * @throws {RangeError} if the setting is impossible
 */
export function createRun(engine: Engine, setting: RunSetting, progress: Progress = START): Run {
  const corpus = createCorpus(setting.corpus)
  const config = modelOf(setting, corpus)
  const model = createTransformer(engine, config, setting.training.rows, longest(config))
  drawParameters(model.parameters, stream(setting.seed, 'parameters'))
  let { step } = progress
  let pending = progress.pending
  const evaluations = progress.evaluations.slice()
  const { pretrainSteps } = setting.training

  return {
    setting,
    corpus,
    model,
    total: totalSteps(setting),
    evaluations,
    get step() {
      return step
    },
    get pending() {
      return pending
    },
    advance() {
      if (step === pretrainSteps) resetMoments(model)
      const loss =
        step < pretrainSteps
          ? pretrain(model, corpus, setting, step)
          : finetune(model, corpus, setting, step - pretrainSteps)
      step++
      pending = { sum: pending.sum + loss, count: pending.count + 1 }
      return loss
    },
    isEvaluationDue: () => evaluations.at(-1)?.step !== step && isDue(setting, step),
    evaluate() {
      const epochSteps = stepsPerEpoch(setting, corpus)
      const isPretraining = step <= pretrainSteps && pretrainSteps > 0
      const losses = placeLosses(model, corpus)
      const accuracy = isPretraining
        ? withCopy(model, () => {
            for (let i = 0; i < COPY_EPOCHS * epochSteps; i++) finetune(model, corpus, setting, i)
            return devAccuracy(model, corpus)
          })
        : devAccuracy(model, corpus)
      const evaluation: Evaluation = {
        step,
        phase: isPretraining ? 'pretraining' : 'finetuning',
        epoch: isPretraining ? COPY_EPOCHS : (step - pretrainSteps) / epochSteps,
        loss: pending.count === 0 ? nextLoss(model, corpus, setting, step) : pending.sum / pending.count,
        ...losses,
        ...accuracy,
      }
      evaluations.push(evaluation)
      pending = START.pending
      return evaluation
    },
  }
}

function pretrain(model: Transformer, corpus: Corpus, setting: RunSetting, step: number): number {
  const { pretrainRate, pretrainSteps } = setting.training
  return learn(
    model,
    pretrainingBatch(corpus, setting, step),
    pretrainRate * schedule(step, pretrainSteps),
    step,
  )
}

function finetune(model: Transformer, corpus: Corpus, setting: RunSetting, step: number): number {
  if (step === 0) resetMoments(model)
  return learn(model, finetuningBatch(corpus, setting, step), setting.training.finetuneRate, step)
}

/** The loss of the step that comes next, without learning from it. */
function nextLoss(model: Transformer, corpus: Corpus, setting: RunSetting, step: number): number {
  const { pretrainSteps } = setting.training
  const isPretraining = step < pretrainSteps
  const { tokens, targets, batch } = isPretraining
    ? pretrainingBatch(corpus, setting, step)
    : finetuningBatch(corpus, setting, step - pretrainSteps)
  model.forward(tokens, batch)
  return model.loss(targets)
}

/** What `use` returns; afterwards parameters and moments are what they were. */
function withCopy<Result>(model: Transformer, use: () => Result): Result {
  const values = valuesOf(model.parameters)
  const moments = [...model.parameters.values()].map(({ first, second }) => [first.slice(), second.slice()])
  const result = use()
  setValues(model.parameters, values)
  ;[...model.parameters.values()].forEach(({ first, second }, i) => {
    first.set(moments[i][0])
    second.set(moments[i][1])
  })
  return result
}

/** Steps in which every question comes once, rounded up. */
export function stepsPerEpoch({ training }: RunSetting, { people }: Corpus): number {
  return Math.max(1, Math.ceil(people.filter(({ half }) => half === 'train').length / training.rows))
}

/** At the start, every so many steps, at both ends of finetuning, and once an epoch of it. */
function isDue(setting: RunSetting, step: number): boolean {
  const { pretrainSteps, evaluateEvery, finetuneSteps } = setting.training
  if (step <= pretrainSteps) return step % evaluateEvery === 0 || step === pretrainSteps
  const each = Math.max(1, Math.ceil(finetuneSteps / 8))
  return step === pretrainSteps + finetuneSteps || (step - pretrainSteps) % each === 0
}

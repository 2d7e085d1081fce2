import { type Corpus, createCorpus } from '../../knowledge/corpus/corpus'
import { fastestEngine } from '../../knowledge/engine/fastest'
import { longest } from '../../knowledge/model/config'
import { createTransformer, type Transformer } from '../../knowledge/model/transformer'
import { modelOf } from '../../knowledge/training/run'
import { restore } from '../../knowledge/training/snapshot'
import type { KeptRun } from '../../state/lab-run'

/** A trained model that questions can be put to, with the corpus that it was trained on. */
export interface OpenModel {
  readonly run: KeptRun
  readonly model: Transformer
  readonly corpus: Corpus
}

/** Sequences that are asked at once: one prompt, or a few names. */
const ROWS = 8

const opened = new WeakMap<KeptRun['snapshot'], OpenModel>()

/** The model that a run has come to; opened once for each snapshot. */
export function openModel(run: KeptRun): OpenModel {
  const before = opened.get(run.snapshot)
  if (before) return before
  const corpus = createCorpus(run.setting.corpus)
  const config = modelOf(run.setting, corpus)
  const model = createTransformer(fastestEngine().engine, config, ROWS, longest(config))
  restore(model.parameters, run.snapshot.numbers)
  const open = { run, model, corpus }
  opened.set(run.snapshot, open)
  return open
}

/** Runs whose models can be asked. */
export const isAskable = ({ snapshot }: KeptRun) => snapshot.numbers.length > 0 && snapshot.step > 0

/** The latest pretrained run with attention of a kind, of its usual inner width if there is one. */
export function latestOf<R extends KeptRun>(
  runs: readonly R[],
  kind: 'vanilla' | 'synthesizer',
): R | undefined {
  const own = runs.filter(
    ({ setting: { model, training } }) => model.attention === kind && training.pretrainSteps > 0,
  )
  return own.findLast(({ setting }) => setting.model.headSize === undefined) ?? own.at(-1)
}

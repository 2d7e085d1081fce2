import type { CorpusSetting } from '../corpus/corpus'
import type { AttentionKind, ModelConfig } from '../model/config'

/** How a model is trained. */
export interface TrainingSetting {
  /** 0 for none. */
  readonly pretrainSteps: number
  readonly pretrainRate: number
  readonly finetuneSteps: number
  readonly finetuneRate: number
  /** Rows of a step. */
  readonly rows: number
  /** Share of pretraining rows that mask exactly the place; the others mask a random span. */
  readonly placeShare: number
  /** Pretraining steps between two evaluations. */
  readonly evaluateEvery: number
}

/** Everything that a run depends on: two runs of one setting on one engine are equal bit for bit. */
export interface RunSetting {
  /** Of parameters and batches; the corpus has its own. */
  readonly seed: number
  readonly corpus: CorpusSetting
  readonly model: Omit<ModelConfig, 'vocabulary'>
  readonly training: TrainingSetting
}

/** The setting in which a vanilla and a Synthesizer model differ most; the other settings are changes of it. */
export const baseSetting: RunSetting = {
  seed: 1,
  corpus: {
    seed: 1,
    people: 144,
    friends: 3,
    correlation: 0.65,
    namesakes: 0,
    paraphrases: 'fresh',
    shuffles: true,
    tokens: 'pieces',
  },
  model: { positions: 40, width: 64, layers: 2, heads: 8, mlp: 256, attention: 'vanilla' },
  training: {
    pretrainSteps: 2400,
    pretrainRate: 5e-3,
    finetuneSteps: 40,
    finetuneRate: 5e-4,
    rows: 16,
    placeShare: 0.75,
    evaluateEvery: 150,
  },
}

/** Inner width of a Synthesizer that has as many parameters as the vanilla model of the base setting. */
export const MATCHED_SIZE = 14

/** Changes of a setting, part by part. */
export interface SettingChanges {
  readonly seed?: number
  readonly corpus?: Partial<CorpusSetting>
  readonly model?: Partial<RunSetting['model']>
  readonly training?: Partial<TrainingSetting>
}

/** `setting` with some of its parts changed. */
export function settingWith(setting: RunSetting, changes: SettingChanges): RunSetting {
  return {
    seed: changes.seed ?? setting.seed,
    corpus: { ...setting.corpus, ...changes.corpus },
    model: { ...setting.model, ...changes.model },
    training: { ...setting.training, ...changes.training },
  }
}

/** `setting` with one seed for corpus, parameters and batches. */
export const seeded = (setting: RunSetting, seed: number) => settingWith(setting, { seed, corpus: { seed } })

/** Pretraining and finetuning steps together. */
export const totalSteps = ({ training }: RunSetting) => training.pretrainSteps + training.finetuneSteps

/** How the attention of a setting is called: its kind, or its kinds in the order of the layers. */
export function attentionName(attention: AttentionKind | readonly AttentionKind[]): string {
  return typeof attention === 'string' ? attention : attention.join(' + ')
}

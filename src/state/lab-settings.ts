import { initialParams, type ParamSpecs, type ParamValues } from '../constructions/params'
import { ATTENTION_KINDS, type AttentionKind } from '../knowledge/model/config'
import { baseSetting, MATCHED_SIZE, type RunSetting, settingWith } from '../knowledge/training/setting'

const { corpus, model, training } = baseSetting

const KIND_NAMES: Readonly<Record<AttentionKind, string>> = {
  vanilla: 'vanilla',
  synthesizer: 'dense Synthesizer',
  random: 'random',
  fixed: 'fixed random',
  uniform: 'uniform',
  given: 'taken from another model',
}

const kinds = ATTENTION_KINDS.filter((kind) => kind !== 'given').map((value) => ({
  value,
  label: KIND_NAMES[value],
}))

const whole = { kind: 'number', role: 'plain', scale: 'linear', integer: true, tex: '' } as const
const share = { kind: 'number', role: 'plain', scale: 'linear', step: 0.01, min: 0, max: 1, tex: '' } as const
const choice = { kind: 'choice', role: 'plain', tex: '' } as const

/** What a person may change of the next runs; one declaration for controls, names and limits. */
export const labSpecs = {
  people: { ...whole, label: 'People', min: 16, max: 400, step: 8, initial: corpus.people },
  steps: {
    ...whole,
    label: 'Pretraining steps',
    min: 0,
    max: 6400,
    step: 100,
    initial: training.pretrainSteps,
  },
  seed: { ...whole, label: 'Seed', min: 0, max: 9999, step: 1, initial: 1 },
  correlation: { ...share, label: 'Name tells region', initial: corpus.correlation },
  friends: { ...whole, label: 'Friends per paragraph', min: 0, max: 3, step: 1, initial: corpus.friends },
  placeShare: { ...share, label: 'Rows that mask exactly the place', initial: training.placeShare },
  headSize: { ...whole, label: 'Inner width of a Synthesizer head', min: 2, max: 32, step: 2, initial: 8 },
  namesakes: {
    ...whole,
    label: 'Pairs who share a name',
    min: 0,
    max: 16,
    step: 1,
    initial: corpus.namesakes,
  },
  paraphrases: {
    ...choice,
    label: 'Paragraphs per person',
    options: [
      { value: 'fresh', label: 'a new one each time' },
      { value: '5', label: '5' },
      { value: '1', label: '1' },
    ],
    initial: 'fresh',
  },
  shuffles: {
    ...choice,
    label: 'Order of friends',
    options: [
      { value: 'yes', label: 'shuffled' },
      { value: 'no', label: 'always the same' },
    ],
    initial: 'yes',
  },
  layer1: { ...choice, label: 'Own model, layer 1', options: kinds, initial: 'vanilla' },
  layer2: { ...choice, label: 'Own model, layer 2', options: kinds, initial: 'synthesizer' },
  positions: {
    ...choice,
    label: 'Positions',
    options: [
      { value: 'learned', label: 'learned' },
      { value: 'rotary', label: 'rotary' },
    ],
    initial: 'learned',
  },
  tokens: {
    ...choice,
    label: 'Tokens',
    options: [
      { value: 'pieces', label: 'pieces of three letters' },
      { value: 'characters', label: 'characters: slow, and the order is not safe' },
    ],
    initial: 'pieces',
  },
} as const satisfies ParamSpecs

export type LabParams = ParamValues<typeof labSpecs>

/** The first controls; the others are folded. */
export const FIRST = ['people', 'steps', 'seed', 'correlation', 'friends'] as const

/** The models that can be trained side by side. */
export const VARIANTS = [
  { id: 'vanilla', label: 'vanilla', words: 'attention from queries and keys' },
  { id: 'synthesizer', label: 'Synthesizer', words: 'scores from a token’s own position' },
  { id: 'matched', label: 'Synthesizer, matched', words: 'with as many parameters as vanilla' },
  { id: 'unpretrained', label: 'no pretraining', words: 'finetuning alone, 75 epochs' },
  { id: 'own', label: 'own model', words: 'attention chosen for each layer' },
] as const
export type VariantId = (typeof VARIANTS)[number]['id']

/** The setting of the run that `params` describe for one of the models. */
export function settingOf(params: LabParams, variant: VariantId): RunSetting {
  const { people, friends, correlation, namesakes, shuffles, tokens, seed, steps, placeShare } = params
  const paraphrases = params.paraphrases === 'fresh' ? 'fresh' : Number(params.paraphrases)
  const pairs = Math.min(namesakes, Math.floor(people / 4))
  const common = settingWith(baseSetting, {
    seed,
    corpus: {
      seed,
      people,
      friends,
      correlation,
      namesakes: pairs,
      paraphrases,
      shuffles: shuffles === 'yes',
      tokens,
    },
    model: {
      positions: tokens === 'characters' ? 128 : model.positions,
      ...(params.positions === 'rotary' ? { rotary: true } : {}),
    },
    training: { pretrainSteps: steps, placeShare, evaluateEvery: Math.max(20, Math.round(steps / 16)) },
  })
  return settingWith(common, changesOf(variant, params))
}

function changesOf(variant: VariantId, { headSize, layer1, layer2, people }: LabParams) {
  const own = headSize === model.width / model.heads ? {} : { headSize }
  switch (variant) {
    case 'vanilla':
      return {}
    case 'synthesizer':
      return { model: { attention: 'synthesizer' as const, ...own } }
    case 'matched':
      return { model: { attention: 'synthesizer' as const, headSize: MATCHED_SIZE } }
    case 'unpretrained':
      return { training: { pretrainSteps: 0, finetuneSteps: Math.ceil((75 * people) / 2 / training.rows) } }
    case 'own':
      return { model: { attention: layer1 === layer2 ? layer1 : ([layer1, layer2] as const), ...own } }
  }
}

/** The params under which `setting` would be trained, so that a preset can be put into the controls. */
export function paramsOf({ seed, corpus: c, model: m, training: t }: RunSetting): Partial<LabParams> {
  return {
    seed,
    people: c.people,
    friends: c.friends,
    correlation: c.correlation,
    namesakes: c.namesakes,
    paraphrases: c.paraphrases === 'fresh' ? 'fresh' : c.paraphrases === 1 ? '1' : '5',
    shuffles: c.shuffles ? 'yes' : 'no',
    tokens: c.tokens,
    steps: t.pretrainSteps,
    placeShare: t.placeShare,
    positions: m.rotary ? 'rotary' : 'learned',
  }
}

/** What sets a run apart from the base, in words: `attention: synthesizer; seed 1 → 2`; empty for the base itself. */
export function differences(setting: RunSetting, base: RunSetting = baseSetting): string[] {
  const attention = [setting, base].map(({ model: { attention: kind } }) =>
    typeof kind === 'string' ? KIND_NAMES[kind] : kind.map((one) => KIND_NAMES[one]).join(', then '),
  )
  const changed = (name: string, from: unknown, to: unknown) =>
    from === to ? [] : [`${name} ${String(from)} → ${String(to)}`]
  return [
    ...(attention[0] === attention[1] ? [] : [`attention: ${attention[0]}`]),
    ...changed('inner width', base.model.headSize ?? 8, setting.model.headSize ?? 8),
    ...changed(
      'positions',
      base.model.rotary ? 'rotary' : 'learned',
      setting.model.rotary ? 'rotary' : 'learned',
    ),
    ...changed('seed', base.seed, setting.seed),
    ...changed('people', base.corpus.people, setting.corpus.people),
    ...changed('friends', base.corpus.friends, setting.corpus.friends),
    ...changed('name → region', base.corpus.correlation, setting.corpus.correlation),
    ...changed('shared names', base.corpus.namesakes, setting.corpus.namesakes),
    ...changed('paragraphs', base.corpus.paraphrases, setting.corpus.paraphrases),
    ...changed('shuffled', base.corpus.shuffles, setting.corpus.shuffles),
    ...changed('tokens', base.corpus.tokens, setting.corpus.tokens),
    ...changed('place rows', base.training.placeShare, setting.training.placeShare),
    ...changed('pretraining', base.training.pretrainSteps, setting.training.pretrainSteps),
    ...changed('finetuning', base.training.finetuneSteps, setting.training.finetuneSteps),
  ]
}

/** The parts of the lab. */
export const LAB_TABS = ['train', 'inside', 'part3', 'cause'] as const
export type LabTab = (typeof LAB_TABS)[number]

/** What of the lab belongs to the session: the open part, and the setting of the next runs. */
export interface LabState {
  readonly tab: LabTab
  readonly params: LabParams
}

export const initialLab = (): LabState => ({ tab: 'train', params: initialParams(labSpecs) })

import type { ModelConfig } from '../model/config'
import { baseSetting, MATCHED_SIZE, type RunSetting, type SettingChanges, settingWith } from './setting'

/** The model of the assignment, of which the notes' numbers are. */
export const assignmentModel: ModelConfig = {
  vocabulary: 256,
  positions: 128,
  width: 256,
  layers: 4,
  heads: 8,
  mlp: 1024,
  attention: 'vanilla',
}

/** One curve of a preset. */
export interface Variant {
  readonly id: string
  readonly label: string
  readonly setting: RunSetting
}

/** Runs that show one finding side by side. */
export interface Preset {
  readonly id: string
  readonly title: string
  /** The title on a button, among others. */
  readonly short: string
  /** What it is about, in one sentence; of the first preset a description, of the others what a prototype showed. */
  readonly finding: string
  /** Whether runs of it ship with the page; findings of the others were not trained again. */
  readonly ships: boolean
  readonly variants: readonly Variant[]
}

const vanilla: SettingChanges = {}
const synthesizer: SettingChanges = { model: { attention: 'synthesizer' } }
const matched: SettingChanges = { model: { attention: 'synthesizer', headSize: MATCHED_SIZE } }
/** 75 epochs of questions, as the assignment trains without pretraining. */
const unpretrained: SettingChanges = {
  training: { pretrainSteps: 0, finetuneSteps: 338 },
}

/** The two models under changes that both share. */
function pair(changes: SettingChanges): Variant[] {
  const setting = settingWith(baseSetting, changes)
  return [
    { id: 'vanilla', label: 'vanilla', setting: settingWith(setting, vanilla) },
    { id: 'synthesizer', label: 'Synthesizer', setting: settingWith(setting, synthesizer) },
  ]
}

/** The presets, the four rows of the notes first. */
export const presets: readonly Preset[] = [
  {
    id: 'quartet',
    title: 'The four rows of the notes',
    short: 'the notes’ four rows',
    finding:
      'Without pretraining, with vanilla attention, and with a Synthesizer of two sizes: who can answer about people that no question was about?',
    ships: true,
    variants: [
      { id: 'unpretrained', label: 'no pretraining', setting: settingWith(baseSetting, unpretrained) },
      ...pair({}),
      {
        id: 'matched',
        label: 'Synthesizer, as many parameters',
        setting: settingWith(baseSetting, matched),
      },
    ],
  },
  {
    id: 'alone',
    title: 'One name in each paragraph',
    short: 'no friends',
    finding: 'Where nothing has to be bound to a role, the Synthesizer is as good.',
    ships: false,
    variants: pair({ corpus: { friends: 0 } }),
  },
  {
    id: 'longer',
    title: 'Twice as many steps',
    short: 'twice the steps',
    finding: 'The gap is one of speed: given twice the steps the Synthesizer catches up.',
    ships: false,
    variants: pair({ training: { pretrainSteps: 4800 } }),
  },
  {
    id: 'spans',
    title: 'Random spans only',
    short: 'random spans',
    finding: 'Without rows that mask exactly the place the two models hardly differ.',
    ships: false,
    variants: pair({ training: { placeShare: 0 } }),
  },
  {
    id: 'once',
    title: 'One wording for each person',
    short: 'one wording',
    finding: 'A text that is always the same is stored, and harder to ask about.',
    ships: false,
    variants: pair({ corpus: { paraphrases: 1, shuffles: false } }),
  },
  {
    id: 'unrelated',
    title: 'Names that say nothing about places',
    short: 'silent names',
    finding: 'Guesses for unseen names lose their leaning towards the name’s region.',
    ships: false,
    variants: pair({ corpus: { correlation: 0.125 } }),
  },
  {
    id: 'namesakes',
    title: 'People who share a name',
    short: 'shared names',
    finding: 'The model answers with one of two true cities, and cannot say that there are two.',
    ships: false,
    variants: pair({ corpus: { namesakes: 8 } }),
  },
  {
    id: 'characters',
    title: 'Character by character',
    short: 'characters',
    finding: 'Slow, and unsafe at this budget: the order changes from seed to seed.',
    ships: false,
    variants: pair({ corpus: { tokens: 'characters' }, model: { positions: 128 } }),
  },
]

/** The preset called `id`, or undefined. */
export const presetOf = (id: string): Preset | undefined => presets.find((preset) => preset.id === id)

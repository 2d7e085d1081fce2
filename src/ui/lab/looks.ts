import { type RunSetting } from '../../knowledge/training/setting'
import type { Ink, Stroke } from '../plot/inks'

/** How a run is drawn: a colour, a line and a marker, so that colour alone never tells runs apart. */
export interface RunLook {
  readonly ink: Ink
  readonly stroke: Stroke
  readonly marker: 'full' | 'hollow'
  /** The marker in words, for the table of runs. */
  readonly words: string
}

/** How the runs of a setting are drawn. */
export function lookOf({ model, training }: RunSetting): RunLook {
  if (training.pretrainSteps === 0)
    return { ink: 'soft', stroke: 'thin', marker: 'hollow', words: 'thin grey line, rings' }
  if (model.attention === 'vanilla')
    return { ink: 'ink', stroke: 'full', marker: 'full', words: 'dark line, dots' }
  if (model.attention !== 'synthesizer')
    return { ink: 'unsaid', stroke: 'dashed', marker: 'hollow', words: 'dashed brown line, rings' }
  return model.headSize === undefined
    ? { ink: 'synthesizer', stroke: 'full', marker: 'full', words: 'red line, dots' }
    : { ink: 'synthesizer', stroke: 'dashed', marker: 'hollow', words: 'dashed red line, rings' }
}

/** What a run is called at the end of its line: of two Synthesizers one need not say that it is one. */
export const shortName = ({ label }: { readonly label: string }) =>
  label.replace('Synthesizer, matched', 'matched')

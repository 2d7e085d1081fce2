import type { RunSetting } from '../../knowledge/training/setting'
import type { Span } from '../plot/scales'

/** Share of the pretraining's width that finetuning takes: its steps are few, and much happens in them. */
const FINETUNING = 0.28

/** One time axis for pretraining and finetuning: steps up to `most`, then finetuning, however many steps it has. */
export interface TimeAxis {
  /** The most pretraining steps of any run. */
  readonly most: number
  readonly domain: Span
  place(setting: RunSetting, step: number): number
  readonly ticks: readonly number[]
  text(tick: number): string
}

/** The axis that holds all of `settings`. */
export function timeAxis(settings: readonly RunSetting[]): TimeAxis {
  const most = Math.max(100, ...settings.map(({ training }) => training.pretrainSteps))
  const end = most * (1 + FINETUNING)
  const ticks = [0, most / 2, most, end]
  return {
    most,
    domain: [0, end],
    place({ training: { pretrainSteps, finetuneSteps } }, step) {
      if (step <= pretrainSteps && pretrainSteps > 0) return step
      return most + ((step - pretrainSteps) / Math.max(1, finetuneSteps)) * (end - most)
    },
    ticks,
    text: (tick) => (tick === end ? 'end' : String(Math.round(tick))),
  }
}

import type { CorpusSetting } from '../corpus/corpus'
import { ignorance } from '../corpus/ignorance'

/** Bits that must be stored, and that parameters were found to hold. */
export interface Capacity {
  /** Entropy of the birthplaces of everybody, given nothing. */
  readonly needed: number
  /** At 2 bits a parameter, after 1 000 exposures: Z. Allen-Zhu and Y. Li, arXiv 2404.05405. */
  readonly most: number
  /** At 1 bit a parameter, after 100 exposures. */
  readonly least: number
}

/** What a corpus asks to be remembered beside what `parameters` numbers can hold. */
export function capacity(setting: CorpusSetting, parameters: number): Capacity {
  const needed = (setting.people * ignorance(setting).places) / Math.LN2
  return { needed, most: 2 * parameters, least: parameters }
}

/** How often each person has been read about after `steps` steps, in the mean. */
export const exposures = (people: number, rows: number, steps: number) => (steps * rows) / people

import type { RunSetting } from '../knowledge/training/setting'
import type { Snapshot } from '../knowledge/training/snapshot'
import type { JudgedAnswer } from '../knowledge/training/sorted-answers'

/** What a worker that trains is asked to do. */
export type TrainingOrder =
  | {
      readonly type: 'start'
      readonly setting: RunSetting
      /** Where to go on from; from the start where it is left out. */
      readonly snapshot?: Snapshot
    }
  | { readonly type: 'pause' | 'resume' | 'single step' }

/** What a worker that trains reports, several times a second. */
export type TrainingReport =
  | { readonly type: 'moved'; readonly step: number; readonly msPerStep: number }
  /** After an evaluation, and when it pauses: what to go on from. */
  | { readonly type: 'reached'; readonly snapshot: Snapshot }
  | {
      readonly type: 'done'
      readonly snapshot: Snapshot
      readonly dev: readonly JudgedAnswer[]
      readonly unseen: readonly JudgedAnswer[]
    }
  | { readonly type: 'failed'; readonly step: number; readonly message: string }

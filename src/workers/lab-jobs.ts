import { defineJob, type Jobs, type Work } from '../core/jobs'
import { fastestEngine } from '../knowledge/engine/fastest'
import { type RecallPoint, type RecallSetting, recall } from '../knowledge/experiments/recall'
import { type TransplantPoint, transplantCurve } from '../knowledge/experiments/transplant'
import { finishedRun } from '../knowledge/training/finished-run'
import { createRun } from '../knowledge/training/run'
import { type RunSetting, settingWith } from '../knowledge/training/setting'
import { resumed, type Snapshot, snapshotOf } from '../knowledge/training/snapshot'
import { devAnswers, unseenAnswers } from '../knowledge/training/sorted-answers'

const { engine } = fastestEngine()

/** The finished run in a file of weights that ships with the page, with its answers to all questions. */
export const openRun = defineJob('lab/open-run', async (bytes: Uint8Array<ArrayBuffer>, work) => {
  const run = finishedRun(engine, bytes)
  await work.pause()
  const dev = devAnswers(run.model, run.corpus)
  await work.pause()
  const unseen = unseenAnswers(run.model, run.corpus)
  return { setting: run.setting, snapshot: snapshotOf(run), answers: { dev, unseen } }
})

/** A model whose attention another one is trained on. */
export interface Donor {
  readonly id: string
  readonly setting: RunSetting
  /** Its numbers; a fresh model where they are left out. */
  readonly snapshot?: Snapshot
}

/** How models learn on the attention of `donors`, one after the other; each student starts with the same numbers. */
export const transplants = defineJob(
  'lab/transplants',
  async (
    {
      donors,
      steps,
      seed,
    }: { readonly donors: readonly Donor[]; readonly steps: number; readonly seed: number },
    work: Work<TransplantPoint & { readonly donor: string }>,
  ) => {
    for (const { id, setting, snapshot } of donors) {
      const { model, corpus } = snapshot ? resumed(engine, setting, snapshot) : createRun(engine, setting)
      const wanted = settingWith(setting, { seed, training: { pretrainSteps: steps } })
      for (const point of transplantCurve(engine, model, corpus, wanted)) {
        if (point) work.report({ donor: id, ...point })
        await work.pause()
      }
    }
  },
)

/** Associative recall under several settings, one after the other. */
export const recalls = defineJob(
  'lab/recalls',
  async (
    settings: readonly RecallSetting[],
    work: Work<RecallPoint & { readonly setting: RecallSetting }>,
  ) => {
    for (const setting of settings)
      for (const point of recall(engine, setting)) {
        if (point) work.report({ setting, ...point })
        await work.pause()
      }
  },
)

/** All that the lab computes besides training runs. */
export const jobs: Jobs = [openRun, transplants, recalls]

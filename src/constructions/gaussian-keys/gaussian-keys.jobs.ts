import { type DrawColumns, drawColumns, GaussianSampler } from '../../core/gaussian/gaussian'
import { expectedError } from '../../core/gaussian/gaussian-error'
import { shareLaw } from '../../core/gaussian/gaussian-laws'
import type { GaussianSetting } from '../../core/gaussian/gaussian-setting'
import { ShareTally } from '../../core/gaussian/share-tally'
import { defineJob, type Work } from '../../core/jobs'
import { type Drawn, type DrawTask, SHOWN_DRAWS } from './gaussian-keys.draws'

/** Milliseconds between two parts of a result. */
const PAUSE = 100

/** Most draws between two looks at the clock. */
const ROWS = 64

/** Makes and counts the draws of a task. Each part has the counts so far, and the shown draws that none had before. */
export const drawShares = defineJob(
  'gaussian-keys/draws',
  async ({ setting, seed, count }: DrawTask, work: Work<Drawn>): Promise<Drawn> => {
    const sampler = new GaussianSampler(setting, seed)
    const tally = new ShareTally(shareLaw(setting))
    const rows = Math.max(1, Math.min(ROWS, Math.floor(20_000 / setting.n)))
    const batch = drawColumns(setting, rows)
    let shown: number[] = []
    let kept = 0
    const part = (): Drawn => {
      const fresh = Float64Array.from(shown)
      shown = []
      return { summary: tally.summary(), shown: fresh }
    }
    let due = work.now() + PAUSE / 2
    for (;;) {
      const left = count - sampler.index
      const columns = left < rows ? drawColumns(setting, left) : batch
      sampler.fill(columns)
      tally.add(columns)
      shown.push(...shownOf(columns, SHOWN_DRAWS - kept))
      kept = Math.min(SHOWN_DRAWS, sampler.index)
      if (sampler.index === count) return part()
      if (work.now() >= due) {
        work.report(part())
        due = work.now() + PAUSE
      }
      await work.pause()
    }
  },
)

/** What is shown of at most `most` draws. */
function shownOf({ count, along, weights }: DrawColumns, most: number): number[] {
  const rows = Array.from({ length: Math.min(count, most) }, (_, row) => 2 * row)
  return rows.flatMap((at) => [along[at], along[at + 1], weights[at], weights[at + 1]])
}

/** The exact expected error at several settings, one after the other; a part holds all so far. */
export const expectedErrors = defineJob(
  'gaussian-keys/expected-errors',
  async (settings: readonly GaussianSetting[], work: Work<Float64Array>): Promise<Float64Array> => {
    const errors: number[] = []
    let due = work.now() + PAUSE
    for (const setting of settings) {
      errors.push(expectedError(setting))
      if (work.now() >= due && errors.length < settings.length) {
        work.report(Float64Array.from(errors))
        due = work.now() + PAUSE
      }
      await work.pause()
    }
    return Float64Array.from(errors)
  },
)

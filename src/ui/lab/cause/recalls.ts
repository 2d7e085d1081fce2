import { askedAt, type RecallPoint, type RecallSetting } from '../../../knowledge/experiments/recall'
import { standardError } from '../../../knowledge/training/evaluation'

/** Kinds of attention that recall is tried with. */
export const KINDS = [
  { id: 'vanilla', words: 'vanilla' },
  { id: 'synthesizer', words: 'Synthesizer' },
  { id: 'random', words: 'random' },
  { id: 'uniform', words: 'uniform' },
] as const
export type KindId = (typeof KINDS)[number]['id']

/** A point of the curve of one model. */
export type RecallPart = RecallPoint & { readonly setting: RecallSetting }

/** Sizes under which kinds are compared. */
export type RecallSize = Pick<RecallSetting, 'pairs' | 'width' | 'steps'>

/** Differences below this, in shares, are not called a difference whatever their standard error. */
const LEAST = 0.1

/** What was measured at one size, the curve of each kind apart. */
export function curvesAt(parts: readonly RecallPart[], { pairs, width, steps }: RecallSize) {
  return KINDS.map(({ id, words }) => ({
    id,
    words,
    points: parts.filter(
      ({ setting }) =>
        setting.attention === id &&
        setting.pairs === pairs &&
        setting.width === width &&
        setting.steps === steps,
    ),
  })).filter(({ points }) => points.length > 0)
}

/** Whether recall separates the kinds at one size, in sentences made from the last points. */
export function recallFinding(parts: readonly RecallPart[], size: RecallSize): string {
  const finals = curvesAt(parts, size).flatMap(({ words, points }) => {
    const last = points.at(-1)!
    return last.step === size.steps ? [{ words, share: last.accuracy }] : []
  })
  if (finals.length < KINDS.length)
    return curvesAt(parts, size).length === 0 ? 'Not run yet.' : 'Not all kinds are trained yet.'
  const listed = finals.map(({ words, share }) => `${words} ${(100 * share).toFixed(1)} %`).join(', ')
  return `Right values after ${size.steps} steps: ${listed}. ${verdict(finals, askedAt(size.pairs))}`
}

function verdict(finals: readonly { readonly words: string; readonly share: number }[], n: number): string {
  const [vanilla, ...others] = finals
  const best = others.reduce((a, b) => (b.share > a.share ? b : a))
  const gap = vanilla.share - best.share
  const error = Math.hypot(standardError(vanilla.share, n), standardError(best.share, n))
  const stated = `${(100 * Math.abs(gap)).toFixed(1)} points between vanilla and ${best.words}, with a standard error of ${(100 * error).toFixed(1)}`
  if (gap >= LEAST && gap > 3 * error)
    return `At this size recall separates vanilla from the others (${stated}); one seed each, so a hint and no more.`
  return `At this size recall does not separate the kinds of attention (${stated}): it is no evidence about the order of the notes.`
}

import type { Exercise, Property, Standing } from '../../constructions/exercises/exercise'
import { number, texNumber } from '../../tex/format'
import { instanceOf, outcomesOf, type Trial } from './trial'
import type { AnswerAt } from './way'

/** Natural logarithm from which a distance at the largest scale does not look as if it vanished. */
const LOOKS_LARGE = Math.log(0.01)

/** Scales at which the decay of such a distance is shown. */
const SHOWN = 3

/**
 * What was measured of each property of an answer, in prose: its distance on the worst of the instances tried. Where that
 * falls without bound and is still large at the largest scale, the decay, and what makes that instance hard.
 */
export function measuring(exercise: Exercise, answer: AnswerAt, trials: readonly Trial[]) {
  return ({ id, distance }: Property, standing: Standing): string => {
    if (standing === 'undecided') return `${distance}: beyond what float64 can tell`
    const margins = trials.map((trial) => trial.margins[id])
    const margin = Math.max(...margins)
    if (margin === -Infinity) return `${distance}: none at all`
    if (standing === 'holds' && margin > LOOKS_LARGE)
      return `${distance}: ${slowDecay(exercise, answer, margins.indexOf(margin), id)}`
    return `${distance}: at most ${number(Math.exp(margin), margin, 3)} at the largest scale`
  }
}

function slowDecay({ scale, ...exercise }: Exercise, answer: AnswerAt, worst: number, id: string): string {
  const instance = instanceOf({ scale, ...exercise }, worst)
  const scales = scale.schedule.slice(-SHOWN)
  const logs = outcomesOf(answer, instance, scales).map((outcome) => outcome?.distances[id].log ?? -Infinity)
  const decay = logs.map((log) => number(Math.exp(log), log, 3)).join(', ')
  const at = scales.map((value) => texNumber(value)).join(',\\ ')
  const why = instance.hard === undefined ? 'it falls slowly' : `${instance.hard}, so it falls slowly`
  return `${why}, but without bound: at worst ${decay} at $${scale.tex} = ${at}$`
}

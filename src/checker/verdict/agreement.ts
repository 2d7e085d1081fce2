import { ROUNDING } from '../../constructions/exercises/distance'
import type { Exercise, Operand } from '../../constructions/exercises/exercise'
import { evaluate } from '../language/evaluate'
import { type Expression, termsOf } from '../language/expression'
import { magnitudeOf } from '../language/magnitude'
import type { FieldReading } from '../language/read'
import type { Refused } from '../language/refused'
import { isSameShape } from '../language/shape'
import { sizesOf } from './choices'
import { instanceOf } from './trial'

/** Instances and scales on which two sides of an equation must agree; not all of the same size. */
const INDICES = [0, 3, 6]

/**
 * Why the sides of an equation cannot all be the answer: on some instance they differ by more than rounding. A statement
 * about a name of the question is held against what the question says.
 */
export function agreement(
  exercise: Exercise,
  { expression, equal, claims }: FieldReading,
): Refused | undefined {
  const other = equal.find((side) => !agrees(exercise, expression, side))
  if (other)
    return refusedAt(
      other,
      'The two sides of this equation differ. Which of them is the answer? Leave the other one out.',
    )
  const claim = claims.find(({ name, expression: said }) => !agreesWithName(exercise, name, said))
  return (
    claim &&
    refusedAt(claim.expression, `${claim.name} is given by the question, which says something else of it.`)
  )
}

const refusedAt = ({ start, end }: Expression, message: string): Refused => ({
  code: 'E_NODE',
  message,
  start,
  end,
})

function agrees(exercise: Exercise, left: Expression, right: Expression): boolean {
  if (!isSameShape(left.shape, right.shape)) return false
  return everywhere(exercise, [left, right], (operandOf) => [
    valueOf(left, operandOf),
    valueOf(right, operandOf),
  ])
}

function agreesWithName(exercise: Exercise, name: string, said: Expression): boolean {
  return everywhere(exercise, [said], (operandOf) => {
    const own = operandOf(name)
    return [own === undefined ? undefined : { value: own, magnitude: own }, valueOf(said, operandOf)]
  })
}

interface Sized {
  readonly value: Operand
  readonly magnitude: Operand
}

/** Whether two values agree on all instances tried; where one cannot be worked out, nothing speaks against it. */
function everywhere(
  exercise: Exercise,
  expressions: readonly Expression[],
  values: (operandOf: (name: string) => Operand) => readonly [Sized | undefined, Sized | undefined],
): boolean {
  const letters = expressions.flatMap(termsOf).filter(({ isFree }) => isFree)
  const [sizes] = sizesOf(new Map(letters.map(({ name }) => [name, 'large'])))
  return INDICES.every((index) => {
    const instance = instanceOf(exercise, index)
    return exercise.scale.schedule.slice(0, 2).every((scale) => {
      const operands = { ...instance.operands(scale), ...sizes(scale) }
      const [left, right] = values((name) => operands[name])
      return !left || !right || isEqual(left, right)
    })
  })
}

function valueOf(expression: Expression, operandOf: (name: string) => Operand): Sized | undefined {
  const result = evaluate(expression, operandOf)
  const magnitude = magnitudeOf(expression, operandOf)
  return 'value' in result && magnitude !== undefined ? { value: result.value, magnitude } : undefined
}

function isEqual(left: Sized, right: Sized): boolean {
  const [a, b] = [numbersIn(left.value), numbersIn(right.value)]
  const [x, y] = [numbersIn(left.magnitude), numbersIn(right.magnitude)]
  return (
    a.length === b.length &&
    a.every((entry, i) => Math.abs(entry - b[i]) <= 4 * ROUNDING * (Math.abs(x[i]) + Math.abs(y[i])))
  )
}

const numbersIn = (x: Operand): readonly number[] => (typeof x === 'number' ? [x] : x.flatMap(numbersIn))

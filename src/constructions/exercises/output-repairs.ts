import { add, norm, scaled, subtract, type Vector } from '../../core/linear/linalg'
import type { Answered, Operands, Repair } from './exercise'
import { givenInstead, times, withField } from './repairs'

const FIELD = 'c2'

/** What a wrong answer to 1(e)i may have got wrong, measured against x₂, to which c₂ tends. */
export const outputRepairs: readonly Repair[] = [
  { diagnosis: 'remainder-stays', apply: nearer },
  { diagnosis: 'scale-wrong', apply: (answer, operands) => nearer(resized(answer, operands, 1), operands) },
  { diagnosis: 'sign', apply: (answer, operands) => nearer(resized(answer, operands, -1), operands) },
  givenInstead('zero', [FIELD], (operands) => [operands['x_2'] as Vector]),
]

/** `x₂ + (c₂ − x₂)/β`: right exactly where the difference vanishes against the length of x₂. */
function nearer(answer: Answered, operands: Operands): Answered {
  const [x, beta] = [operands['x_2'] as Vector, operands['beta'] as number]
  const difference = subtract(answer.values[FIELD] as Vector, x)
  const size = add(answer.magnitudes[FIELD] as Vector, x.map(Math.abs))
  return withField(
    answer,
    FIELD,
    add(x, scaled(difference, 1 / beta)),
    add(x.map(Math.abs), scaled(size, 1 / beta)),
  )
}

/** The answer, or its opposite, at the length of x₂; nothing has no direction, and stays. */
function resized(answer: Answered, operands: Operands, sign: 1 | -1): Answered {
  const length = norm(answer.values[FIELD] as Vector)
  const factor = length === 0 ? 1 : norm(operands['x_2'] as Vector) / length
  return withField(
    answer,
    FIELD,
    times(answer.values[FIELD], sign * factor),
    times(answer.magnitudes[FIELD], factor),
  )
}

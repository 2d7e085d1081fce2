import { add, dot, type Matrix, scaled, type Vector } from '../core/linalg'
import type { Answered, Operand, Operands, Repair } from './exercise'

/** `answer` with the field `name` and its sizes replaced. */
export function withField(answer: Answered, name: string, value: Operand, magnitude: Operand): Answered {
  return {
    values: { ...answer.values, [name]: value },
    magnitudes: { ...answer.magnitudes, [name]: magnitude },
  }
}

/** `factor · x`, whatever the shape of x. */
export function times(x: Operand, factor: number): Operand {
  if (typeof x === 'number') return x * factor
  return x.map((entry) => times(entry, factor)) as Vector | Matrix
}

/** Multiplies `fields` by a power of the scale. */
export function scaling(diagnosis: string, fields: readonly string[], power: number): Repair {
  return {
    diagnosis,
    apply: (answer, _, scale) =>
      fields.reduce((changed, field) => {
        const factor = integerPower(scale, power)
        return withField(
          changed,
          field,
          times(answer.values[field], factor),
          times(answer.magnitudes[field], factor),
        )
      }, answer),
  }
}

/** Adds `change(q)` to the column `field`. */
function changing(
  diagnosis: string,
  field: string,
  change: (q: Vector, operands: Operands) => Vector | undefined,
): Repair {
  return {
    diagnosis,
    apply(answer, operands) {
      const q = answer.values[field] as Vector
      const step = change(q, operands)
      if (step === undefined) return undefined
      const size = add(answer.magnitudes[field] as Vector, step.map(Math.abs))
      return withField(answer, field, add(q, step), size)
    },
  }
}

/** Turns the sign of what the column `field` has along each of `names` in turn; the columns they name are orthogonal. */
export function signs(fields: readonly string[], names: readonly string[]): Repair[] {
  return fields.flatMap((field) =>
    names.map((name) =>
      changing('sign', field, (q, operands) => {
        const k = operands[name] as Vector
        const square = dot(k, k)
        // A sum of no keys has no sign to turn.
        return square === 0 ? undefined : scaled(k, (-2 * dot(k, q)) / square)
      }),
    ),
  )
}

/** Exchanges what the column `field` has along two orthonormal columns. */
export function exchanging(diagnosis: string, field: string, first: string, second: string): Repair {
  return changing(diagnosis, field, (q, operands) => {
    const across = add(operands[first] as Vector, scaled(operands[second] as Vector, -1))
    return scaled(across, -dot(across, q))
  })
}

/** `x^k` for a whole k by multiplication, with the same bits on every engine. */
export function integerPower(x: number, k: number): number {
  let power = 1
  for (let i = 0; i < Math.abs(k); i++) power *= x
  return k < 0 ? 1 / power : power
}

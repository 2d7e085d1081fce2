import { add, dot, type Matrix, norm, scaled, type Vector } from '../../core/linear/linalg'
import { ROUNDING } from './distance'
import type { Answered, Operand, Operands, Repair } from './exercise'

/** `answer` with the field `name` and its sizes replaced. */
export function withField(answer: Answered, name: string, value: Operand, magnitude: Operand): Answered {
  return {
    ...answer,
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

/** `repair` for answers of whose `fields` some do not grow with the scale: a scale is what they lack. */
export const ofSomeFixed = (fields: readonly string[], repair: Repair): Repair => ({
  ...repair,
  isAbout: (answers) => !fields.every((field) => isGrowing(answers, field)),
})

/** `repair` for answers all of whose `fields` grow with the scale. */
export const ofAllGrowing = (fields: readonly string[], repair: Repair): Repair => ({
  ...repair,
  isAbout: (answers) => fields.every((field) => isGrowing(answers, field)),
})

/** Whether a column is more than twice as long at the largest scale as at the smallest. */
function isGrowing(answers: readonly Answered[], field: string): boolean {
  const lengths = answers.map(({ values }) => norm(values[field] as Vector))
  return lengths.length > 1 && lengths[lengths.length - 1] > 2 * lengths[0]
}

/** One repair after another. */
export const both = (first: Repair, second: Repair): Repair => ({
  ...first,
  apply(answer, operands, scale) {
    const changed = first.apply(answer, operands, scale)
    return changed && second.apply(changed, operands, scale)
  },
})

/** Adds `change(q)` to the column `field`. */
function changing(
  diagnosis: string,
  field: string,
  change: (q: Vector, operands: Operands) => Vector,
): Repair {
  return {
    diagnosis,
    apply(answer, operands) {
      const q = answer.values[field] as Vector
      const step = change(q, operands)
      const size = add(answer.magnitudes[field] as Vector, step.map(Math.abs))
      return withField(answer, field, add(q, step), size)
    },
  }
}

/**
 * Turns the sign of what the column `field` has along each of the orthogonal columns `names` in turn. What points along
 * a `wanted` one stays: that is no wrong sign.
 */
export function signs(
  fields: readonly string[],
  names: readonly { readonly name: string; readonly isWanted: boolean }[],
): Repair[] {
  return fields.flatMap((field) =>
    names.map(({ name, isWanted }) =>
      changing('sign', field, (q, operands) => {
        const k = operands[name] as Vector
        const [along, square] = [dot(k, q), dot(k, k)]
        // A sum of no keys has no sign to turn.
        return scaled(k, square === 0 || (isWanted && along > 0) ? 0 : (-2 * along) / square)
      }),
    ),
  )
}

/** Turns `field` as a whole. */
export function negation(field: string): Repair {
  return {
    diagnosis: 'sign',
    apply: (answer) => withField(answer, field, times(answer.values[field], -1), answer.magnitudes[field]),
  }
}

/**
 * Gives `instead` for columns that are 0 but for rounding, one for each of `fields`. That this is right says nothing
 * about an answer but that there is none.
 */
export function givenInstead(
  diagnosis: string,
  fields: readonly string[],
  instead: (operands: Operands, scale: number) => readonly Vector[],
): Repair {
  return {
    diagnosis,
    apply(answer, operands, scale) {
      if (!fields.every((field) => isZero(answer, field))) return undefined
      const columns = instead(operands, scale)
      return fields.reduce((changed, field, i) => {
        return withField(changed, field, columns[i], columns[i].map(Math.abs))
      }, answer)
    },
  }
}

function isZero({ values, magnitudes }: Answered, field: string): boolean {
  const sizes = magnitudes[field] as Vector
  return (values[field] as Vector).every((x, i) => Math.abs(x) <= ROUNDING * sizes[i])
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

import type { Answered, Instance, Operand, Operands } from '../../constructions/exercises/exercise'
import { evaluate } from '../language/evaluate'
import { type Expression, termsOf } from '../language/expression'
import { magnitudeOf } from '../language/magnitude'

/** The expressions of an answer, by field. */
export type Expressions = Readonly<Record<string, Expression>>

/** An answer as a function of the instance and the scale; undefined where it leaves float64. */
export type AnswerAt = (instance: Instance, scale: number) => Answered | undefined

/** An answer whose letters have sizes. */
export interface Way {
  readonly expressions: Expressions
  /** What the names of the question and the letters of the answer stand for. */
  operands(instance: Instance, scale: number): Operands
  readonly at: AnswerAt
}

/** `expressions` with letters of the sizes `letters`. The instances of an answer are asked more than once: they are remembered. */
export function wayOf(expressions: Expressions, letters: (scale: number) => Operands): Way {
  const names = [...new Set(Object.values(expressions).flatMap(termsOf))].map(({ name }) => name)
  const operands = (instance: Instance, scale: number) => ({ ...instance.operands(scale), ...letters(scale) })
  const at = remembered((instance, scale) => {
    const known = operands(instance, scale)
    const answered = answeredBy(expressions, (name) => known[name])
    return answered && { ...answered, names }
  })
  return { expressions, operands, at }
}

function answeredBy(
  expressions: Expressions,
  operandOf: (name: string) => Operand,
): Omit<Answered, 'names'> | undefined {
  const entries = Object.entries(expressions).map(([field, expression]) => {
    const result = evaluate(expression, operandOf)
    const value = 'value' in result ? result.value : undefined
    return [field, value, value === undefined ? undefined : magnitudeOf(expression, operandOf)] as const
  })
  if (entries.some(([, , magnitude]) => magnitude === undefined)) return undefined
  return {
    values: Object.fromEntries(entries.map(([field, value]) => [field, value as Operand])),
    magnitudes: Object.fromEntries(entries.map(([field, , magnitude]) => [field, magnitude as Operand])),
  }
}

function remembered(answer: AnswerAt): AnswerAt {
  const known = new Map<Instance, Map<number, Answered | undefined>>()
  return (instance, scale) => {
    const scales = known.get(instance) ?? new Map<number, Answered | undefined>()
    known.set(instance, scales)
    if (!scales.has(scale)) scales.set(scale, answer(instance, scale))
    return scales.get(scale)
  }
}

import type { Answered, Exercise, Instance, Operand, Texts } from '../constructions/exercises/exercise'
import { echoes } from './echo'
import { evaluate } from './evaluate'
import type { Expression } from './expression'
import { read } from './language'
import { magnitudeOf } from './magnitude'
import type { Refused } from './refused'

/** The expressions of an answer, by field. */
export type Expressions = Readonly<Record<string, Expression>>

/** A field whose text says nothing that can be judged, and why. */
export interface Unread {
  readonly field: string
  readonly refused: Refused
}

/** The expressions of `texts`, or the fields that could not be read. */
export function readAnswer(
  exercise: Exercise,
  texts: Texts,
): { readonly expressions: Expressions } | { readonly unread: readonly Unread[] } {
  const echoed = echoes(exercise, texts)
  const unread = exercise.fields.flatMap(({ name }) => {
    const echo = echoed[name]
    if (echo === undefined) return [{ field: name, refused: EMPTY }]
    return 'refused' in echo ? [{ field: name, refused: echo.refused }] : []
  })
  if (unread.length > 0) return { unread }
  const readings = exercise.fields.map(({ name }) => [name, read(texts[name], exercise.vocabulary)] as const)
  return {
    expressions: Object.fromEntries(
      readings.flatMap(([name, reading]) => ('expression' in reading ? [[name, reading.expression]] : [])),
    ),
  }
}

const EMPTY: Refused = { code: 'E_EMPTY', message: 'This is still empty.', start: 0, end: 0 }

/** An answer as a function of the instance and the scale; undefined where it leaves float64. */
export type AnswerAt = (instance: Instance, scale: number) => Answered | undefined

/** What `expressions` come to. The instances of an answer are asked more than once: they are remembered. */
export function answerAt(expressions: Expressions): AnswerAt {
  return remembered((instance, scale) => {
    const operands = instance.operands(scale)
    const operandOf = (name: string) => operands[name]
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
  })
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

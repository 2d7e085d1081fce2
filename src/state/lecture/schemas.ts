import * as v from 'valibot'
import { type Asking, MOST_HANDS, PHASES, type ShownQuestion } from './asking'
import type { Picture } from './lecture'
import { type LessonStep, LIMITS, type Option, QUESTION_KINDS, type Question, type Screen } from './lesson'

const textOf = (most: number) => v.pipe(v.string(), v.maxLength(most))
const Id = v.pipe(v.string(), v.regex(/^[\w-]*$/), v.maxLength(LIMITS.id))
const Numbers = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(LIMITS.expected))

export const ScreenSchema = v.object({
  figure: v.nullable(Id),
  formula: v.nullable(Id),
  controls: v.boolean(),
  result: v.boolean(),
}) satisfies v.GenericSchema<unknown, Screen>

const OptionSchema = v.object({
  text: textOf(LIMITS.text),
  expected: Numbers,
}) satisfies v.GenericSchema<unknown, Option>

export const QuestionSchema = v.object({
  kind: v.picklist(QUESTION_KINDS),
  ask: textOf(LIMITS.sentence),
  quantity: Id,
  options: v.pipe(v.array(OptionSchema), v.maxLength(LIMITS.options)),
}) satisfies v.GenericSchema<unknown, Question>

/** The fields of a step, each of which is read, or refused, by itself. */
export const stepFields = {
  link: v.pipe(textOf(LIMITS.link), v.startsWith('#')),
  screen: ScreenSchema,
  lit: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/))), v.maxLength(LIMITS.lit)),
  sentence: textOf(LIMITS.sentence),
  notes: textOf(LIMITS.notes),
  minutes: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LIMITS.minutes)),
  question: v.nullable(QuestionSchema),
} satisfies { [Name in keyof LessonStep]: v.GenericSchema<unknown, LessonStep[Name]> }

const HandsSchema = v.pipe(
  v.array(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_HANDS)))),
  v.maxLength(LIMITS.options),
)

const asking = {
  phase: v.picklist(PHASES),
  hands: v.strictTuple([HandsSchema, HandsSchema]),
  drawn: Numbers,
}

export const AskingSchema = v.object(asking) satisfies v.GenericSchema<unknown, Asking>

export const PictureSchema = v.object({
  link: stepFields.link,
  screen: ScreenSchema,
  lit: stepFields.lit,
  sentence: stepFields.sentence,
  question: v.nullable(
    v.object({ question: QuestionSchema, ...asking }) satisfies v.GenericSchema<unknown, ShownQuestion>,
  ),
}) satisfies v.GenericSchema<unknown, Picture>

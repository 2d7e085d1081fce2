import * as v from 'valibot'
import { type Kept, type KeyValueStorage, loadKept, type Read, saveKept } from '../device'
import type { Notice } from '../link-fields'
import { LIMITS, type Question } from './lesson'

/** A person's own answer to the question of a step. */
export interface Answer {
  /** What was asked: a question that has been changed since is a new one. */
  readonly ask: string
  /** Index of the option that was chosen; null where none was. */
  readonly option: number | null
  /** What was drawn; empty where nothing was. */
  readonly drawn: readonly number[]
  /** Once locked, the truth has been seen. */
  readonly isLocked: boolean
  /** Their own explanation of the gap. */
  readonly gap: string
}

/** How far a person has got in one lesson by themselves. */
export interface Study {
  readonly step: number
  /** Answers by index of their step. */
  readonly answers: Readonly<Record<string, Answer>>
}

/** What a person has studied, by id of the lesson. */
export type Studies = Readonly<Record<string, Study>>

export const NOT_STUDIED: Study = { step: 0, answers: {} }

/** Most characters of an explanation. */
export const MOST_GAP = 2000

/** More lessons than this are not kept. */
const MOST_STUDIES = 100

/** The answer to `question` at a step, or one that has not been begun. */
export function answerAt({ answers }: Study, step: number, { ask }: Question): Answer {
  const given = answers[step]
  return given?.ask === ask ? given : { ask, option: null, drawn: [], isLocked: false, gap: '' }
}

/** `study` with an answer changed. Choice and drawing are fixed once it is locked, until it is unlocked. */
export function withAnswer(study: Study, step: number, question: Question, changes: Partial<Answer>): Study {
  const before = answerAt(study, step, question)
  const isFixed = before.isLocked && changes.isLocked !== false
  const fixed = isFixed ? { option: before.option, drawn: before.drawn } : {}
  return { ...study, answers: { ...study.answers, [step]: { ...before, ...changes, ...fixed } } }
}

/** Whether there is something to lock: a choice or a drawing. */
export const isAnswered = ({ option, drawn }: Answer): boolean => option !== null || drawn.length > 0

const AnswerSchema = v.object({
  ask: v.pipe(v.string(), v.maxLength(LIMITS.sentence)),
  option: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.options - 1))),
  drawn: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(LIMITS.expected)),
  isLocked: v.boolean(),
  gap: v.pipe(v.string(), v.maxLength(MOST_GAP)),
}) satisfies v.GenericSchema<unknown, Answer>

const StudySchema = v.object({
  step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.steps - 1)),
  answers: v.record(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), v.unknown()),
})

const Content = v.object({ studies: v.record(v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)), v.unknown()) })

const kept: Kept<Studies> = {
  key: 'attention-explorer/v1/study',
  version: 1,
  none: () => ({}),
  encode: (studies) => ({ studies }),
  decode: decodeStudies,
  words: {
    newer:
      'Your predictions on this device were saved by a newer version of the explorer. They are left as they are, and new ones are not kept.',
    unreadable: 'Your predictions on this device could not be read.',
    aside: 'What this device had kept was set aside as it was.',
  },
}

function decodeStudies(content: unknown): Read<Studies> | undefined {
  const read = v.safeParse(Content, content)
  if (!read.success) return undefined
  const notices: Notice[] = []
  const entries = Object.entries(read.output.studies)
    .slice(0, MOST_STUDIES)
    .flatMap(([id, given]) => {
      const study = v.safeParse(StudySchema, given)
      if (!study.success) notices.push(refused(`predictions of ${id}`))
      return study.success ? [[id, { ...study.output, answers: readAnswers(study.output.answers, id) }]] : []
    })
  function readAnswers(answers: Readonly<Record<string, unknown>>, id: string) {
    return Object.fromEntries(
      Object.entries(answers).flatMap(([step, given]) => {
        const answer = v.safeParse(AnswerSchema, given)
        if (!answer.success) notices.push(refused(`prediction of ${id}, step ${Number(step) + 1}`))
        return answer.success ? [[step, answer.output]] : []
      }),
    )
  }
  return { value: Object.fromEntries(entries) as Studies, notices }
}

const refused = (field: string): Notice => ({
  field,
  outcome: 'refused',
  message: 'could not be read; it was left out',
})

/** What `storage` holds; what cannot be taken is named. */
export const loadStudies = (storage: KeyValueStorage | undefined): Read<Studies> => loadKept(storage, kept)

/** Keeps `studies` beside those of other lessons that another tab has kept; false where the storage refuses. */
export function saveStudies(storage: KeyValueStorage | undefined, studies: Studies): boolean {
  return saveKept(storage, kept, { ...loadStudies(storage).value, ...studies })
}

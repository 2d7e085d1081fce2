import { fc } from '@fast-check/vitest'
import type { Asking } from '../../src/state/lecture/asking'
import { PHASES } from '../../src/state/lecture/asking'
import type { Command, LectureAction, Picture } from '../../src/state/lecture/lecture'
import {
  type Lesson,
  type LessonStep,
  QUESTION_KINDS,
  type Question,
  type Screen,
} from '../../src/state/lecture/lesson'
import { encodeLink } from '../../src/state/permalink'
import { initialSession } from '../../src/state/session'

const names = fc.stringMatching(/^[a-z][\w-]{0,12}$/)
const numbers = fc.array(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  { maxLength: 6 },
)

const screens: fc.Arbitrary<Screen> = fc.record({
  figure: fc.option(names),
  formula: fc.option(names),
  controls: fc.boolean(),
  result: fc.boolean(),
})

const questions: fc.Arbitrary<Question> = fc.record({
  kind: fc.constantFrom(...QUESTION_KINDS),
  ask: fc.string({ maxLength: 40 }),
  quantity: names,
  options: fc.array(fc.record({ text: fc.string({ maxLength: 20 }), expected: numbers }), { maxLength: 4 }),
})

const link = encodeLink(initialSession())
const links = fc.constantFrom(link, `${link}&v=1`.slice(0, link.length))

export const steps: fc.Arbitrary<LessonStep> = fc.record({
  link: links,
  screen: screens,
  lit: fc.array(names, { maxLength: 3 }),
  sentence: fc.string({ maxLength: 60 }),
  notes: fc.string({ maxLength: 60 }),
  minutes: fc.integer({ min: 0, max: 20 }),
  question: fc.option(questions),
})

/** Any lesson, with at least one step. */
export const lessons: fc.Arbitrary<Lesson> = fc.record({
  id: names,
  title: fc.string({ maxLength: 40 }),
  steps: fc.array(steps, { minLength: 1, maxLength: 6 }),
})

const commands: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>('next', 'back', 'blank', 'freeze', 'laser', 'enter', 'timer'),
  fc.integer({ min: 0, max: 9 }).map((digit): Command => `digit ${digit}`),
)

/** Anything that can happen to a lecture. */
export const actions: fc.Arbitrary<LectureAction> = fc.oneof(
  { arbitrary: commands.map((command) => ({ type: 'command', command, now: 5 }) as const), weight: 4 },
  fc.integer({ min: -2, max: 8 }).map((step) => ({ type: 'go', step }) as const),
  fc.string({ maxLength: 8 }).map((text) => ({ type: 'page', link: `#${text}` }) as const),
  fc.record({
    type: fc.constant('hands' as const),
    step: fc.integer({ min: -1, max: 7 }),
    round: fc.constantFrom(0 as const, 1 as const),
    option: fc.integer({ min: -1, max: 5 }),
    count: fc.option(fc.integer({ min: -3, max: 12_000 })),
  }),
  numbers.map((drawn) => ({ type: 'draw', drawn }) as const),
)

export const askings: fc.Arbitrary<Asking> = fc.record({
  phase: fc.constantFrom(...PHASES),
  hands: fc.tuple(
    fc.array(fc.option(fc.integer({ min: 0, max: 99 })), { maxLength: 4 }),
    fc.array(fc.option(fc.integer({ min: 0, max: 99 })), { maxLength: 4 }),
  ),
  drawn: numbers,
})

export const pictures: fc.Arbitrary<Picture> = fc.record({
  link: links,
  screen: screens,
  lit: fc.array(names, { maxLength: 3 }),
  sentence: fc.string({ maxLength: 60 }),
  question: fc.option(fc.tuple(questions, askings).map(([question, asking]) => ({ question, ...asking }))),
})

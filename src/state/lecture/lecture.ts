import {
  type Asking,
  NOT_ASKED,
  phaseAfter,
  type ShownQuestion,
  shownQuestion,
  withDrawn,
  withHands,
} from './asking'
import { type Lesson, type LessonStep, type Screen, WHOLE_SCREEN } from './lesson'
import { startedTimer, type Timer, toggledTimer } from './timer'

/** What the hall is shown. */
export interface Picture {
  /** The state of the page, as its link. */
  readonly link: string
  readonly screen: Screen
  readonly lit: readonly string[]
  readonly sentence: string
  readonly question: ShownQuestion | null
}

/** A lecture that is going on: what the console knows and the hall need not. */
export interface Lecture {
  /** Scopes every message: two lectures on one machine never mix. */
  readonly id: string
  readonly lesson: Lesson
  /** Index of the step. */
  readonly step: number
  /** The state of the page now, which exploring moves away from that of the step. */
  readonly link: string
  /** How far the questions have got, by index of their step. */
  readonly asked: Readonly<Record<number, Asking>>
  readonly isBlank: boolean
  /** What the hall goes on to see while the console explores; null where it follows. */
  readonly frozen: Picture | null
  readonly hasLaser: boolean
  /** Digits typed so far of a step to go to. */
  readonly digits: string
  readonly timer: Timer
}

/** What a key, a button or a clicker asks for. */
export type Command = 'next' | 'back' | 'blank' | 'freeze' | 'laser' | 'enter' | 'timer' | `digit ${number}`

export type LectureAction =
  | { readonly type: 'command'; readonly command: Command; readonly now: number }
  | { readonly type: 'go'; readonly step: number }
  /** The page has been moved to another state. */
  | { readonly type: 'page'; readonly link: string }
  | {
      readonly type: 'hands'
      readonly step: number
      readonly round: 0 | 1
      readonly option: number
      readonly count: number | null
    }
  | { readonly type: 'draw'; readonly drawn: readonly number[] }

/** More digits than any lesson has steps. */
const MOST_DIGITS = 3

/** A lecture at the first step of `lesson`. @param now - milliseconds since 1970 */
export function startedLecture(id: string, lesson: Lesson, now: number): Lecture {
  return {
    id,
    lesson,
    step: 0,
    link: lesson.steps[0]?.link ?? '',
    asked: {},
    isBlank: false,
    frozen: null,
    hasLaser: false,
    digits: '',
    timer: startedTimer(now),
  }
}

/** The step that the lecture is at; undefined in a lesson without steps. */
export const stepOf = ({ lesson, step }: Pick<Lecture, 'lesson' | 'step'>): LessonStep | undefined =>
  lesson.steps[step]

/** How far the question of a step has got. */
export const askingOf = ({ asked, step }: Lecture, at: number = step): Asking => asked[at] ?? NOT_ASKED

/** The lecture after `action`; the same object where that changes nothing. */
export function reduceLecture(lecture: Lecture, action: LectureAction): Lecture {
  switch (action.type) {
    case 'command':
      return commanded(lecture, action.command, action.now)
    case 'go':
      return gone(lecture, action.step)
    case 'page':
      return action.link === lecture.link ? lecture : { ...lecture, link: action.link }
    case 'hands': {
      const { step, round, option, count } = action
      return withAsking(lecture, step, withHands(askingOf(lecture, step), round, option, count))
    }
    case 'draw':
      return withAsking(lecture, lecture.step, withDrawn(askingOf(lecture), action.drawn))
  }
}

function commanded(lecture: Lecture, command: Command, now: number): Lecture {
  switch (command) {
    case 'next':
      return pressed(lecture, 1)
    case 'back':
      return pressed(lecture, -1)
    case 'blank':
      return { ...lecture, isBlank: !lecture.isBlank, digits: '' }
    case 'freeze':
      return { ...lecture, frozen: lecture.frozen ? null : pictureOf(lecture), digits: '' }
    case 'laser':
      return { ...lecture, hasLaser: !lecture.hasLaser, digits: '' }
    case 'timer':
      return { ...lecture, timer: toggledTimer(lecture.timer, now), digits: '' }
    case 'enter':
      return lecture.digits === '' ? lecture : gone(lecture, Number(lecture.digits) - 1)
    default:
      return { ...lecture, digits: (lecture.digits + command.slice(-1)).slice(-MOST_DIGITS) }
  }
}

/** One press on or back: within a question from phase to phase, else from step to step. */
function pressed(lecture: Lecture, count: 1 | -1): Lecture {
  const asking = askingOf(lecture)
  const phase = stepOf(lecture)?.question ? phaseAfter(asking, count) : undefined
  if (phase) return withAsking({ ...lecture, digits: '' }, lecture.step, { ...asking, phase })
  return gone(lecture, lecture.step + count)
}

/** At another step, in the state that it keeps; beyond the ends and at the same step everything stays but the digits. */
function gone(lecture: Lecture, step: number): Lecture {
  const next = lecture.lesson.steps[step]
  if (!next) return lecture.digits === '' ? lecture : { ...lecture, digits: '' }
  return { ...lecture, step, link: next.link, digits: '' }
}

function withAsking(lecture: Lecture, step: number, asking: Asking): Lecture {
  if (!lecture.lesson.steps[step]?.question || asking === askingOf(lecture, step)) return lecture
  return { ...lecture, asked: { ...lecture.asked, [step]: asking } }
}

/** What the console is at, frozen or not. */
export function pictureOf(lecture: Lecture): Picture {
  const step = stepOf(lecture)
  const question = step?.question ? shownQuestion(step.question, askingOf(lecture)) : null
  return {
    link: lecture.link,
    screen: step?.screen ?? WHOLE_SCREEN,
    lit: step?.lit ?? [],
    sentence: step?.sentence ?? '',
    question,
  }
}

/** What the hall sees, were it not blank. */
export const hallPicture = (lecture: Lecture): Picture => lecture.frozen ?? pictureOf(lecture)

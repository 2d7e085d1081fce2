import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { PHASES } from '../../src/state/lecture/asking'
import {
  askingOf,
  type Command,
  hallPicture,
  type Lecture,
  type LectureAction,
  pictureOf,
  reduceLecture,
  startedLecture,
} from '../../src/state/lecture/lecture'
import { type Lesson, moved, type Question, stepAt } from '../../src/state/lecture/lesson'
import { clockText, elapsed, startedTimer, toggledTimer } from '../../src/state/lecture/timer'
import { actions, lessons } from './arbitrary'

const after = (lecture: Lecture, all: readonly LectureAction[]) => all.reduce(reduceLecture, lecture)
const press = (lecture: Lecture, ...commands: readonly Command[]) =>
  after(
    lecture,
    commands.map((command) => ({ type: 'command', command, now: 0 })),
  )

const question: Question = {
  kind: 'weights',
  ask: 'How?',
  quantity: '',
  options: [
    { text: 'flat', expected: [0.5, 0.5] },
    { text: 'all on one', expected: [1, 0] },
  ],
}

const asking: Lesson = {
  id: 'asking',
  title: 'Asking',
  steps: [
    stepAt('#v=1', 'one'),
    stepAt('#v=1&panel=x', 'two', { question }),
    stepAt('#v=1&panel=y', 'three'),
  ],
}

const begun = startedLecture('id', asking, 0)

test.prop([lessons, fc.array(actions, { maxLength: 40 })])(
  'whatever happens, the lecture is at a step of its lesson',
  (lesson, all) => {
    const { step } = after(startedLecture('id', lesson, 0), all)
    expect(lesson.steps[step]).toBeDefined()
  },
)

test.prop([lessons, fc.array(actions, { maxLength: 40 })])(
  'back undoes next, wherever there is a next: step and phase are as they were',
  (lesson, all) => {
    const before = after(startedLecture('id', lesson, 0), all)
    const on = press(before, 'next')
    const isEnd = on.step === before.step && askingOf(on) === askingOf(before)
    const again = isEnd ? on : press(on, 'back')
    expect([again.step, askingOf(again).phase]).toEqual([before.step, askingOf(before).phase])
  },
)

test.prop([lessons, fc.array(actions, { maxLength: 20 }), fc.array(actions, { maxLength: 40 })])(
  'a frozen picture does not move, whatever the console does',
  (lesson, first, later) => {
    const frozen = after({ ...startedLecture('id', lesson, 0), frozen: null }, first)
    const held = frozen.frozen ? frozen : press(frozen, 'freeze')
    const rest = later.filter((action) => !(action.type === 'command' && action.command === 'freeze'))
    expect(hallPicture(after(held, rest))).toEqual(hallPicture(held))
  },
)

test('freezing keeps what the hall sees; freezing again follows the console', () => {
  const later = press(press(begun, 'freeze'), 'next')
  expect(hallPicture(later).sentence).toBe('one')
  expect(hallPicture(press(later, 'freeze'))).toEqual(pictureOf(later))
})

test('a step brings its page, and exploring is left behind', () => {
  const explored = reduceLecture(begun, { type: 'page', link: '#elsewhere' })
  expect(pictureOf(explored).link).toBe('#elsewhere')
  expect(press(explored, 'next').link).toBe('#v=1&panel=x')
  expect(press(explored, 'next', 'back').link).toBe('#v=1')
})

test('digits and Enter go to a step; beyond the lesson they go nowhere', () => {
  expect(press(begun, 'digit 3', 'enter')).toMatchObject({ step: 2, digits: '' })
  expect(press(begun, 'digit 9', 'enter')).toMatchObject({ step: 0, digits: '' })
  expect(press(begun, 'digit 0', 'digit 2', 'enter').step).toBe(1)
  expect(press(begun, 'enter')).toBe(begun)
})

describe('a question', () => {
  const at = press(begun, 'next')

  test('takes one press for each of its phases, and then the next step', () => {
    const phases = PHASES.map((_, i) => askingOf(press(at, ...Array<Command>(i).fill('next'))).phase)
    expect(phases).toEqual(PHASES)
    expect(press(at, ...Array<Command>(PHASES.length).fill('next')).step).toBe(2)
  })

  test('keeps the first hands from the hall until the second are counted', () => {
    const counted = reduceLecture(at, { type: 'hands', step: 1, round: 0, option: 1, count: 31 })
    for (const phase of PHASES) {
      const lecture = { ...counted, asked: { 1: { ...askingOf(counted), phase } } }
      const isShown = PHASES.indexOf(phase) >= PHASES.indexOf('draw')
      expect(pictureOf(lecture).question?.hands[0], phase).toEqual(isShown ? [null, 31] : [])
      expect(askingOf(lecture).hands[0]).toEqual([null, 31])
    }
  })

  test('takes no drawing once it is locked', () => {
    const drawn = reduceLecture(at, { type: 'draw', drawn: [1, 2] })
    const locked = press(drawn, 'next', 'next', 'next', 'next', 'next')
    expect(askingOf(locked).phase).toBe('lock')
    expect(askingOf(reduceLecture(locked, { type: 'draw', drawn: [9, 9] })).drawn).toEqual([1, 2])
  })

  test.each([-1, 0.5, Number.NaN, 10_000])('counts no %s hands', (count) => {
    expect(reduceLecture(at, { type: 'hands', step: 1, round: 0, option: 0, count })).toBe(at)
  })
})

test.prop([fc.nat(9), fc.integer({ min: -2, max: 12 })])('moving a step keeps all of them', (from, to) => {
  const steps = Array.from({ length: 10 }, (_, i) => stepAt('#v=1', String(i)))
  const changed = moved(steps, from, to)
  expect(changed.map(({ sentence }) => sentence).toSorted()).toEqual(steps.map(({ sentence }) => sentence))
  if (to in steps) expect(changed[to]).toBe(steps[from])
})

test('the timer goes on where it was paused', () => {
  const paused = toggledTimer(startedTimer(1000), 5000)
  expect(elapsed(paused, 99_000)).toBe(4000)
  expect(elapsed(toggledTimer(paused, 100_000), 101_000)).toBe(5000)
  expect(elapsed(startedTimer(1000), 0)).toBe(0)
  expect([clockText(372_900), clockText(0), clockText(3_966_000)]).toEqual(['6:12', '0:00', '1:06:06'])
})

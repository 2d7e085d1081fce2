import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { initialSession, openConstruction, type Session, THEMES } from '../../src/state/session'
import { settingsOf } from '../../src/state/session-parts'
import {
  type Action,
  createStore,
  type History,
  reduce,
  reduceChanges,
  startHistory,
} from '../../src/state/store'
import { paramsOf } from './arbitrary'
import { inRoom, openParams } from './open'

vi.mock('../../src/constructions/declared', () => import('./rooms'))

const changed = (history: History, changes: object, intent = '') =>
  reduce(history, { type: 'change', changes, intent })
const undone = (history: History) => reduce(history, { type: 'undo' })
const redone = (history: History) => reduce(history, { type: 'redo' })
const settled = (history: History) => reduce(history, { type: 'settle' })
const cancelled = (history: History) => reduce(history, { type: 'cancel' })

/** All of a session but what the person set for this device. */
const content = ({ page, params, pinned }: Session) => ({ page, params, pinned })

const sameContent = (a: History, b: History) =>
  JSON.stringify(content(a.present)) === JSON.stringify(content(b.present))

const contents = ({ past, present, future }: History) =>
  [past, [present], future].map((sessions) => sessions.map(content))

const changesOf = paramsOf('every-kind').chain((params) =>
  fc.subarray(Object.entries(params)).map(Object.fromEntries),
)
const intents = fc.constantFrom('', 'Q', 'A')
const settings = fc.record(
  { theme: fc.constantFrom(...THEMES), singleKeys: fc.boolean() },
  { requiredKeys: [] },
)
const actions: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('change' as const), changes: changesOf, intent: intents }),
  },
  fc.record({ type: fc.constant('settings' as const), settings }),
  fc.constant({ type: 'go' as const, session: inRoom('constrained') }),
  fc.constantFrom(
    { type: 'undo' as const },
    { type: 'redo' as const },
    { type: 'settle' as const },
    { type: 'cancel' as const },
  ),
)
/** A history that some actions led to. */
const histories = fc
  .array(actions, { maxLength: 20 })
  .map((all) => all.reduce(reduce, startHistory(inRoom('every-kind'))))

describe('laws', () => {
  test.prop([histories, changesOf])('undo after a change is no change', (history, changes) => {
    expect(undone(changed(history, changes)).present).toEqual(history.present)
    expect(undone(changed(history, changes)).past).toEqual(history.past)
  })

  test.prop([histories, changesOf, intents])(
    'what leaves everything as it is, as a late event of a slider does, is no step',
    (history, changes, intent) => {
      const change = { type: 'change', changes, intent } as const
      const once = reduceChanges(history, change)
      expect(once.present).toEqual(reduce(history, change).present)
      expect(reduceChanges(reduce(once, { type: 'settle' }), change).past).toEqual(once.past)
      expect(reduceChanges(once, { type: 'go', session: once.present })).toBe(once)
    },
  )

  test.prop([histories])('redo after undo is no change', (history) => {
    fc.pre(history.past.length > 0)
    expect(contents(redone(undone(history)))).toEqual(contents(history))
  })

  test.prop([histories, changesOf])('a change leaves nothing to redo', (history, changes) => {
    const { future } = changed(undone(history), changes)
    expect(future).toEqual([])
  })

  test.prop([histories, fc.array(changesOf, { minLength: 1, maxLength: 6 })])(
    'a drag that is cancelled was never begun',
    (history, drag) => {
      const begun = settled(history)
      const dragged = drag.reduce((now: History, changes) => changed(now, changes, 'Q'), begun)
      expect(cancelled(dragged).present).toEqual(begun.present)
      expect(cancelled(dragged).past).toEqual(begun.past)
      expect(cancelled(cancelled(dragged))).toEqual(cancelled(dragged))
      expect(cancelled(begun)).toEqual(begun)
    },
  )

  test.prop([histories, fc.array(changesOf, { minLength: 1, maxLength: 6 })])(
    'changes of one intent are one step of undo',
    (history, drag) => {
      const dragged = drag.reduce((now: History, changes) => changed(now, changes, 'Q'), settled(history))
      fc.pre(!sameContent(dragged, history))
      expect(content(undone(dragged).present)).toEqual(content(history.present))
    },
  )

  test.prop([histories, fc.double({ min: 0, max: 1000, noNaN: true })])(
    'a drag that comes back to where it began is no step of undo, and may go on',
    (history, Q) => {
      const begun = settled(history)
      const before = openParams(begun.present)
      fc.pre(openConstruction(begun.present)?.id === inRoom('every-kind').page && before['Q'] !== Q)
      const back = changed(changed(begun, { Q }, 'Q'), { Q: before['Q'] }, 'Q')
      expect(back.past).toEqual(begun.past)
      expect(content(back.present)).toEqual(content(begun.present))
      expect(undone(changed(back, { Q }, 'Q')).present).toEqual(begun.present)
    },
  )

  test.prop([histories, changesOf, changesOf])(
    'a drag that settled is a step of its own',
    (history, a, b) => {
      const first = changed(settled(history), a, 'Q')
      const second = changed(settled(first), b, 'Q')
      expect(undone(second).present).toEqual(first.present)
      expect(undone(undone(second)).present).toEqual(history.present)
    },
  )

  test.prop([histories, settings, fc.constantFrom(undone, redone)])(
    'settings are no step of undo, and undo leaves them',
    (history, chosen, move) => {
      const set = reduce(history, { type: 'settings', settings: chosen })
      expect(set.past).toBe(history.past)
      expect(content(set.present)).toEqual(content(history.present))
      expect(move(set).present).toMatchObject({
        ...settingsOf(history.present),
        ...chosen,
        left: expect.anything(),
      })
    },
  )

  test.prop([histories])('all the way back and forth is no change', (history) => {
    let travelled = history
    for (const _ of history.past) travelled = undone(travelled)
    expect(travelled.past).toEqual([])
    for (const _ of history.past) travelled = redone(travelled)
    expect(contents(travelled)).toEqual(contents(history))
  })
})

test('at the ends there is nothing to undo or redo', () => {
  const history = startHistory()
  expect(undone(history)).toBe(history)
  expect(redone(history)).toBe(history)
})

test('another intent, and one broken off by undo, are new steps', () => {
  const dragged = changed(changed(startHistory(inRoom('every-kind')), { Q: 1 }, 'Q'), { n: 5 }, 'n')
  expect(openParams(undone(dragged).present)).toMatchObject({ Q: 1, n: 10 })
  const again = changed(undone(dragged), { Q: 2 }, 'Q')
  expect(openParams(undone(again).present)).toMatchObject({ Q: 1 })
})

test('changes without intent are steps of their own', () => {
  const twice = changed(changed(startHistory(inRoom('every-kind')), { Q: 1 }), { Q: 2 })
  expect(openParams(undone(twice).present)).toMatchObject({ Q: 1 })
})

test('changes are constrained, and other rooms left alone', () => {
  const entered = reduce(startHistory(), {
    type: 'go',
    session: inRoom('constrained'),
  })
  const { present } = changed(entered, { m: 8, n: 3 })
  expect(present.params).toEqual({ ...initialSession().params, constrained: { m: 3, n: 3 } })
})

test('another session keeps the settings of this device, and can be left by undo', () => {
  const dark = reduce(startHistory(), { type: 'settings', settings: { theme: 'dark' } })
  const gone = reduce(dark, {
    type: 'go',
    session: { ...inRoom('constrained'), theme: 'light' },
  })
  expect(gone.present).toMatchObject({ page: 'constrained', theme: 'dark' })
  expect(undone(gone).present).toEqual({ ...dark.present, left: 'constrained' })
})

test('a link that holds another answer is taken, and is no step of undo', () => {
  const history = startHistory()
  const session = { ...history.present, drafts: { z: { q: 'Q*k_a' } } }
  expect(reduceChanges(history, { type: 'go', session })).toEqual({ ...history, present: session })
})

test('at least five hundred steps can be undone, and not many more are kept', () => {
  let history = startHistory(inRoom('every-kind'))
  for (let i = 0; i < 2000; i++) history = changed(history, { Q: i / 2 })
  const steps = history.past.length
  expect(steps).toBeGreaterThanOrEqual(500)
  expect(steps).toBeLessThanOrEqual(510)
  for (let i = 0; i < steps; i++) history = undone(history)
  expect(openParams(history.present)).toMatchObject({ Q: (1999 - steps) / 2 })
  expect(undone(history)).toBe(history)
})

describe('a store', () => {
  test('tells its listeners after each change, until they leave', () => {
    const store = createStore((sum: number, x: number) => sum + x, 1)
    const seen: number[] = []
    const leave = store.subscribe(() => seen.push(store.get()))
    store.dispatch(2)
    store.dispatch(3)
    leave()
    store.dispatch(4)
    expect(seen).toEqual([3, 6])
    expect(store.get()).toBe(10)
  })

  test('tells every listener, also when one leaves meanwhile', () => {
    const store = createStore((sum: number, x: number) => sum + x, 0)
    const heard: string[] = []
    const leave = store.subscribe(() => {
      heard.push('a')
      leave()
    })
    store.subscribe(() => heard.push('b'))
    store.dispatch(1)
    store.dispatch(1)
    expect(heard).toEqual(['a', 'b', 'b'])
  })
})

test('a link to another part of the lab is followed, and is no step of undo', () => {
  const history = startHistory({ ...initialSession(), page: 'lab' })
  const session = { ...history.present, lab: { ...history.present.lab, tab: 'cause' as const } }
  expect(reduceChanges(history, { type: 'go', session })).toEqual({ ...history, present: session })
})

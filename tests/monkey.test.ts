import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { constructionOf, constructions } from '../src/constructions'
import { judged, paramsWith } from '../src/constructions/construction'
import { drawParams, initialParams, type ParamValue } from '../src/constructions/params'
import { createRandom } from '../src/core/random/random'
import { PLACES } from '../src/state/page'
import { decodeLink, encodeLink } from '../src/state/permalink'
import { initialSession } from '../src/state/session'
import { type History, reduceChanges, startHistory } from '../src/state/store'

/*
 * A random user of the whole explorer, below its surface: goes from page to page, moves controls, takes presets, undoes,
 * redoes and opens links, and looks after each event at everything that would be on the screen.
 */

/** `npm run test:monkey` sets it: twenty seeds of ten thousand events in place of one of a few hundred. */
const IS_LONG = process.env['MONKEY'] === 'long'
const SEEDS = IS_LONG ? Array.from({ length: 20 }, (_, i) => 20_261_127 + i) : [20_261_127]
const RUNS = IS_LONG ? 100 : 6
const EVENTS = IS_LONG ? 100 : 50

type Event =
  | { readonly kind: 'page'; readonly at: number }
  | { readonly kind: 'control' | 'preset'; readonly at: number; readonly seed: number }
  | { readonly kind: 'undo' | 'redo' | 'settle' | 'reopen' }

const at = fc.nat(30)
const seed = fc.nat(1e6)
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('page' as const), at }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom('control' as const, 'preset' as const), at, seed }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('undo' as const, 'redo' as const, 'settle' as const, 'reopen' as const),
    }),
  },
)

const pages = [...PLACES, ...constructions.map(({ id }) => id)]

function after(history: History, done: Event): History {
  const { present } = history
  const room = constructionOf(present.page)
  if (done.kind === 'page') {
    const page = pages[done.at % pages.length]
    return reduceChanges(history, { type: 'go', session: { ...present, page } })
  }
  if (done.kind === 'reopen') return reopened(history)
  if (done.kind !== 'control' && done.kind !== 'preset') return reduceChanges(history, { type: done.kind })
  if (!room) return history
  if (done.kind === 'preset') {
    const { id, params } = room.presets[done.at % room.presets.length]
    const changes = paramsWith(room, initialParams(room.params), params)
    return reduceChanges(history, { type: 'change', changes, intent: `preset ${id} ${done.seed}` })
  }
  const names = Object.keys(room.params)
  const name = names[done.at % names.length]
  const drawn: Readonly<Record<string, ParamValue>> = drawParams(room.params, createRandom(done.seed))
  return reduceChanges(history, { type: 'change', changes: { [name]: drawn[name] }, intent: name })
}

/** The page closed and its link opened elsewhere: the same room, as it was. */
function reopened(history: History): History {
  const { present } = history
  const decoded = decodeLink(encodeLink(present), initialSession())
  if (!decoded.ok) throw new Error(decoded.message)
  expect(decoded.notices).toEqual([])
  const { page, params } = decoded.session
  expect(page).toBe(present.page)
  const room = constructionOf(present.page)
  if (room) expect(params[room.id]).toEqual(present.params[room.id])
  return history
}

/** Nothing that is no number, weights of 1 in all, and a verdict with a reason on every claim. */
function expectSound(history: History): void {
  const { present } = history
  const room = constructionOf(present.page)
  if (!room) return
  const params = present.params[room.id]
  const model = room.model(params)
  for (const total of room.totalWeights(model)) expect(Math.abs(total - 1)).toBeLessThanOrEqual(1e-12)
  const texts = [
    ...room.quantities(params, model).map(({ id, value, plugged }) => {
      expect(value, id).not.toBeNaN()
      return plugged
    }),
    ...room.claims.map((claim) => judged(claim, params, model).prose),
    room.setting(params),
  ]
  for (const text of texts) expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/)
}

/** Undo, then redo, comes back to the same picture. */
function expectUndone(before: History, now: History): void {
  if (now.past.length <= before.past.length) return
  const undone = reduceChanges(now, { type: 'undo' })
  expect(undone.present.params).toEqual(before.present.params)
  expect(undone.present.page).toBe(before.present.page)
  expect(reduceChanges(undone, { type: 'redo' }).present).toEqual(now.present)
}

test.each(SEEDS)(
  'a random user finds nothing broken (seed %i)',
  { timeout: IS_LONG ? 7_200_000 : 300_000 },
  (own) => {
    fc.assert(
      fc.property(fc.array(event, { minLength: EVENTS, maxLength: EVENTS }), (events) => {
        let history = startHistory()
        for (const done of events) {
          const now = after(history, done)
          expectUndone(history, now)
          history = now
          if (done.kind !== 'settle') expectSound(history)
        }
      }),
      { seed: own, numRuns: RUNS, endOnFailure: false },
    )
  },
)

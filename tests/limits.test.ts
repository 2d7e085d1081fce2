import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { constructions } from '../src/constructions'
import { drawParams } from '../src/constructions/params'
import { createRandom } from '../src/core/random/random'
import { heldBack, isHideable, type Limits, limitOf, NO_LIMITS, withLimit } from '../src/state/limits'
import { decodeLink, encodeLink } from '../src/state/permalink'
import { initialSession, limitsOf, type Session, withLimits, withParams } from '../src/state/session'
import { createStore, reduceChanges, startHistory } from '../src/state/store'

const room = constructions[1]
const [first, second] = Object.keys(room.params)
const open = (limits: Limits): Session => withLimits({ ...initialSession(), page: room.id }, room.id, limits)

/** Any limits that the share sheet can put on `construction`. */
function limitsOn(construction: (typeof constructions)[number]): fc.Arbitrary<Limits> {
  const names = Object.keys(construction.params)
  const kinds = names.map((name) =>
    fc.constantFrom(...(isHideable(construction, name) ? ['free', 'locked', 'hidden'] : ['free', 'locked'])),
  ) as fc.Arbitrary<'free' | 'locked' | 'hidden'>[]
  const parts = fc.subarray(['presets', 'story'])
  return fc.tuple(fc.tuple(...kinds), parts).map(([limits, hidden]) =>
    hidden.reduce<Limits>(
      (all, part) => withLimit(all, part, 'hidden'),
      limits.reduce<Limits>((all, limit, i) => withLimit(all, names[i], limit), NO_LIMITS),
    ),
  )
}

describe.each(constructions)('$id', (construction) => {
  property.prop([limitsOn(construction)])('what is locked and hidden survives the link', (limits) => {
    const link = encodeLink(
      withLimits({ ...initialSession(), page: construction.id }, construction.id, limits),
    )
    const back = decodeLink(link)
    expect(back).toMatchObject({ ok: true, notices: [] })
    if (back.ok) expect(limitsOf(back.session, construction.id)).toEqual(sorted(limits))
  })

  property.prop([limitsOn(construction), fc.nat()])('no change moves what is not free', (limits, seed) => {
    const params = drawParams(construction.params, createRandom(seed))
    const session = withLimits({ ...initialSession(), page: construction.id }, construction.id, limits)
    const before = session.params[construction.id]
    const after = withParams(session, params).params[construction.id]
    expect(heldBack(limits, before, after)).toEqual([])
  })

  const sorted = ({ locked, hidden }: Limits): Limits => {
    const order = [...Object.keys(construction.params), 'presets', 'story']
    const inOrder = (names: readonly string[]) => order.filter((name) => names.includes(name))
    return { locked: inOrder(locked), hidden: inOrder(hidden) }
  }
})

test.each([
  ['lock=nothing', 'lock', 'there is no control "nothing" in this room'],
  ['lock=story', 'lock', '"story" can be hidden, not locked'],
  ['lock=constructor', 'lock', 'there is no control "constructor" in this room'],
  [`lock=${first}&hide=${first}`, 'hide', `"${first}" is locked already`],
])('a link with %s is named', (fields, field, message) => {
  const back = decodeLink(`#v=1&panel=${room.id}&${fields}`)
  expect(back).toMatchObject({ ok: true, notices: [{ field, message: expect.stringContaining(message) }] })
})

test('a part of a figure cannot be hidden', () => {
  const matrix = constructions[0]
  const name = Object.keys(matrix.params).find((one) => !isHideable(matrix, one))
  const back = decodeLink(`#v=1&panel=${matrix.id}&hide=${name}`)
  expect(back).toMatchObject({ ok: true, notices: [{ field: 'hide', outcome: 'refused' }] })
})

test('a link without limits opens an unlocked room', () => {
  const session = open({ locked: [first], hidden: [second] })
  const back = decodeLink(`#v=1&panel=${room.id}`, session)
  expect(back.ok && limitsOf(back.session, room.id)).toEqual(NO_LIMITS)
})

test('to unlock is a step that undo takes back', () => {
  const store = createStore(reduceChanges, startHistory(open({ locked: [first], hidden: [] })))
  store.dispatch({ type: 'go', session: withLimits(store.get().present, room.id, NO_LIMITS) })
  expect(limitOf(limitsOf(store.get().present, room.id), first)).toBe('free')
  store.dispatch({ type: 'undo' })
  expect(limitOf(limitsOf(store.get().present, room.id), first)).toBe('locked')
})

test('no room has a control of the name of a part or of a field of limits', () => {
  for (const { params } of constructions)
    expect(Object.keys(params)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(lock|hide|presets|story|room)$/)]),
    )
})

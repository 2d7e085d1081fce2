import { fc, test } from '@fast-check/vitest'
import { expect, vi } from 'vitest'
import type { ConstructionId } from '../../src/constructions'
import { decodeLink, encodeLink } from '../../src/state/permalink'
import {
  initialSession,
  openConstruction,
  type Session,
  swapped,
  withLeft,
  withParams,
  withPinned,
} from '../../src/state/session'
import { partsWith, sameContent, sessionParts, settingsOf } from '../../src/state/session-parts'
import { paramsOf, sessions } from './arbitrary'
import { inRoom, openParams, pinnedParams } from './open'

vi.mock('../../src/constructions/declared', () => import('./rooms'))

const constrained = inRoom('constrained')
const room = constrained.page as ConstructionId

test('every part of the session is said to go somewhere or nowhere', () => {
  expect(Object.keys(sessionParts).toSorted()).toEqual(Object.keys(initialSession()).toSorted())
})

test.prop([sessions, sessions])(
  'a link tells of the parts that are said to be in it, and of no others',
  (a, b) => {
    for (const [part, { link }] of Object.entries(sessionParts))
      if (!link) expect(encodeLink({ ...a, [part]: b[part as keyof typeof b] })).toBe(encodeLink(a))
  },
)

test.prop([sessions, sessions])('a link changes no part that it is said not to carry', (a, b) => {
  const decoded = decodeLink(encodeLink(a), b)
  expect(decoded.ok && settingsOf(decoded.session)).toEqual(settingsOf(b))
})

test.prop([sessions, fc.constantFrom('link', 'lecture', 'saved', 'undo')])(
  'what goes one way and what does not are the whole session',
  (session, way) => {
    expect({ ...partsWith(session, way, true), ...partsWith(session, way, false) }).toEqual(session)
  },
)

test.prop([sessions, sessions])(
  'undo sees the parts that it is said to bring back, and no others',
  (a, b) => {
    expect(sameContent(a, { ...b, ...partsWith(a, 'undo', true) })).toBe(true)
    for (const [part, { undo }] of Object.entries(sessionParts)) {
      const isSame = JSON.stringify(a[part as keyof Session]) === JSON.stringify(b[part as keyof Session])
      expect(sameContent(a, { ...a, [part]: b[part as keyof Session] })).toBe(!undo || isSame)
    }
  },
)

test('the page that is left for the front door is remembered', () => {
  const inside = withLeft(constrained)
  expect(inside.left).toBe('constrained')
  expect(withLeft({ ...inside, page: 'home' }).left).toBe('constrained')
  expect(withLeft(initialSession()).left).toBeNull()
})

test('on a page without a room no params change, unless a room is named', () => {
  const home = initialSession()
  expect(openConstruction(home)).toBeUndefined()
  expect(withParams(home, { m: 5 })).toBe(home)
  expect(withParams(home, { m: 5 }, room).params['constrained']).toMatchObject({ m: 5 })
})

test.prop([paramsOf('constrained'), paramsOf('constrained')])(
  'swapped twice is as it was',
  (params, pinned) => {
    const session = withPinned(withParams(constrained, params), room, pinned)
    expect(openParams(swapped(session, room))).toEqual(pinned)
    expect(pinnedParams(swapped(session, room))).toEqual(params)
    expect(swapped(swapped(session, room), room)).toEqual(session)
  },
)

test('swapping needs something pinned, and pinning concerns the open room', () => {
  expect(swapped(constrained, room)).toBe(constrained)
  const pinned = withPinned(constrained, room, openParams(constrained))
  expect(Object.keys(pinned.pinned)).toEqual(['constrained'])
  expect(withPinned(pinned, room, undefined)).toEqual(constrained)
})

test.prop([fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 100 })])(
  'params are brought to go together',
  (m, n) => {
    expect(openParams(withParams(constrained, { m, n }))).toEqual({ m: Math.min(m, n), n })
  },
)

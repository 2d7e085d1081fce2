import { fc, test } from '@fast-check/vitest'
import { expect, vi } from 'vitest'
import { encodeLink } from '../../src/state/permalink'
import {
  initialSession,
  openParams,
  pinnedParams,
  sessionParts,
  swapped,
  withParams,
  withPinned,
} from '../../src/state/session'
import { paramsOf, sessions } from './arbitrary'

vi.mock('../../src/constructions', () => import('./rooms'))

const constrained = { ...initialSession(), panel: 'constrained' }

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

test.prop([paramsOf('constrained'), paramsOf('constrained')])(
  'swapped twice is as it was',
  (params, pinned) => {
    const session = withPinned(withParams(constrained, params), pinned)
    expect(openParams(swapped(session))).toEqual(pinned)
    expect(pinnedParams(swapped(session))).toEqual(params)
    expect(swapped(swapped(session))).toEqual(session)
  },
)

test('swapping needs something pinned, and pinning concerns the open room', () => {
  expect(swapped(constrained)).toBe(constrained)
  const pinned = withPinned(constrained, openParams(constrained))
  expect(Object.keys(pinned.pinned)).toEqual(['constrained'])
  expect(withPinned(pinned, undefined)).toEqual(constrained)
})

test.prop([fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 100 })])(
  'params are brought to go together',
  (m, n) => {
    expect(openParams(withParams(constrained, { m, n }))).toEqual({ m: Math.min(m, n), n })
  },
)

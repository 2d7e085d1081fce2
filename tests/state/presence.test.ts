import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import {
  createPresence,
  decodePresence,
  encodePresence,
  NO_PRESENCE,
  type Presence,
} from '../../src/state/presence'

const fraction = fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0)

const presences: fc.Arbitrary<Presence> = fc.record({
  marks: fc.array(fc.record({ name: fc.stringMatching(/^[\w-]{1,60}$/), symbolsOnly: fc.boolean() }), {
    maxLength: 12,
  }),
  scroll: fraction,
  pointer: fc.option(fc.record({ x: fraction, y: fraction })),
})

test.prop([presences])('a message brings presence back, through a copy as windows send it', (presence) => {
  expect(decodePresence(structuredClone(encodePresence(presence)))).toEqual(presence)
})

test.prop([fc.anything()])('no message makes decoding throw', (message) => {
  expect(() => decodePresence(message)).not.toThrow()
})

test.each([
  null,
  [],
  {},
  { ...NO_PRESENCE, scroll: 2 },
  { ...NO_PRESENCE, scroll: Number.NaN },
  { ...NO_PRESENCE, pointer: { x: -1, y: 0 } },
  { ...NO_PRESENCE, pointer: { x: 0.5, y: '0.5' } },
  { ...NO_PRESENCE, marks: [{ name: 'a"] , * [x="', symbolsOnly: false }] },
  { ...NO_PRESENCE, marks: Array.from({ length: 13 }, () => ({ name: 'key', symbolsOnly: false })) },
  { ...NO_PRESENCE, more: 1 },
])('%j is no presence', (message) => {
  expect(decodePresence(message)).toBeUndefined()
})

test('what changes nothing leaves the state the same object, so that nothing is drawn again', () => {
  const presence = createPresence()
  const marks = () => [{ name: 'key-a', symbolsOnly: false }]
  presence.dispatch({ marks: marks() })
  const before = presence.get()
  presence.dispatch({ marks: marks(), scroll: 0 })
  expect(presence.get()).toBe(before)
  presence.dispatch({ pointer: { x: 0.5, y: 0.25 } })
  expect(presence.get()).toEqual({ marks: marks(), scroll: 0, pointer: { x: 0.5, y: 0.25 } })
})

import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { paramsWith } from '../../src/constructions/construction'
import { keyQueryValue } from '../../src/constructions/key-query-value/key-query-value'
import { initialParams } from '../../src/constructions/params'
import { decodeLink, encodeLink } from '../../src/state/permalink'
import { initialSession, type Session, withParams, withPinned } from '../../src/state/session'

const initial = initialParams(keyQueryValue.params)
const room: Session = { ...initialSession(), page: keyQueryValue.id }

const table = (rows: number, columns: number) =>
  fc.array(fc.array(fc.constantFrom(0, 1, -1, 1 / 3, -2.5), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  })

/** The room after its tokens were given another size, and perhaps cells of its matrices were edited. */
const resized = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 8 }))
  .chain(([n, d]) =>
    fc.record(
      { tokens: table(n, d), keyMatrix: table(d, d), targets: table(n, d) },
      { requiredKeys: ['tokens'] },
    ),
  )
  .map((changes) => paramsWith(keyQueryValue, initial, changes))

describe('a link of tables of another size', () => {
  test.prop([resized, fc.option(resized, { nil: undefined })])(
    'brings all of them back without a word',
    (params, a) => {
      const session = withPinned(withParams(room, params), keyQueryValue.id, a)
      expect(decodeLink(encodeLink(session))).toEqual({ ok: true, session, notices: [] })
    },
  )

  test.prop([resized])(
    'that names the tokens alone says nothing of tables that follow them',
    ({ tokens }) => {
      const decoded = decodeLink(
        `#v=1&panel=${keyQueryValue.id}&tokens=${tokens.map((x) => x.join(',')).join(';')}`,
      )
      const session = withParams(room, paramsWith(keyQueryValue, initial, { tokens }))
      expect(decoded).toEqual({ ok: true, session, notices: [] })
    },
  )

  test('names a table that does not fit the tokens', () => {
    const decoded = decodeLink(`#v=1&panel=${keyQueryValue.id}&tokens=0,1;1,0&keyMatrix=1,0,0;0,1,0;0,0,1`)
    expect(decoded.ok && decoded.notices.map(({ field, outcome }) => [field, outcome])).toEqual([
      ['keyMatrix', 'clamped'],
    ])
  })
})

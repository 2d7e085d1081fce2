import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { initialSession } from '../../src/state/session'
import { type KeyValueStorage, loadSession, saveSession } from '../../src/state/storage'
import { isReachable } from '../contract/instances'
import { sessions } from './arbitrary'
import { constructionOf, constructions } from './rooms'

vi.mock('../../src/constructions', () => import('./rooms'))

const KEY = 'attention-explorer/v1/session'

/** Storage that holds `content` at first. */
function holding(content: Record<string, string> = {}): KeyValueStorage & { entries: Map<string, string> } {
  const entries = new Map(Object.entries(content))
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
  }
}

function refusing(reason: string): never {
  throw new DOMException('not here', reason)
}

test.prop([sessions])(
  'what was saved is loaded: rooms, their params, the open one, the settings',
  (session) => {
    const storage = holding()
    expect(saveSession(storage, session)).toBe(true)
    expect(loadSession(storage)).toEqual({ session, notices: [] })
  },
)

test('a first visit starts from the initial session, and says nothing', () => {
  expect(loadSession(holding())).toEqual({ session: initialSession(), notices: [] })
})

describe('content that cannot be read', () => {
  const whole = { v: 1, panel: 'constrained', theme: 'dark', singleKeys: true, rooms: {} }

  test.each([
    '',
    '{',
    'null',
    '[]',
    '5',
    '"v"',
    '{"v":1}',
    JSON.stringify({ ...whole, v: '1' }),
    JSON.stringify({ ...whole, v: 0 }),
    JSON.stringify({ ...whole, theme: 'pink' }),
    JSON.stringify({ ...whole, singleKeys: 1 }),
    JSON.stringify({ ...whole, rooms: { constrained: { m: 3 } } }),
    JSON.stringify({ ...whole, panel: null }),
  ])('%s is set aside, named, and replaced by the initial session', (text) => {
    const storage = holding({ [KEY]: text })
    const { session, notices } = loadSession(storage)
    expect(session).toEqual(initialSession())
    expect(notices).toMatchObject([{ field: 'storage', outcome: 'refused' }])
    expect(storage.entries.get(`${KEY}.bad`)).toBe(text)
  })

  test('of a newer version is left as it is', () => {
    const text = JSON.stringify({ v: 2, rooms: 'elsewhere' })
    const storage = holding({ [KEY]: text })
    expect(loadSession(storage)).toEqual({ session: initialSession(), notices: [] })
    expect([...storage.entries]).toEqual([[KEY, text]])
  })

  test('in one room leaves the others, is named and set aside', () => {
    const rooms = { constrained: '#v=1&panel=constrained&m=3', 'every-kind': '#v=9', gone: '#v=1&panel=gone' }
    const text = JSON.stringify({ ...whole, panel: '__proto__', rooms })
    const storage = holding({ [KEY]: text })
    const { session, notices } = loadSession(storage)
    expect(notices.map(({ field, outcome }) => [field, outcome])).toEqual([
      ['every-kind', 'refused'],
      ['gone, panel', 'refused'],
    ])
    expect(storage.entries.get(`${KEY}.bad`)).toBe(text)
    expect(session.params).toEqual({ ...initialSession().params, constrained: { m: 3, n: 10 } })
    expect(constructionOf(session.panel)).toBeDefined()
  })

  const rooms = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.constant('#v=1&panel=constrained&m=99')))
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record(Object.fromEntries(Object.keys(whole).map((key) => [key, fc.jsonValue()])))
      .map((x) => JSON.stringify(x)),
    rooms.map((all) => JSON.stringify({ ...whole, rooms: all })),
  )

  test.prop([texts], { numRuns: 500 })('never throws, and gives params that controls can reach', (text) => {
    const { session } = loadSession(holding({ [KEY]: text }))
    expect(constructionOf(session.panel)).toBeDefined()
    for (const { id, params } of constructions)
      for (const [name, spec] of Object.entries(params))
        expect(isReachable(spec, session.params[id][name]), name).toBe(true)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('storage that refuses', () => {
  test.each([
    ['is not there', undefined],
    [
      'may not be read',
      { getItem: () => refusing('SecurityError'), setItem: () => refusing('SecurityError') },
    ],
  ])('because it %s changes nothing', (_, storage) => {
    expect(loadSession(storage)).toEqual({ session: initialSession(), notices: [] })
    expect(saveSession(storage, initialSession())).toBe(false)
  })

  test('because it is full keeps what it has', () => {
    const full = { ...holding({ [KEY]: '{' }), setItem: () => refusing('QuotaExceededError') }
    expect(saveSession(full, initialSession())).toBe(false)
    expect(loadSession(full).notices).toHaveLength(1)
    expect([...full.entries]).toEqual([[KEY, '{']])
  })
})

import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import type { KeyValueStorage } from '../../src/state/device'
import { pageOf } from '../../src/state/page'
import { initialSession, type Session, withDraft } from '../../src/state/session'
import { loadSession, saveSession } from '../../src/state/storage'
import { isReachable } from '../contract/instances'
import { sessions } from './arbitrary'
import { declarations } from './rooms'

vi.mock('../../src/constructions/declared', () => import('./rooms'))

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

describe('two tabs', () => {
  /** What is kept after two tabs that opened at `base` have saved `first` and then `second`. */
  const after = (base: Session, first: Session, second: Session) => {
    const storage = holding()
    saveSession(storage, base)
    saveSession(storage, first, base)
    saveSession(storage, second, base)
    return loadSession(storage).session
  }
  const ofRoom = (session: Session, id: string) => JSON.stringify([session.params[id], session.pinned[id]])

  test.prop([sessions, sessions, sessions, fc.subarray(declarations.map(({ id }) => id))])(
    'keep each other’s rooms: the later one’s where it changed something, else the earlier one’s',
    (base, first, other, changed) => {
      const rooms = (part: 'params' | 'pinned') =>
        Object.fromEntries(
          declarations
            .map(({ id }) => [id, (changed.includes(id) ? other : base)[part][id]])
            .filter(([, params]) => params !== undefined),
        ) as Session['params']
      const second = { ...base, params: rooms('params'), pinned: rooms('pinned') }
      const kept = after(base, first, second)
      for (const { id } of declarations) {
        const isChanged = ofRoom(second, id) !== ofRoom(base, id)
        expect(ofRoom(kept, id)).toBe(ofRoom(isChanged ? second : first, id))
      }
    },
  )

  test('keep each other’s unfinished answers, theme and question', () => {
    const base = { ...initialSession(), part: 'b' }
    const first: Session = { ...withDraft(base, 'd', { q1: 'Q*k_1' }), theme: 'dark' }
    const second = withDraft(base, 'b', { q: 'Q(k_a+k_b)' })
    expect(after(base, first, second)).toMatchObject({
      drafts: { d: { q1: 'Q*k_1' }, b: { q: 'Q(k_a+k_b)' } },
      theme: 'dark',
      part: 'b',
    })
  })

  test('keep the answer to the question that was open when the other tab was opened', () => {
    const base = { ...initialSession(), part: 'd' }
    const first = withDraft(base, 'd', { q1: 'Q*k_1' })
    const second = withDraft({ ...base, part: 'b' }, 'b', { q: 'Q(k_a+k_b)' })
    expect(after(base, first, second).drafts).toEqual({ b: { q: 'Q(k_a+k_b)' }, d: { q1: 'Q*k_1' } })
  })

  test('write over what cannot be read', () => {
    const storage = holding({ [KEY]: '{"v":1,"rooms":7}' })
    expect(saveSession(storage, initialSession(), initialSession())).toBe(true)
    expect(loadSession(storage)).toEqual({ session: initialSession(), notices: [] })
  })
})

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
    expect(loadSession(storage)).toMatchObject({
      session: initialSession(),
      notices: [{ field: 'storage', outcome: 'refused', message: expect.stringMatching(/newer version/) }],
    })
    expect(saveSession(storage, initialSession())).toBe(false)
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
      ['storage', 'refused'],
    ])
    expect(storage.entries.get(`${KEY}.bad`)).toBe(text)
    expect(session.params).toEqual({ ...initialSession().params, constrained: { m: 3, n: 10 } })
    expect(pageOf(session.page)).toBeDefined()
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
    expect(pageOf(session.page)).toBeDefined()
    for (const { id, params } of declarations)
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

describe('what the first versions of the explorer saved', () => {
  const saved = (panel: string) => JSON.stringify({ v: 1, panel, theme: 'dark', singleKeys: true, rooms: {} })

  test.each([
    ['constrained', 'constrained', 'constrained'],
    ['check', 'check', 'check'],
    ['gone', 'home', null],
  ])('opens %s as %s, and remembers %s as the page that was left', (panel, page, left) => {
    expect(loadSession(holding({ [KEY]: saved(panel) })).session).toMatchObject({ page, left, theme: 'dark' })
  })
})

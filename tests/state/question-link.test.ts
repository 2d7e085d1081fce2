import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test, vi } from 'vitest'
import { decodeLink, encodeLink } from '../../src/state/permalink'
import { initialSession, openDraft, type Session, withDraft } from '../../src/state/session'
import { loadSession, saveSession } from '../../src/state/storage'
import { reduce, startHistory } from '../../src/state/store'

vi.mock('../../src/constructions/declared', () => import('./rooms'))

const asking = (part: string, texts: Record<string, string> = {}): Session =>
  withDraft({ ...initialSession(), page: 'check', part }, part, texts)

const read = (hash: string) => {
  const decoded = decodeLink(hash)
  if (!decoded.ok) throw new Error(decoded.message)
  return decoded
}

describe('a link to a question', () => {
  property.prop([fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })])(
    'brings back what was typed, to the character',
    (text) => {
      const { session, notices } = read(encodeLink(asking('d', { q1: text, q2: 'Q*mu_b' })))
      expect(notices).toEqual([])
      expect([session.page, session.part, openDraft(session)]).toEqual([
        'check',
        'd',
        { q1: text, q2: 'Q*mu_b' },
      ])
    },
  )

  test('holds a text that ends in half a character', () => {
    const { session } = read(encodeLink(asking('b', { q: 'k_a\uD800' })))
    expect(openDraft(session)).toEqual({ q: 'k_a\uFFFD' })
  })

  test('ends lines as a text field does', () => {
    const { session } = read('#v=1&panel=check&part=b&answer.q=k_a%0D%0A%2Bk_b%0D')
    expect(openDraft(session)).toEqual({ q: 'k_a\n+k_b\n' })
  })

  test('without an answer leaves the one that was begun', () => {
    const base = asking('b', { q: 'Q*k_a' })
    const decoded = decodeLink('#v=1&panel=check&part=b', base)
    expect(decoded.ok && openDraft(decoded.session)).toEqual({ q: 'Q*k_a' })
  })

  test.each([
    ['part=z', 'part', 'refused', /no question "z"/],
    ['part=b&answer.K=I', 'answer.K', 'ignored', /not asked/],
    ['part=b&answer.q=1&answer.q=2', 'answer.q', 'ignored', /twice/],
    [`part=b&answer.q=${'1'.repeat(1001)}`, 'answer.q', 'ignored', /longer than 1000/],
    ['part=b&scale=3', 'scale', 'ignored', /not asked/],
    ['part=b&panel=check', 'panel', 'ignored', /twice/],
    ['part=b&__proto__=1', '__proto__', 'ignored', /not asked/],
  ])('names what it does not take: %s', (fields, field, outcome, message) => {
    const { notices } = read(`#v=1&panel=check&${fields}`)
    expect(notices).toEqual([{ field, outcome, message: expect.stringMatching(message) }])
  })

  property.prop([fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 20 })])(
    'never throws',
    (fields) => {
      const text = fields.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
      const { session } = read(`#v=1&panel=check&${text}`)
      expect(session.drafts).toEqual({})
    },
  )
})

test('this device keeps every answer that was begun, and the question that was open', () => {
  const entries = new Map<string, string>()
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
  }
  const session = { ...asking('d', { q1: 'Q*mu_a' }), drafts: { b: { q: 'k_a' }, d: { q1: 'Q*mu_a' } } }
  saveSession(storage, { ...session, part: 'b' })
  const { session: loaded } = loadSession(storage)
  expect([loaded.page, loaded.part, loaded.drafts]).toEqual(['check', 'b', session.drafts])
})

test('undo takes no answer back', () => {
  const room = initialSession()
  const history = [
    { type: 'go', session: { ...room, page: 'check' } } as const,
    { type: 'answer', part: room.part, texts: { q: 'Q*k_a' } } as const,
    { type: 'undo' } as const,
  ].reduce(reduce, startHistory(room))
  expect(history.present.page).toBe(room.page)
  expect(openDraft(history.present)).toEqual({ q: 'Q*k_a' })
})

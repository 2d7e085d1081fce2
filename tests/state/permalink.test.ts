import { fc, test } from '@fast-check/vitest'
import { describe, expect, vi } from 'vitest'
import { initialParams } from '../../src/constructions/params'
import { decodeLink, encodeLink } from '../../src/state/permalink'
import {
  initialSession,
  openConstruction,
  openDraft,
  type Session,
  withPinned,
} from '../../src/state/session'
import { isReachable } from '../contract/instances'
import hostileLinks from '../reference/hostile-links.json'
import { sessions } from './arbitrary'
import { openParams, pinnedParams } from './open'
import { declarations } from './rooms'

vi.mock('../../src/constructions/declared', () => import('./rooms'))

interface HostileLink {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly input?: string
  readonly gen?: readonly (string | { readonly repeat: string; readonly times: number })[]
  readonly expect: { readonly outcome: string; readonly code?: string; readonly field?: string }
}

/** Groups of hostile links that cannot be tried here, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  text: 'no room has a param of free text yet',
  dynamic: 'they are actions in a browser, not links',
}

const links: readonly HostileLink[] = hostileLinks
const first = declarations[0]

const textOf = ({ input, gen = [] }: HostileLink) =>
  input ?? gen.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('')

/** The session of a link that can be read. */
function opened(link: string): { session: Session; fields: Readonly<Record<string, string>> } {
  const decoded = decodeLink(link)
  if (!decoded.ok) throw new Error(decoded.message)
  const fields = Object.fromEntries(decoded.notices.map(({ field, outcome }) => [field, outcome]))
  return { session: decoded.session, fields }
}

/** What the notices of a link say, for each outcome that is expected of one. */
const OUTCOMES: Readonly<Record<string, string>> = {
  ignored: 'ignored',
  clamp: 'clamped',
  fallback: 'refused',
}

describe('hostile links', () => {
  test('are all tried, but for groups that are left out', () => {
    expect(new Set(links.map(({ group }) => group))).toEqual(
      new Set(['shape', 'proto', 'number', 'integer', 'matrix', 'redirect', ...Object.keys(LEFT_OUT)]),
    )
  })

  describe.each(
    links.filter(({ group }) => !(group in LEFT_OUT)).map((l) => [`${l.id} ${l.title}`, l] as const),
  )('%s', (_, link) => {
    const { outcome, code, field } = link.expect

    if (outcome === 'reject')
      test('is refused', () => {
        expect(decodeLink(textOf(link))).toMatchObject({ ok: false, code })
      })
    else if (outcome === 'accept')
      test('is taken as it is', () => {
        expect(opened(textOf(link)).fields).toEqual({})
      })
    else
      test('has a field that is not taken as it is, and said so', () => {
        const { session, fields } = opened(textOf(link))
        expect(fields).toEqual({ [field!]: OUTCOMES[outcome] })
        if (outcome === 'fallback') expect(session).toEqual({ ...initialSession(), page: session.page })
        expect(unreachable(session)).toEqual([])
      })
  })

  test('leave prototypes alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    for (const link of links.filter(({ group }) => !(group in LEFT_OUT))) decodeLink(textOf(link))
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  })
})

describe('what was typed or broken', () => {
  const paramsAfter = (link: string) => openParams(opened(link).session)

  test.each([
    ['#v=1&Q=%2012%20', { Q: 12 }],
    ['#v=1&Q=+5', { Q: 5 }],
    ['#v=1&Q=5.', { Q: 5 }],
    ['#v=1&Q=.5', { Q: 0.5 }],
    ['#v=1&Q=1E2', { Q: 100 }],
    ['#v=1&Q=5%C2%AD6', { Q: 56 }],
    ['#v=1&Q=0.30000000000000004', { Q: 0.30000000000000004 }],
    ['v=1&Q=3', { Q: 3 }],
    ['#&&&v=1&&n=7', { n: 7 }],
    ['#n=7&v=1', { n: 7 }],
    [
      '#v=1&A=1,%202;%E2%88%923,4',
      {
        A: [
          [1, 2],
          [-3, 4],
        ],
      },
    ],
    ['#v=1&Q=1&Q=2', { Q: 1 }],
    ['#v=1&Q=1e6&n=0&seed=4294967296', { Q: 1000, n: 2, seed: 4294967295 }],
  ])('%s is understood', (link, expected) => {
    expect(paramsAfter(link)).toEqual({ ...initialParams(first.params), ...expected })
  })

  test('−0 is 0', () => {
    expect(Object.is(paramsAfter('#v=1&Q=-0')['Q'], 0)).toBe(true)
    expect(paramsAfter('#v=1&A=-0,1')['A']).toEqual([[0, 1]])
  })

  test.each(['#v=1&Q=5%0A6', '#v=1&law=Normal', '#v=1&A=1,,2'])(
    '%s keeps the initial value and says so',
    (link) => {
      const { session, fields } = opened(link)
      expect(session).toEqual({ ...initialSession(), page: first.id })
      expect(Object.values(fields)).toEqual(['refused'])
    },
  )

  test('the reason can be read, and is not as long as what was sent', () => {
    const decoded = decodeLink(`#v=1&Q=${'9a'.repeat(2000)}&${'f'.repeat(3000)}=1`)
    expect(decoded.ok && decoded.notices.map(({ message }) => message.length)).toEqual([
      expect.toSatisfy((length: number) => length < 120),
      expect.toSatisfy((length: number) => length < 120),
    ])
  })

  test('params that do not go together are moved, and said so', () => {
    const { session, fields } = opened('#v=1&panel=constrained&n=3&m=8')
    expect(openParams(session)).toEqual({ m: 3, n: 3 })
    expect(fields).toEqual({ m: 'clamped' })
  })

  test.each(['v=1', 'v=2', 'panel=constrained', 'Q=2', 'other=2'])(
    'a second %s is dropped, and said so',
    (again) => {
      const [field] = again.split('=')
      const given = '#v=1&panel=every-kind&Q=3&other=1'
      const decoded = decodeLink(`${given}&${again}`)
      const before = decodeLink(given)
      expect(decoded).toEqual({
        ...before,
        notices: expect.arrayContaining([
          { field, outcome: 'ignored', message: expect.stringMatching(/twice/) },
        ]),
      })
      expect(decoded.ok && decoded.notices).toHaveLength(2)
    },
  )

  test('a newer version is named as one', () => {
    expect(decodeLink('#v=2&Q=5')).toMatchObject({ message: expect.stringContaining('newer version') })
    expect(decodeLink('#v=0&Q=5')).toMatchObject({ message: expect.not.stringContaining('newer version') })
  })

  test('a link says nothing of other rooms', () => {
    const base = { ...initialSession(), params: { ...initialSession().params, constrained: { m: 5, n: 9 } } }
    const decoded = decodeLink('#v=1&panel=every-kind&Q=3', base)
    expect(decoded.ok && decoded.session.params['constrained']).toEqual({ m: 5, n: 9 })
  })

  test('what is pinned is read like the rest', () => {
    const { session, fields } = opened('#v=1&panel=constrained&m=3&A.&A.m=8&A.n=4&A.x=1&A.n=5')
    expect(openParams(session)).toEqual({ m: 3, n: 10 })
    expect(pinnedParams(session)).toEqual({ m: 4, n: 4 })
    expect(fields).toEqual({ 'A.x': 'ignored', 'A.n': 'ignored', 'A.m': 'clamped' })
    expect(pinnedParams(opened('#v=1&panel=constrained&A.=').session)).toEqual({ m: 2, n: 10 })
  })

  test('more than 64 fields are too many', () => {
    const fields = (count: number) => Array.from({ length: count }, (_, i) => `f${i}=1`).join('&')
    expect(decodeLink(`#v=1&${fields(63)}`).ok).toBe(true)
    expect(decodeLink(`#v=1&${fields(64)}`)).toMatchObject({ ok: false, code: 'E_LEN' })
  })
})

describe('what programs make of a link', () => {
  const rooms = sessions.filter((session) => openConstruction(session) !== undefined)
  const sentences = ['.', ',', ')', ').', '>', '"', '…', '”.', "'", ']', '!', '*', ' ', '%22', '%3E']
  /** As a browser hands an address on. */
  const pasted = (link: string) => new URL(link, 'https://example.org/').hash
  const form = (link: string) => `#${new URLSearchParams(link.slice(1))}`

  test.prop([rooms, fc.constantFrom(...sentences)])(
    'a sentence around it is no part of it',
    (session, end) => {
      expect(decodeLink(pasted(encodeLink(session) + end), session)).toEqual({
        ok: true,
        session,
        notices: [],
      })
    },
  )

  test.prop([sessions, fc.constantFrom('.', ',', '!', '?', '...', '*')])(
    'nor is it of an answer',
    (session, end) => {
      expect(decodeLink(pasted(encodeLink(session) + end), session)).toEqual({
        ok: true,
        session,
        notices: [],
      })
    },
  )

  test.prop([sessions])(
    'one more layer of encoding, as a whole or of its separators, is undone',
    (session) => {
      const link = encodeLink(session).slice(1)
      const separators = link.replaceAll('=', '%3D').replaceAll('&', '%26')
      const inPart = [separators, link.replace('=', '%3D'), link.replace('&', '%26')]
      // Where an answer holds a percent sign, nothing tells which of the two was done.
      for (const encoded of [encodeURIComponent(link), ...(link.includes('%25') ? [] : inPart)])
        expect(decodeLink(`#${encoded}`, session)).toEqual({ ok: true, session, notices: [] })
    },
  )

  test.prop([sessions])(
    'written as a form, escaped for HTML or with unseen characters it says the same',
    (session) => {
      const link = encodeLink(session)
      // A form writes spaces as plus signs, and nothing tells them from bare ones unless there is a true plus.
      const isClear = link.includes('%2B') || !link.includes('%20')
      const asForm = isClear && !/(?:%2A|%2E|%5F)$/.test(link) ? [form(link)] : []
      for (const changed of [...asForm, link.replaceAll('&', '&amp;'), link.replaceAll('&', '&%E2%80%8B')])
        expect(decodeLink(changed, session)).toEqual({ ok: true, session, notices: [] })
    },
  )

  test.each([
    ['#v=1&panel=check&part=b&answer.q=Q(k_a+k_b)', 'Q(k_a+k_b)'],
    ['#v=1&panel=check&part=b&answer.q=Q%28k_a+k_b%29', 'Q(k_a+k_b)'],
    ['#v=1&panel=check&part=b&answer.q=Q(k_a+k_b)).', 'Q(k_a+k_b)'],
    ['#v=1&panel=check&part=b&answer.q=Q*(k_a+%2B+k_b)', 'Q*(k_a + k_b)'],
    ['#v=1&panel=check&part=b&answer.q=Q*k_a+%2B+Q*k_b.', 'Q*k_a + Q*k_b'],
    ['#v%3D1%26panel%3Dcheck%26part%3Db%26answer.q%3DQ%2528k_a%252Bk_b%2529', 'Q(k_a+k_b)'],
    ['#v=1%26panel=check%26part=b%26answer.q=Q%28k_a%2Bk_b%29', 'Q(k_a+k_b)'],
    ['#v=1&amp;panel=check&amp;part=b&amp;answer.q=k_a%20%3E', 'k_a >'],
  ])('%s asks about %s', (link, text) => {
    const { session, fields } = opened(link)
    expect(fields).toEqual({})
    expect(openDraft(session)).toEqual({ q: text })
  })

  test.each([
    ['#v=1&Q=5)', { Q: 5 }],
    ['#v=1&A=1,2,', { A: [[1, 2]] }],
    ['#v=1&Q=1e+2', { Q: 100 }],
    ['#v=1%26Q=12%26n=7', { Q: 12, n: 7 }],
  ])('%s is a room', (link, expected) => {
    const { session, fields } = opened(link)
    expect(fields).toEqual({})
    expect(openParams(session)).toEqual({ ...initialParams(first.params), ...expected })
  })

  test.prop([sessions])('no link ends in a sign that a sentence may end in', (session) => {
    expect(encodeLink(session)).toMatch(/[\dA-Za-z=]$/)
  })

  test.each(['#%76=1&Q=5', '#v=%31&Q=5', '#v=1%&Q=5', '#v%3D1%&Q%3D5', '#%26%26', '#%'])(
    '%s is read or refused, and never thrown at',
    (link) => {
      expect(typeof decodeLink(link).ok).toBe('boolean')
    },
  )
})

describe('laws', () => {
  const rooms = sessions.filter((session) => openConstruction(session) !== undefined)

  test.prop([rooms])(
    'a link brings back the open room and what is pinned in it, through an address',
    (session) => {
      const { hash } = new URL(encodeLink(session), 'https://example.org/')
      const { id } = openConstruction(session)!
      const base = withPinned({ ...session, params: { ...session.params, [id]: {} } }, id, undefined)
      expect(decodeLink(hash, base)).toEqual({ ok: true, session, notices: [] })
    },
  )

  test.prop([sessions])('links hold only characters that mail and chats leave alone', (session) => {
    expect(encodeLink(session)).toMatch(/^#(?:[\w.,;=&+-]|%[\dA-F]{2})*$/)
  })

  const field = fc.oneof(
    fc.constantFrom(
      'v=1',
      'Q',
      'n',
      'A',
      'A.',
      'A.n',
      'law',
      'panel',
      '__proto__',
      'constructor',
      '=',
      '&',
      '#',
      '%',
      ';',
      ',',
    ),
    fc.string({ unit: 'grapheme' }),
    fc.double().map(String),
  )
  const foreign = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(field).map((parts) => parts.join('')),
    fc.array(field).map((parts) => `#v=1&${parts.join('=')}`),
  )

  test.prop([foreign], { numRuns: 2000 })('no text makes decoding throw, or leads out of range', (text) => {
    const decoded = decodeLink(text)
    expect(decoded.ok ? unreachable(decoded.session) : []).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

/** Params of any room, and pinned ones, that its controls could not be brought to. */
function unreachable({ params, pinned }: Session): string[] {
  return declarations.flatMap(({ id, params: specs }) =>
    [params[id], ...(pinned[id] ? [pinned[id]] : [])].flatMap((held) =>
      Object.keys(specs).filter((name) => !isReachable(specs[name], held[name])),
    ),
  )
}

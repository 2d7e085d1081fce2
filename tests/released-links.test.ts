import { expect, test } from 'vitest'
import { constructions } from '../src/constructions'
import { PLACES } from '../src/state/page'
import { decodeLink, encodeLink } from '../src/state/permalink'
import { initialSession, openConstruction, type Session } from '../src/state/session'
import released from './reference/released-links.json'

/** What of a session a link of its page is about, as the reference has it. */
function opened(session: Session): unknown {
  const { page, part, drafts, lab, embedded } = session
  const room = openConstruction(session)?.id
  const ofRoom = room && {
    params: session.params[room],
    pinned: session.pinned[room],
    limits: session.limits[room],
    room: page === 'embed' ? embedded : undefined,
  }
  return {
    page,
    ...ofRoom,
    ...(page === 'check' ? { part, answer: drafts[part] } : {}),
    ...(page === 'lab' ? { lab } : {}),
  }
}

/*
 * Links stand in mails, slides and exercise sheets. To the reference only links of later versions may be added: one that has
 * been given away must open to exactly the same state for ever.
 */
test.each(released.links)('$link opens what it always has', ({ link, opens }) => {
  const back = decodeLink(link)
  expect(back).toMatchObject({ ok: true, notices: [] })
  expect(back.ok && JSON.parse(JSON.stringify(opened(back.session)))).toEqual(opens)
  expect(back.ok && encodeLink(back.session)).toBe(link)
})

test('there is a link of every page, and of every room with something pinned and something locked', () => {
  const pages = released.links.map(({ opens }) => opens.page)
  expect(new Set(pages)).toEqual(new Set([...PLACES, ...constructions.map(({ id }) => id)]))
  for (const { id } of constructions) {
    const links = released.links.filter(({ opens }) => opens.page === id).map(({ link }) => link)
    expect(
      links.some((link) => link.includes('&A.=')),
      id,
    ).toBe(true)
    expect(
      links.some((link) => link.includes('&lock=') && link.includes('&hide=')),
      id,
    ).toBe(true)
  }
})

test('what a link does not name is as on a first visit', () => {
  const { params } = initialSession()
  const [first, second] = constructions
  const back = decodeLink(`#v=1&panel=${first.id}`)
  expect(back.ok && back.session.params[second.id]).toEqual(params[second.id])
})

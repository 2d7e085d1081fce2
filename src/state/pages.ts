import { decodeEmbed, embedFields } from './embed-link'
import { decodeLab, labFields } from './lab-link'
import type { Decoded, Field } from './link-fields'
import { type Page, type Place, roomOf } from './page'
import { decodeQuestion, questionFields } from './question-link'
import { decodeRoom, roomFields } from './room-link'
import type { Session } from './session'
import type { Shared } from './session-parts'

/** What the state knows of a page. How it is drawn is said in the interface's table of pages. */
export interface PageEntry {
  /** Its name in words. */
  readonly title: string
  /** What the menu calls it, in pages that the menu names after the rooms. */
  readonly menu?: string
  /** What the front door says of it, in pages that have a door there. */
  readonly door?: { readonly heading: string; readonly words: string }
  /** What its link carries besides version and page: the fields that bring this page back. */
  fields(session: Shared): Field[]
  /** The session that a link's fields on this page stand for; every field that is not taken is named. */
  decode(fields: readonly Field[], base: Session): Decoded
}

/** The pages beside the rooms. A new place is one entry here and one in the interface's table. */
const places: Readonly<Record<Place, PageEntry>> = {
  home: { title: 'Front door', fields: () => [], decode: (fields, base) => bare('home', fields, base) },
  lab: {
    title: 'Knowledge lab',
    menu: 'Knowledge lab',
    door: {
      heading: 'Knowledge lab',
      words:
        'Train small Transformers in this page, with attention and with its Synthesizer substitute, and open what they have learnt.',
    },
    fields: labFields,
    decode: decodeLab,
  },
  check: {
    title: 'Check my answer',
    menu: 'Check my answer',
    door: {
      heading: 'Check my answer',
      words:
        'Type a query or three matrices, as LaTeX or plain text. A wrong answer gets its smallest counterexample, and a hint.',
    },
    fields: questionFields,
    decode: decodeQuestion,
  },
  lessons: {
    title: 'Lessons',
    door: {
      heading: 'Teach with it',
      words:
        'Lessons of ten minutes for the lecture hall, with a console for you and a picture for the projector. Make your own from any state of any room.',
    },
    fields: () => [],
    decode: (fields, base) => bare('lessons', fields, base),
  },
  conformance: {
    title: 'Conformance',
    fields: () => [],
    decode: (fields, base) => bare('conformance', fields, base),
  },
  embed: { title: 'A room within another page', fields: embedFields, decode: decodeEmbed },
}

/** The entry of `page`: a place's own, or what every room has. */
export function pageEntry(page: Page): PageEntry {
  const room = roomOf(page)
  if (!room) return places[page as Place]
  return {
    title: room.title,
    fields: (session) => roomFields(room, session),
    decode: (fields, base) => decodeRoom(room, fields, base),
  }
}

/** A page that takes nothing from its link. */
function bare(page: Page, fields: readonly Field[], base: Session): Decoded {
  const notices = fields.map(
    ([field]) => ({ field, outcome: 'ignored', message: 'says nothing on this page' }) as const,
  )
  return { session: { ...base, page }, notices }
}

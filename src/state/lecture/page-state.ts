import { decodeLink, encodeLink } from '../permalink'
import { initialSession, type Session } from '../session'
import { partsWith } from '../session-parts'

/** The link of what the hall may see of `session`. */
export function pageLink(session: Session): string {
  return encodeLink({ ...session, ...partsWith(initialSession(), 'lecture', false) })
}

/** `base` brought to the state of a page; as it is where its link cannot be read. */
export function sessionAtLink(link: string, base: Session): Session {
  const decoded = link === '' ? undefined : decodeLink(link, base)
  return decoded?.ok ? { ...decoded.session, drafts: base.drafts } : base
}

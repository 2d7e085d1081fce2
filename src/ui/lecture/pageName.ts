import { sessionAtLink } from '../../state/lecture/page-state'
import { pageEntry } from '../../state/pages'
import { initialSession } from '../../state/session'

const names = new Map<string, string>()

/** The title of the page that `link` leads to. */
export function pageNameOf(link: string): string {
  const known = names.get(link)
  if (known !== undefined) return known
  const name = pageEntry(sessionAtLink(link, initialSession()).page).title
  if (names.size > 500) names.clear()
  names.set(link, name)
  return name
}

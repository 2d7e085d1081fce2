import { ROLES, type Role } from '../../state/lecture/messages'

/** What a window that shows a lecture reads from its address. */
export interface Audience {
  readonly lecture: string
  readonly role: Role
}

/** The address of a window that shows the lecture to `role`. */
export function audienceAddress({ lecture, role }: Audience): string {
  const address = new URL(location.href)
  address.hash = ''
  address.search = new URLSearchParams({ lecture, as: role }).toString()
  return address.href
}

/** What the address with `search` says this window is for; undefined of the explorer itself. */
export function audienceAt(search: string): Audience | undefined {
  const fields = new URLSearchParams(search)
  const lecture = fields.get('lecture')
  const role = ROLES.find((one) => one === fields.get('as'))
  return lecture && role && /^[\w-]{1,60}$/.test(lecture) ? { lecture, role } : undefined
}

/** A name that no other lecture has, and that nobody guesses. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

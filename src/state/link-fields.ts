import type { Session } from './session'

/** One field of a link, as text. */
export type Field = readonly [name: string, text: string]

/** One field of a link, or of anything else that comes from outside, that was not taken as it stood. */
export interface Notice {
  readonly field: string
  readonly outcome: 'ignored' | 'clamped' | 'refused'
  readonly message: string
}

/** A session, with a notice for every field that was not taken. */
export interface Decoded {
  readonly session: Session
  readonly notices: readonly Notice[]
}

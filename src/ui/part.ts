import type { ReactNode } from 'react'

/** A figure of a room. */
export interface Part {
  readonly id: string
  /** In a word or two, for a tab. */
  readonly name: string
  readonly figure: ReactNode
  /** Its part of a row's width, against those of its neighbours; 1 by default. */
  readonly share?: number
}

/** Keys that are no character. */
export type NamedKey = 'ArrowLeft' | 'ArrowRight' | 'End' | 'Enter' | 'Home'

/** A place in the window, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The few things a journey asks of a browser. What can be done in the page is done there, by `page/probe.ts`. */
export interface Engine {
  /** Name and version: `Firefox 153.8.0`. */
  readonly name: string
  /** Loads `address`, and reloads where only its fragment differs from the open one. */
  readonly open: (address: string) => Promise<void>
  /** The value of `expression` in the page, which JSON can carry. */
  readonly evaluate: <T>(expression: string) => Promise<T>
  readonly click: (point: Point) => Promise<void>
  /** Presses a named key, or the one that writes the character `key`. */
  readonly press: (key: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** An engine that this machine has, or what would bring it. */
export interface Candidate {
  readonly name: string
  /** How to install it where it is missing. */
  readonly install: string
  /** Undefined where it is not installed. */
  readonly start: () => Promise<Engine | undefined>
}

/** Every engine shows the page in a window of this size, so that its parts are arranged alike. */
export const WINDOW = { width: 1440, height: 900 }

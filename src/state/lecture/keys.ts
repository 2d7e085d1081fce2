import type { Command } from './lecture'

/** What of a key press matters. */
export interface Press {
  readonly key: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  /** Whether the key is held down. */
  readonly repeat: boolean
}

/** What has the focus: text is typed into it, it is a slider, it is what a prediction is drawn on, or neither. */
export type Focus = 'text' | 'slider' | 'drawing' | 'other'

/** What windows do beside what a lecture does. */
export type KeyAction =
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'window'; readonly act: 'fullscreen' | 'forward' }
  /** Moves the chosen slider by steps. */
  | { readonly type: 'slide'; readonly steps: number }
  /** The browser must not act on the key either. */
  | { readonly type: 'nothing' }

const PAGING: Readonly<Record<string, Command>> = { PageDown: 'next', PageUp: 'back' }

const STEPPING: Readonly<Record<string, Command>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  Spacebar: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
}

const LETTERS: Readonly<Record<string, KeyAction>> = {
  b: { type: 'command', command: 'blank' },
  '.': { type: 'command', command: 'blank' },
  z: { type: 'command', command: 'freeze' },
  l: { type: 'command', command: 'laser' },
  t: { type: 'command', command: 'timer' },
  f: { type: 'window', act: 'fullscreen' },
  s: { type: 'window', act: 'forward' },
}

const SLIDING: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, '−': -1 }

/**
 * What a key press means in a lecture; undefined where it means what it means everywhere. Some clickers send arrows,
 * others page keys: both step, whatever has the focus, save text being typed and a prediction being drawn.
 *
 * @param hasDigits - whether digits of a step have been typed, which Enter then goes to
 */
export function keyAction(press: Press, focus: Focus, hasDigits: boolean): KeyAction | undefined {
  if (press.altKey || press.ctrlKey || press.metaKey) return undefined
  const paging = PAGING[press.key]
  if (paging) return once(press, paging)
  if (focus === 'text') return undefined
  if (focus === 'drawing' && isOfDrawing(press.key)) return undefined
  // Shift and an arrow move the slider that has the focus, as outside of a lecture.
  const stepping = STEPPING[press.key]
  if (stepping) return press.shiftKey && press.key !== ' ' ? undefined : once(press, stepping)
  if (Object.hasOwn(SLIDING, press.key)) return { type: 'slide', steps: SLIDING[press.key] }
  return letter(press, hasDigits)
}

const isOfDrawing = (key: string) => key.startsWith('Arrow') || key === 'Enter'

function letter(press: Press, hasDigits: boolean): KeyAction | undefined {
  if (press.key === 'Enter') return hasDigits ? once(press, 'enter') : undefined
  if (/^\d$/.test(press.key)) return once(press, `digit ${Number(press.key)}`)
  const action = LETTERS[press.key.toLowerCase()]
  return action && press.repeat ? { type: 'nothing' } : action
}

/** A held key is one press. */
const once = ({ repeat }: Press, command: Command): KeyAction =>
  repeat ? { type: 'nothing' } : { type: 'command', command }

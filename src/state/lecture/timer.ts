/** How long a lecture has run. */
export interface Timer {
  /** Milliseconds before the last start. */
  readonly ran: number
  /** When it was last started, in milliseconds since 1970; null while it is paused. */
  readonly since: number | null
}

export const startedTimer = (now: number): Timer => ({ ran: 0, since: now })

/** Milliseconds that the timer has run; a clock that was set back takes nothing away. */
export const elapsed = ({ ran, since }: Timer, now: number): number =>
  ran + (since === null ? 0 : Math.max(0, now - since))

/** Paused where it ran, going on where it was paused. */
export const toggledTimer = (timer: Timer, now: number): Timer =>
  timer.since === null ? { ran: timer.ran, since: now } : { ran: elapsed(timer, now), since: null }

/** `6:12`, or `1:06:12`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(Math.max(0, milliseconds) / 1000)
  const two = (x: number) => String(x).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

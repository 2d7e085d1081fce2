/** A request that cannot be answered as it is; the message says why in one line. */
export class RequestError extends Error {}

/** Why a request failed, on one line whatever it quotes. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replaceAll(/\s+/g, ' ').trim()
}

/** Foreign content as it may stand in a message: never long, and never walked into. */
export function shown(foreign: unknown): string {
  if (Array.isArray(foreign)) return foreign.length === 0 ? 'an empty array' : 'an array'
  if (typeof foreign === 'object' && foreign !== null) return 'an object'
  if (typeof foreign !== 'string') return String(foreign)
  return JSON.stringify(foreign.length > 40 ? `${foreign.slice(0, 40)}…` : foreign)
}

/** How many of something: `1 argument`, `2 arguments`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A hostile file of the list: for some explorer's state with a number Q, a matrix A and a name. */
export interface HostileFile {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly input?: string
  readonly gen?: readonly (string | { readonly repeat: string; readonly times: number })[]
  readonly expect: { readonly outcome: string }
}

/**
 * The same attack on a file of progress: the name becomes a note, the matrix the list of attempts, the number a prediction;
 * whatever else stands beside them stands in the part of 1(b).
 */
export function progressFileOf({ input, gen = [] }: HostileFile): string {
  const text =
    input ?? gen.map((part) => (typeof part === 'string' ? part : part.repeat.repeat(part.times))).join('')
  const head = '{"format":"attention-explorer","v":1'
  const at = text.indexOf(head)
  if (at < 0) return text
  const fields = text.slice(at + head.length).replace(/^,/, '')
  const before = text.slice(0, at)
  if (fields.startsWith('"Q":')) {
    const entries = fields.replaceAll(/"Q":([^,}]*(?:\{[^}]*\})?)/g, '"prediction":[$1]')
    return `${before}{"v":1,"parts":{},"written":{"3b":{${entries}}}`
  }
  const own = fields.replace('"A":', '"attempts":').replace('"name":', '"note":')
  return `${before}{"v":1,"written":{},"parts":{"b":{${own}}}`
}

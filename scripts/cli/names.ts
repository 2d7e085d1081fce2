import { RequestError, shown } from './request-error'

/** Names longer than this resemble none of ours. */
const LONGEST = 40

/**
 * The entry of `table` called `name`: its own entries only, so that no name reaches an object's prototype.
 *
 * @throws {RequestError} naming `kind`, the name, and the name most like it
 */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: unknown, kind: string): T {
  if (typeof name !== 'string') throw new RequestError(`expected the name of a ${kind}, got ${shown(name)}`)
  if (!Object.hasOwn(table, name)) throw unknownName(name, kind, Object.keys(table))
  return table[name]
}

function unknownName(name: string, kind: string, names: readonly string[]): RequestError {
  const similar = mostSimilar(name, names)
  const hint = similar === undefined ? '' : `; did you mean ${similar}?`
  return new RequestError(`there is no ${kind} ${shown(name)}${hint}`)
}

/** The one of `names` that fewest edits turn `name` into, or undefined when they are more than a third of its letters. */
export function mostSimilar(name: string, names: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined
  const [best] = names
    .map((candidate) => ({ candidate, edits: editsBetween(name.toLowerCase(), candidate.toLowerCase()) }))
    .toSorted((a, b) => a.edits - b.edits)
  return best && best.edits <= Math.round(best.candidate.length * 0.35) ? best.candidate : undefined
}

/** Levenshtein's distance: letters to insert, delete or replace to make `a` into `b`. */
function editsBetween(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of Array.from(a).entries()) {
    const current = [i + 1]
    for (const [j, other] of Array.from(b).entries()) {
      const replaced = previous[j] + (letter === other ? 0 : 1)
      current.push(Math.min(replaced, previous[j + 1] + 1, current[j] + 1))
    }
    previous = current
  }
  return previous[b.length]
}

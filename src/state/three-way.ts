/**
 * `mine` with what `theirs` changed since both were `base`: what I changed stays, and so does what only they have.
 * Records are merged entry by entry; where both changed one entry, mine stays. Nothing is taken away: an entry that is not
 * among mine says nothing.
 */
export function threeWay(mine: unknown, base: unknown, theirs: unknown): unknown {
  if (isRecord(mine) && isRecord(base) && isRecord(theirs)) return mergedRecord(mine, base, theirs)
  const isMine = mine !== undefined && JSON.stringify(mine) !== JSON.stringify(base)
  return isMine || theirs === undefined ? mine : theirs
}

type Entries = Readonly<Record<string, unknown>>

/** What only they have comes first: the order of my own entries means something. */
function mergedRecord(mine: Entries, base: Entries, theirs: Entries): Entries {
  const names = [...Object.keys(theirs).filter((name) => !Object.hasOwn(mine, name)), ...Object.keys(mine)]
  return Object.fromEntries(
    names.map((name) => [name, threeWay(own(mine, name), own(base, name), own(theirs, name))]),
  )
}

const own = (record: Entries, name: string) => (Object.hasOwn(record, name) ? record[name] : undefined)

const isRecord = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

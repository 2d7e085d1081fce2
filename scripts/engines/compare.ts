/** What a journey read in one state of the page. */
export interface Note {
  readonly state: string
  readonly text: string
}

/** A state in which an engine shows something else than the reference. */
export interface Difference {
  readonly state: string
  readonly expected: string
  readonly got: string
}

/** How many characters are shown before the first one that differs, and from it on. */
const [BEFORE, FROM] = [60, 120]

/** The states in which `there` is not `reference`, character by character; missing and further ones count. */
export function differences(reference: readonly Note[], there: readonly Note[]): readonly Difference[] {
  const texts = (notes: readonly Note[]) => new Map(notes.map(({ state, text }) => [state, text]))
  const [expected, got] = [texts(reference), texts(there)]
  return [...new Set([...expected.keys(), ...got.keys()])]
    .filter((state) => expected.get(state) !== got.get(state))
    .map((state) => ({ state, ...aroundFirst(expected.get(state) ?? '', got.get(state) ?? '') }))
}

/** The part of both texts around the first character that differs. */
function aroundFirst(expected: string, got: string): Omit<Difference, 'state'> {
  let first = 0
  while (expected[first] === got[first]) first += 1
  const from = Math.max(0, first - BEFORE)
  const part = (text: string) => `${from > 0 ? '…' : ''}${text.slice(from, first + FROM)}`
  return { expected: part(expected), got: part(got) }
}

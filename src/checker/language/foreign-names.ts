import type { Vocabulary } from '../../constructions/exercises/exercise'

/** Columns of the assignment's questions, by letter: which parts have them. */
const PARTS = new Map([
  ['k', '1(a) and 1(b)'],
  ['mu', '1(c) and 1(d)'],
  ['u', '1(e)'],
  ['x', '1(e)'],
])

const COLUMN = /^(k|mu|u|x)(?:_(rest|[a-dij]|[1-9])|(rest|[a-d]|[1-9]))$/

const GREEK = new Map([['mu', 'μ']])

/** Whether `name` is that of a column, here or in another question, that this question does not offer. */
export function isForeign(name: string, { terms }: Vocabulary): boolean {
  return COLUMN.test(name) && !terms.some((term) => term.name.replace('_', '') === name.replace('_', ''))
}

/** What to say of such a name: where it belongs, what the columns are called here, and what was probably meant. */
export function foreignName(
  name: string,
  vocabulary: Vocabulary,
): { readonly prose: string; readonly instead: string | undefined } | undefined {
  const match = COLUMN.exec(name)
  const { columns } = vocabulary
  if (!match || columns === undefined || !isForeign(name, vocabulary)) return undefined
  const [, family, late, early] = match
  const index = late ?? early
  const own = vocabulary.terms.filter(({ shape }) => shape === 'column').map((term) => term.name)
  const isOwn = own.some((other) => other.startsWith(`${family}_`))
  const instead = own.find((other) => other === `${columns.family}_${index}`)
  const shown = `${GREEK.get(family) ?? family}_${index}`
  if (isOwn) return { prose: `There is no ${shown} here: ${columns.prose}.`, instead: undefined }
  return { prose: `${shown} belongs to part ${PARTS.get(family)}. Here ${columns.prose}.`, instead }
}

import type { Term } from './exercise'

const letter = (name: string, tex = name): Term => ({
  name,
  tex,
  meaning: 'a number as large as wanted',
  role: 'query',
  shape: 'scalar',
  isFree: true,
})

/** Letters that are shown for a number as large as wanted. */
export const FREE_LETTERS: readonly Term[] = [
  letter('Q'),
  letter('t'),
  letter('w'),
  letter('lambda', '\\lambda'),
  letter('C'),
]

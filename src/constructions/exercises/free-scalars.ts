import type { Operands, Term } from './exercise'

interface FreeScalar {
  readonly name: string
  readonly tex: string
  /** Its size at scale 1: no two are alike, lest an answer be right only where they happen to agree. */
  readonly factor: number
}

/** Letters that students use for a number as large as wanted. */
export const FREE_SCALARS: readonly FreeScalar[] = [
  { name: 'Q', tex: 'Q', factor: 1 },
  { name: 't', tex: 't', factor: 1.25 },
  { name: 'w', tex: 'w', factor: 0.875 },
  { name: 'lambda', tex: '\\lambda', factor: 0.75 },
  { name: 'C', tex: 'C', factor: 1.125 },
]

/** The symbols of `scalars`. */
export const freeTerms = (scalars: readonly FreeScalar[]): readonly Term[] =>
  scalars.map(({ name, tex }) => ({
    name,
    tex,
    meaning: 'a number as large as wanted',
    role: 'query',
    shape: 'scalar',
  }))

/** What they stand for at `scale`. */
export function atScale(scalars: readonly FreeScalar[], scale: number): Operands {
  return Object.fromEntries(scalars.map(({ name, factor }) => [name, factor * scale]))
}

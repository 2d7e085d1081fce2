import { type Claim, judged, type Verdict } from '../../src/constructions/construction'
import { type Quoted, quantitiesNamed } from '../../src/constructions/said'
import { withParams } from './evaluate'

/** One claim of a construction as judged at some params. */
export interface ClaimResult {
  readonly id: string
  readonly name: string
  readonly verdict: Verdict
  /** Whether the statement, of a corrected claim the notes' wording, is false at these params. */
  readonly isFalse: boolean
  /** The numbers in what was found, by name: one that float64 holds no digits of as the logarithm of its size. */
  readonly numbers: Readonly<Record<string, Quoted['value'] | { readonly log: number }>>
  /** What was found; prose with TeX, in which `{name}` is such a number. */
  readonly found: string
}

/**
 * Every claim of the construction `id`, judged under `params`; those left out have their initial values.
 *
 * @throws {RequestError} if there is no such construction, or it cannot take a param as given
 */
export function claimResults(id: unknown, params: unknown): ClaimResult[] {
  return withParams(id, params, (construction, read) => {
    const model = construction.model(read)
    const quantities = construction.quantities(read, model).map((q) => ({ ...q, name: q.id }))
    return construction.claims.map((claim) => resultOf(claim, judged(claim, read, model), quantities))
  })
}

type Named = Pick<Quoted, 'name' | 'value' | 'log'>

function resultOf(
  { id, name }: Pick<Claim<never, never>, 'id' | 'name'>,
  { verdict, isFalse, prose, quoted }: ReturnType<typeof judged>,
  quantities: readonly Named[],
): ClaimResult {
  const shown = quantitiesNamed(prose).flatMap((wanted) => quantities.find((q) => q.name === wanted) ?? [])
  const numbers = [...quoted, ...shown].map((number) => [number.name, numberOf(number)] as const)
  return { id, name, verdict, isFalse, numbers: Object.fromEntries(numbers), found: prose }
}

/** Below this size float64 has lost digits. */
const LEAST_NORMAL = 2.3e-308

function numberOf({ value, log }: Named): Quoted['value'] | { readonly log: number } {
  const isLost = typeof value === 'number' && Math.abs(value) < LEAST_NORMAL
  return isLost && log !== undefined && log > -Infinity ? { log } : value
}

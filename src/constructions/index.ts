import type { Construction } from './construction'
import type { ConstructionId } from './declared'
import type { ParamSpecs } from './params'
import { registry } from './registry'

export type { ConstructionId } from './declared'
export { questions } from './declared'

/** A construction, seen through the contract alone. */
export type Registered = Construction<ParamSpecs, unknown, ConstructionId>

/** Every construction, in the order of the notes: with all of it, for programs and for pages that show all rooms. */
export const constructions: readonly Registered[] = registry

/** The construction called `id`, or undefined. */
export function constructionOf(id: string): Registered | undefined {
  return constructions.find((construction) => construction.id === id)
}

import type { Construction } from './construction'
import type { Exercise } from './exercises/exercise'
import { registry } from './registry'

/** Every construction, in the order of the notes, seen through the contract alone. */
export const constructions: readonly Construction[] = registry

/** The name of a construction's folder, its link and its tests. */
export type ConstructionId = (typeof registry)[number]['id']

/** The construction called `id`, or undefined. */
export function constructionOf(id: string): Construction | undefined {
  return constructions.find((construction) => construction.id === id)
}

/** Every question that an answer can be checked for, in the order of the notes. */
export const exercises: readonly Exercise[] = constructions.flatMap(({ exercise }) => exercise ?? [])

import type { ConstructionId, Registered } from '../constructions'
import { type Chunk, chunk } from './chunk'

/** The file of a construction's own name exports the construction, and nothing else. */
type Defining = Readonly<Record<string, Registered>>

const definitions: Readonly<Record<string, Chunk<Registered>>> = Object.fromEntries(
  Object.entries(import.meta.glob<Defining>(['../constructions/*/*.ts', '!../constructions/*/*.*.ts'])).map(
    ([path, load]) => [path.split('/').at(-2), chunk(async () => Object.values(await load())[0])],
  ),
)

/** All of a construction: its model, quantities, derivation and claims. */
export const definitionOf = (id: ConstructionId): Chunk<Registered> => definitions[id]

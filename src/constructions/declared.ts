import type { Asked, Declared } from './construction'
import { gaussianKeysDeclared } from './gaussian-keys/gaussian-keys.declared'
import { identitySelfAttentionDeclared } from './identity-self-attention/identity-self-attention.declared'
import { keyQueryValueDeclared } from './key-query-value/key-query-value.declared'
import { multiHeadDeclared } from './multi-head/multi-head.declared'
import type { ParamSpecs } from './params'
import { singleKeyDeclared } from './single-key/single-key.declared'
import { twoKeyAverageDeclared } from './two-key-average/two-key-average.declared'

/** Every construction, in the order of the notes. */
const declared = [
  singleKeyDeclared,
  twoKeyAverageDeclared,
  gaussianKeysDeclared,
  multiHeadDeclared,
  identitySelfAttentionDeclared,
  keyQueryValueDeclared,
] as const

/** The name of a construction's folder, its link and its tests. */
export type ConstructionId = (typeof declared)[number]['id']

/** What is known of a construction before its room is opened. */
export type Declaration = Declared<ParamSpecs, ConstructionId>

/** Every construction before its room is opened, in the order of the notes. */
export const declarations: readonly Declaration[] = declared

/** The construction called `id` before its room is opened, or undefined. */
export function declarationOf(id: string): Declaration | undefined {
  return declarations.find((declaration) => declaration.id === id)
}

/** What is asked for each part that an answer can be checked for, in the order of the notes. */
export const questions: readonly Asked[] = declarations.flatMap(({ asked }) => asked ?? [])

import type { Construction, Quantity } from '../constructions/construction'
import type { ParamSpecs, ParamValues } from '../constructions/params'
import { useAdjust } from './kit/adjust'

type SpecsOf<C> = C extends { readonly params: infer S extends ParamSpecs } ? S : never
type ModelOf<C> = C extends { model(...args: never[]): infer M } ? M : never

/** What a room hands to the panel of its construction `C`. */
export interface PanelProps<C extends Construction = Construction> {
  readonly params: ParamValues<SpecsOf<C>>
  readonly model: ModelOf<C>
  readonly quantities: readonly Quantity[]
  /** The state pinned as A, drawn as a ghost in every figure. */
  readonly pinned: { readonly params: ParamValues<SpecsOf<C>>; readonly model: ModelOf<C> } | undefined
}

/** How a panel changes the params of its `construction`: those of one `intent` in a row undo together, others alone. */
export const useChange = <C extends Construction>(_construction: C) =>
  useAdjust().change as (changes: Partial<ParamValues<SpecsOf<C>>>, intent?: string) => void

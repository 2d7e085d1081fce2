import type { Construction, Quantity } from '../constructions/construction'
import type { ParamSpecs, ParamValues } from '../constructions/params'

type SpecsOf<C> = C extends { readonly params: infer S extends ParamSpecs } ? S : never
type ModelOf<C> = C extends { model(...args: never[]): infer M } ? M : never

/** What a room hands to the panel of its construction `C`. */
export interface PanelProps<C extends Construction = Construction> {
  readonly params: ParamValues<SpecsOf<C>>
  readonly model: ModelOf<C>
  readonly quantities: readonly Quantity[]
  /** The state pinned as A, drawn as a ghost in every figure. */
  readonly pinned: { readonly params: ParamValues<SpecsOf<C>>; readonly model: ModelOf<C> } | undefined
  /** Changes some params; changes of one `intent` in a row undo together until `onSettle`. */
  onChange(changes: Partial<ParamValues<SpecsOf<C>>>, intent: string): void
  onSettle(): void
}

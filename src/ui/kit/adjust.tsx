import { createContext, type PointerEvent, use } from 'react'
import type { NumberSpec, ParamValue } from '../../constructions/params'

/** How controls, formulas and figures change the parameters of what they stand in. */
export interface Adjust {
  /** Changes some parameters; changes of one `intent` in a row undo together until `settle`, those without alone. */
  change(changes: Readonly<Record<string, ParamValue>>, intent?: string): void
  /** What a parameter may be; undefined where it cannot be changed. */
  spec(param: string): NumberSpec | undefined
  /** Puts the value nearest to `value` that the slider could have put. */
  set(param: string, value: number): void
  /** `count` key presses' worth. */
  step(param: string, count: number): void
  /** Follows the pointer sideways until it is lifted. */
  drag(param: string, event: PointerEvent): void
  /** A gesture has ended: the next change is a step of undo of its own. */
  settle(): void
  /** A gesture was broken off: what it changed goes back to where it began. */
  cancel(): void
}

/** Where nothing can be changed. */
export const FIXED: Adjust = {
  change() {},
  spec: () => undefined,
  set() {},
  step() {},
  drag() {},
  settle() {},
  cancel() {},
}

export const AdjustContext = createContext(FIXED)

export const useAdjust = () => use(AdjustContext)

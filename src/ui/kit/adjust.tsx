import { createContext, type PointerEvent, use } from 'react'
import type { NumberSpec } from '../../constructions/params'

/** Ways to change a parameter where it is written, outside its slider. */
export interface Adjust {
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
const FIXED: Adjust = { spec: () => undefined, set() {}, step() {}, drag() {}, settle() {}, cancel() {} }

export const AdjustContext = createContext(FIXED)

/** How the formulas and figures of a room change its parameters in place. */
export const useAdjust = () => use(AdjustContext)

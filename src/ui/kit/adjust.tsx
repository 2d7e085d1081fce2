import { createContext, type PointerEvent, use } from 'react'

/** Ways to change a parameter where it stands, outside its slider. */
export interface Adjust {
  /** `count` key presses' worth. */
  step(param: string, count: number): void
  /** Follows the pointer sideways until it is lifted. */
  drag(param: string, event: PointerEvent): void
  settle(): void
}

export const AdjustContext = createContext<Adjust>({ step() {}, drag() {}, settle() {} })

/** How the formulas and figures of a room change its parameters in place. */
export const useAdjust = () => use(AdjustContext)

import { type PointerEvent, useMemo } from 'react'
import type { Construction } from '../constructions/construction'
import type { NumberSpec } from '../constructions/params'
import { stepped } from '../constructions/scale'
import type { Params } from '../state/session'
import type { Adjust } from './kit/adjust'

/** Pixels of a sideways drag that count as one key press. */
const PIXELS_PER_STEP = 5

/** Lets the numbers in formulas change the params of the open room. */
export function useAdjustments(
  construction: Construction,
  params: Params,
  onChange: (changes: Partial<Params>, intent: string) => void,
  onSettle: () => void,
): Adjust {
  return useMemo(() => {
    const change = (param: string, from: number, count: number) => {
      const spec = construction.params[param] as NumberSpec
      onChange({ [param]: stepped(spec, from, count) }, param)
    }
    return {
      step: (param, count) => change(param, params[param] as number, count),
      drag(param, event) {
        const from = params[param] as number
        followPointer(event, (pixels) => change(param, from, Math.round(pixels / PIXELS_PER_STEP)), onSettle)
      },
      settle: onSettle,
    }
  }, [construction, params, onChange, onSettle])
}

/** Reports how far the pointer has gone sideways until it is lifted. The formula under it is drawn anew meanwhile. */
function followPointer(start: PointerEvent, onMove: (pixels: number) => void, onEnd: () => void): void {
  const controller = new AbortController()
  const { signal } = controller
  const end = () => {
    controller.abort()
    onEnd()
  }
  start.preventDefault()
  window.addEventListener('pointermove', (event) => onMove(event.clientX - start.clientX), { signal })
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', end, { signal })
}

import { type PointerEvent, useMemo } from 'react'
import type { Registered } from '../constructions'
import type { NumberSpec } from '../constructions/params'
import { nearest, stepped } from '../constructions/scale'
import { limitOf } from '../state/limits'
import { limitsOf } from '../state/session'
import { useStore } from './explorer'
import type { Adjust } from './kit/adjust'
import { isPrimary } from './kit/useDrag'
import { useRoomActions } from './useRoom'

/** Pixels of a sideways drag that count as one key press. */
const PIXELS_PER_STEP = 5

/** Lets controls, formulas and figures change the params of `construction`. The same functions throughout a drag. */
export function useAdjustments(construction: Registered): Adjust {
  const { change, settle, cancel } = useRoomActions(construction)
  const { get } = useStore()
  return useMemo(() => {
    const valueOf = (param: string) => get().present.params[construction.id][param] as number
    const specOf = (param: string) => construction.params[param] as NumberSpec
    const isFixed = (param: string) => limitOf(limitsOf(get().present, construction.id), param) !== 'free'
    const stepFrom = (param: string, from: number, count: number) =>
      change({ [param]: stepped(specOf(param), from, count) }, param)
    return {
      change,
      spec: (param) => (isFixed(param) ? undefined : specOf(param)),
      set: (param, value) => change({ [param]: nearest(specOf(param), value) }, param),
      step: (param, count) => stepFrom(param, valueOf(param), count),
      drag(param, event) {
        if (!isPrimary(event) || isFixed(param)) return
        const from = valueOf(param)
        settle()
        followPointer(event, {
          onMove: (pixels) => stepFrom(param, from, Math.round(pixels / PIXELS_PER_STEP)),
          onEnd: settle,
          onCancel: cancel,
        })
      },
      settle,
      cancel,
    }
  }, [construction, get, change, settle, cancel])
}

interface Follower {
  onMove(pixels: number): void
  onEnd(): void
  onCancel(): void
}

/**
 * Reports how far the pointer has gone sideways until it is lifted. The formula under it is drawn again meanwhile, so
 * the window listens and not the number.
 */
function followPointer(start: PointerEvent, { onMove, onEnd, onCancel }: Follower): void {
  const controller = new AbortController()
  const listen = (name: 'pointermove' | 'pointerup' | 'pointercancel', act: (event: MouseEvent) => void) => {
    const whenFollowed = (event: globalThis.PointerEvent) => {
      if (event.pointerId === start.pointerId) act(event)
    }
    window.addEventListener(name, whenFollowed, { signal: controller.signal })
  }
  const stop = (tell: () => void) => () => {
    controller.abort()
    tell()
  }
  start.preventDefault()
  listen('pointermove', ({ clientX }) => onMove(clientX - start.clientX))
  listen('pointerup', stop(onEnd))
  listen('pointercancel', stop(onCancel))
}

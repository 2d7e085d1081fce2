import { useEffect } from 'react'
import { type Focus, type KeyAction, keyAction } from '../../state/lecture/keys'
import { isSheetOpen } from '../Sheet'

interface Ways {
  /** Whether digits of a step have been typed. */
  hasDigits(): boolean
  act(action: KeyAction): void
}

/** Listens for the keys of a lecture before anything else on the page does. `ways` must stay the same. */
export function useLectureKeys(ways: Ways | undefined): void {
  useEffect(() => {
    if (!ways) return undefined
    const onKeyDown = (event: KeyboardEvent) => {
      // Filling a form in for someone, Chromium sends key presses without a key.
      if (!(event instanceof KeyboardEvent) || event.isComposing || isSheetOpen()) return
      const action = keyAction(event, focusOf(event.target), ways.hasDigits())
      if (!action) return
      event.preventDefault()
      event.stopImmediatePropagation()
      ways.act(action)
    }
    // Where a button has the focus, some browsers press it when the space bar is let go.
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key === ' ' && focusOf(event.target) !== 'text' && !isSheetOpen()) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    window.addEventListener('keyup', onKeyUp, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      window.removeEventListener('keyup', onKeyUp, { capture: true })
    }
  }, [ways])
}

const NOT_TEXT = ['range', 'checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'color']

/** What has the focus, as far as keys are concerned. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'other'
  if (target.closest('[data-drawing]')) return 'drawing'
  if (target instanceof HTMLInputElement && !NOT_TEXT.includes(target.type)) return 'text'
  if (target instanceof HTMLTextAreaElement) return 'text'
  if (target instanceof HTMLElement && target.isContentEditable) return 'text'
  return target.matches('input[type="range"], [role="slider"]') ? 'slider' : 'other'
}

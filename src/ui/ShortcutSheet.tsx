import { useEffect } from 'react'
import { declarations } from '../constructions/declared'
import { useFromSession, useStore } from './explorer'
import { isSheetOpen, Sheet, toggleSheet } from './Sheet'

const SHORTCUTS: readonly (readonly [keys: string, what: string])[] = [
  ['Tab', 'from control to control, formula to formula'],
  ['← → ↑ ↓', 'on a slider or a point of a figure: one step; with Shift: ten'],
  ['Home, End', 'on a slider: to its ends; double-click: its initial value'],
  ['← →', 'on a formula: from symbol to symbol, lighting its mark in the figure'],
  ['Enter', 'on a number, in a formula or a figure: where it comes from, and all its digits'],
  ['↑ ↓', 'on an underlined number of a formula: change it'],
  ['Ctrl+Z', 'undo'],
  ['Ctrl+Shift+Z, Ctrl+Y', 'redo'],
  ['Alt+1 … Alt+9', 'go to a room'],
  ['?', 'this sheet'],
  ['Esc', 'close what is open'],
]

/** Everything the keyboard does, and the switch of the one shortcut that is a single character. */
export function ShortcutSheet() {
  const singleKeys = useFromSession((session) => session.singleKeys)
  const { dispatch } = useStore()
  return (
    <Sheet id="shortcuts" title="Keyboard shortcuts">
      <table>
        <tbody>
          {SHORTCUTS.map(([keys, what]) => (
            <tr key={keys + what}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label>
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => dispatch({ type: 'settings', settings: { singleKeys: event.target.checked } })}
        />{' '}
        Single-character shortcuts (?)
      </label>
    </Sheet>
  )
}

/** Listens for the page-wide shortcuts. */
export function useShortcuts(): void {
  const { get, dispatch } = useStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actionOf(event)
      if (!act) return
      event.preventDefault()
      act()
    }
    const actionOf = (event: KeyboardEvent): (() => void) | undefined => {
      // Filling a form in for someone, Chromium sends key presses without a key.
      if (!(event instanceof KeyboardEvent)) return undefined
      const { altKey, ctrlKey, metaKey, shiftKey } = event
      const key = event.key.toLowerCase()
      if (isSheetOpen() && key !== '?') return undefined
      const command = (ctrlKey || metaKey) && !altKey
      if (command && key === 'z' && !isTextField(event.target))
        return () => dispatch({ type: shiftKey ? 'redo' : 'undo' })
      if (command && key === 'y' && !isTextField(event.target)) return () => dispatch({ type: 'redo' })
      // With Alt, the number pad writes characters by their numbers.
      const isOnPad = event.location === KeyboardEvent.DOM_KEY_LOCATION_NUMPAD
      const room = altKey && !ctrlKey && !metaKey && !isOnPad ? declarations[Number(key) - 1] : undefined
      if (room) return () => dispatch({ type: 'go', session: { ...get().present, page: room.id } })
      const single = get().present.singleKeys && !ctrlKey && !metaKey && !altKey && !isTextField(event.target)
      return single && key === '?' ? () => toggleSheet('shortcuts') : undefined
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [get, dispatch])
}

const isTextField = (target: EventTarget | null) =>
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'checkbox')

import { type PointerEvent, type ReactNode, useId } from 'react'
import styles from './sheet.module.css'

interface Props {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** A sheet over the page, which waits until it is closed; the focus goes back to where it was. */
export function Sheet({ id, title, children }: Props) {
  const titleId = useId()
  return (
    <dialog id={id} className={styles['sheet']} aria-labelledby={titleId} onPointerDown={closeIfOutside}>
      <h2 id={titleId}>{title}</h2>
      {children}
      <button type="button" onClick={() => toggleSheet(id)}>
        Close
      </button>
    </dialog>
  )
}

/** A button that opens the sheet `of`. */
export function SheetButton({ of, label, children }: { of: string; label?: string; children: string }) {
  return (
    <button type="button" aria-haspopup="dialog" aria-label={label} onClick={() => toggleSheet(of)}>
      {children}
    </button>
  )
}

/** Opens the sheet `id`, or closes it. */
export function toggleSheet(id: string): void {
  const sheet = document.getElementById(id)
  if (!(sheet instanceof HTMLDialogElement)) return
  if (sheet.open) sheet.close()
  else sheet.showModal()
}

/** Whether a sheet is open, so that the page behind it must not hear keys. */
export const isSheetOpen = () => document.querySelector('dialog:modal') !== null

function closeIfOutside(event: PointerEvent<HTMLDialogElement>) {
  const { target, currentTarget: sheet, clientX: x, clientY: y } = event
  const { left, right, top, bottom } = sheet.getBoundingClientRect()
  if (target !== sheet || (x >= left && x <= right && y >= top && y <= bottom)) return
  // The press is over with that: it must not take the focus away again.
  event.preventDefault()
  sheet.close()
}

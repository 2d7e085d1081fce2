import { type ToggleEvent, useId, useRef, useState } from 'react'
import { Chunked } from './Chunked'
import { chunk } from './chunk'
import styles from './ExportButton.module.css'
import type { ExportedFigure } from './figureExport'

/** Comes with what makes the files. */
const menu = chunk(() => import('./export/ExportMenu'))

/** Opens what a figure can be exported as, beside its button. */
export function ExportButton(figure: ExportedFigure) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const onToggle = ({ newState, currentTarget }: ToggleEvent<HTMLDivElement>) => {
    setIsOpen(newState === 'open')
    if (newState === 'open' && button.current) place(currentTarget, button.current)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-label={`Export ${figure.title}`}
        data-on-screen-only
      >
        <span className={styles['word']}>Export</span>
        <svg className={styles['sign']} viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 10V2M5 5l3-3 3 3M3 9v5h10V9" />
        </svg>
      </button>
      <div id={id} popover="auto" className={styles['menu']} onToggle={onToggle}>
        {isOpen && (
          <Chunked chunk={menu} what="the ways to export">
            {({ ExportMenu }) => <ExportMenu {...figure} />}
          </Chunked>
        )}
      </div>
    </>
  )
}

/** Below its button where there is more room, or else above it. */
function place({ style }: HTMLElement, button: HTMLElement): void {
  const { top, bottom, right } = button.getBoundingClientRect()
  const isBelow = bottom < innerHeight / 2
  style.top = isBelow ? `${bottom + 4}px` : 'auto'
  style.bottom = isBelow ? 'auto' : `${innerHeight - top + 4}px`
  style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`
  style.maxHeight = `${(isBelow ? innerHeight - bottom : top) - 16}px`
}

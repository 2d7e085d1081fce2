import { useState } from 'react'
import styles from './CopyButton.module.css'

interface Props {
  /** What is copied, or what makes it. */
  readonly text: string | (() => string)
  readonly children?: string
  /** What is said when it is done. */
  readonly done?: string
  /** Where the text is if it has to be copied by hand: in the line, or below the button and over the page. */
  readonly place?: 'in line' | 'over'
}

/** Longer than a press of a button takes. */
const FORGET_AFTER_MS = 400

/**
 * Copies `text`. Where the page may not — browsers let only pages of safe origins, and ask — the text is shown and
 * selected, ready to be copied by hand.
 */
export function CopyButton({ text, children = 'Copy', done = 'Copied', place = 'in line' }: Props) {
  const [outcome, setOutcome] = useState<{ readonly byHand?: string }>()
  const copy = async () => {
    const written = typeof text === 'string' ? text : text()
    setOutcome((await isCopied(written)) ? {} : { byHand: written })
  }
  // Later: what the press that takes the focus is meant for must not move before the release.
  const forget = () => void setTimeout(() => setOutcome(undefined), FORGET_AFTER_MS)
  const byHand = outcome?.byHand
  return (
    <span className={`${styles['copy']} ${place === 'over' ? styles['over'] : ''}`}>
      <button
        type="button"
        className="pill"
        onClick={() => void copy()}
        onBlur={() => byHand === undefined && forget()}
      >
        {children}
      </button>
      <span className={byHand === undefined ? undefined : styles['by-hand']}>
        {byHand !== undefined && <ByHand text={byHand} onLeave={forget} />}
        <span role="status">
          {outcome && (byHand === undefined ? done : 'Selected: copy it with Ctrl+C or ⌘C')}
        </span>
      </span>
    </span>
  )
}

/** Copies `text`, and says whether the browser let it. */
export async function isCopied(text: string): Promise<boolean> {
  try {
    // Undefined where the page is of no safe origin.
    await (navigator.clipboard as Clipboard | undefined)!.writeText(text)
    return true
  } catch {
    return false
  }
}

/** A text to be copied by hand: shown, and selected. */
export function ByHand({ text, onLeave }: { text: string; onLeave(): void }) {
  return (
    <textarea
      ref={selectAll}
      className={styles['text']}
      readOnly
      rows={Math.min(6, 1 + Math.floor(text.length / 40))}
      translate="no"
      dir="ltr"
      aria-label="Text to copy"
      value={text}
      onBlur={onLeave}
    />
  )
}

function selectAll(area: HTMLTextAreaElement | null): void {
  area?.focus()
  area?.select()
}

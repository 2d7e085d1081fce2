import { type KeyboardEvent, useId, useState } from 'react'
import { readNumber } from '../../constructions/decode'
import { type Scale, stepped } from '../../constructions/scale'
import styles from './controls.module.css'

interface Props {
  readonly label: string
  readonly scale: Scale
  readonly value: number
  readonly unit?: string | undefined
  onChange(value: number): void
  onSettle?(): void
}

/** The most that a number can take to write; longer text is refused rather than read. */
const MAX_CHARACTERS = 40

/**
 * A field for one number of `scale`. What is typed takes effect as soon as it is a number in range; until then the
 * last good value stands and a sentence says what is missing. Arrow keys step.
 */
export function NumberField({ label, scale, value, unit, onChange, onSettle }: Props) {
  const [draft, setDraft] = useState<string>()
  const problemId = useId()
  const problem = draft === undefined ? undefined : problemOf(draft, scale)
  const type = (text: string) => {
    setDraft(text)
    if (!problemOf(text, scale)) onChange(readNumber(text)!)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const count = arrowSteps(event)
    if (count === 0) return
    event.preventDefault()
    setDraft(undefined)
    onChange(stepped(scale, value, count))
  }
  const leave = () => {
    setDraft(undefined)
    onSettle?.()
  }
  return (
    <>
      <input
        className={styles['field']}
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        translate="no"
        aria-label={`${label}, number`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && problemId}
        value={draft ?? `${shortest(value)}${unit ?? ''}`}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        onBlur={leave}
        onDrop={(event) => event.preventDefault()}
      />
      {problem && (
        <span className={styles['problem']} id={problemId} role="alert">
          {problem}
        </span>
      )}
    </>
  )
}

/** All digits of `value` in the shorter of its two notations, with true minus signs. */
function shortest(value: number): string {
  const decimal = String(value)
  const text = Math.abs(value) < 1e-3 && value !== 0 ? value.toExponential() : decimal
  return text.replaceAll('-', '−')
}

/** How many steps an arrow or page key asks for; Shift makes ten of one. */
export function arrowSteps(event: KeyboardEvent, key = event.key): number {
  const { shiftKey, ctrlKey, metaKey, altKey } = event
  if (ctrlKey || metaKey || altKey) return 0
  const steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[key] ?? 0
  return shiftKey && Math.abs(steps) === 1 ? steps * 10 : steps
}

function problemOf(text: string, { min, max, integer }: Scale): string | undefined {
  if (text.length > MAX_CHARACTERS) return `Too long for a number: at most ${MAX_CHARACTERS} characters.`
  const value = readNumber(text.replace(/°\s*$/, ''))
  if (value === undefined) {
    return /^\s*[-+−]?\d+,\d+\s*$/.test(text)
      ? `Write ${text.trim().replace(',', '.')}, with a point.`
      : 'Not a number yet.'
  }
  if (integer && !Number.isInteger(value)) return 'A whole number, please.'
  return value >= min && value <= max ? undefined : `From ${min} to ${max}, please.`
}

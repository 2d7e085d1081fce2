import { type KeyboardEvent, useId, useState } from 'react'
import { type Scale, stepped } from '../../constructions/scale'
import { readNumber } from '../../core/numbers/number-text'
import { useAdjust } from './adjust'
import styles from './controls.module.css'
import { arrowSteps } from './keys'

interface Props {
  readonly label: string
  readonly scale: Scale
  readonly value: number
  readonly unit?: string | undefined
  onChange(value: number): void
}

/** What is being typed. */
interface Draft {
  readonly text: string
  /** The value when typing began. */
  readonly before: number
}

/** What could not be taken when the field was left, said until something else is known. */
interface Refusal {
  readonly message: string
  readonly value: number
}

/**
 * A field for one number of `scale`. What is typed takes effect as soon as it is a number in range; as long as it is
 * not, the value from before is kept, not what the beginning of the text says, and a sentence says what is missing.
 * Arrow keys step.
 */
export function NumberField({ label, scale, value, unit, onChange }: Props) {
  const { settle } = useAdjust()
  const [draft, setDraft] = useState<Draft>()
  const [refusal, setRefusal] = useState<Refusal>()
  const problemId = useId()
  const read = draft && readInRange(draft.text, scale)
  const problem = typeof read === 'string' ? read : refusal?.value === value ? refusal.message : undefined
  const set = (next: number) => {
    if (next !== value) onChange(next)
  }
  const type = (text: string) => {
    if (!draft) settle()
    const before = draft?.before ?? value
    const typed = readInRange(text, scale)
    setDraft({ text, before })
    setRefusal(undefined)
    set(typeof typed === 'number' ? typed : before)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const count = arrowSteps(event)
    if (count === 0) return
    event.preventDefault()
    if (!event.repeat) settle()
    setDraft(undefined)
    onChange(stepped(scale, value, count))
  }
  const leave = () => {
    if (draft && typeof read === 'string' && draft.text.trim() !== '')
      setRefusal({ message: `“${draft.text}” was not taken. ${read}`, value })
    setDraft(undefined)
    settle()
  }
  return (
    <>
      <input
        className={styles['field']}
        inputMode={keyboardFor(scale)}
        autoComplete="off"
        spellCheck={false}
        translate="no"
        aria-label={`${label}, number`}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && problemId}
        value={draft?.text ?? `${shortest(value)}${unit ?? ''}`}
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

/** On phones: a keyboard of digits has no minus, and none of them an e for numbers like 1e−9. */
function keyboardFor({ min, step, integer }: Scale): 'text' | 'numeric' | 'decimal' {
  if (min < 0 || (min > 0 && min < 1e-3) || step < 1e-3) return 'text'
  return integer ? 'numeric' : 'decimal'
}

/** The number that `text` spells, or a sentence that says why it is none of `scale`. */
function readInRange(text: string, { min, max, integer }: Scale): number | string {
  const read = readNumber(text.replace(/[°º˚]\s*$/, ''), integer)
  if (!read.ok) return `${read.advice || 'Not a number yet'}.`
  if (integer && !Number.isInteger(read.value) && Number.isFinite(read.value))
    return 'A whole number, please.'
  return read.value >= min && read.value <= max ? read.value : `From ${min} to ${max}, please.`
}

import { useState } from 'react'
import { LIMITS, type Option, optionLetter } from '../../state/lecture/lesson'
import { expectedIn } from '../../state/lecture/question-drafts'
import styles from './lesson.module.css'

interface Props {
  readonly options: readonly Option[]
  /** What the numbers of an option are about, one after the other. */
  readonly labels: readonly string[]
  onChange(options: readonly Option[]): void
}

/** What hands are raised for: a text each, and the numbers that whoever chooses it expects. */
export function OptionFields({ options, labels, onChange }: Props) {
  const put = (i: number, changes: Partial<Option>) =>
    onChange(options.map((option, at) => (at === i ? { ...option, ...changes } : option)))
  return (
    <ol className={styles['optionFields']} aria-label="Options">
      {options.map((option, i) => (
        // Options have no names of their own, and may be alike.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i}>
          <strong aria-hidden="true">{optionLetter(i)}</strong>
          <input
            aria-label={`Option ${optionLetter(i)}`}
            value={option.text}
            maxLength={LIMITS.text}
            onChange={({ target }) => put(i, { text: target.value })}
          />
          <Expected
            label={`Numbers expected with option ${optionLetter(i)}`}
            option={option}
            count={labels.length}
            onChange={(expected) => put(i, { expected })}
          />
          <button
            type="button"
            className={styles['button']}
            aria-label={`Remove option ${optionLetter(i)}`}
            onClick={() => onChange(options.toSpliced(i, 1))}
          >
            ×
          </button>
        </li>
      ))}
      {options.length < LIMITS.options && (
        <li>
          <button
            type="button"
            className={styles['button']}
            onClick={() => onChange([...options, { text: '', expected: [] }])}
          >
            Add an option
          </button>
        </li>
      )}
    </ol>
  )
}

interface ExpectedProps {
  readonly label: string
  readonly option: Option
  readonly count: number
  onChange(expected: readonly number[]): void
}

/** Numbers apart by spaces. What is typed takes effect when all of them are there; until then the option has none. */
function Expected({ label, option: { expected }, count, onChange }: ExpectedProps) {
  const [draft, setDraft] = useState<string>()
  const read = draft === undefined ? undefined : expectedIn(draft, count)
  const stored = expected.map((value) => Number(value.toPrecision(4))).join(' ')
  const problem =
    typeof read === 'string'
      ? read
      : expected.length > 0 && expected.length !== count
        ? `${expected.length} of ${count} numbers: the page has changed`
        : undefined
  const type = (text: string) => {
    const next = expectedIn(text, count)
    setDraft(text)
    onChange(typeof next === 'string' ? [] : next)
  }
  return (
    <span className={styles['expected']}>
      <input
        aria-label={label}
        aria-invalid={problem !== undefined}
        value={draft ?? stored}
        placeholder={`${count} ${count === 1 ? 'number' : 'numbers'}`}
        onChange={({ target }) => type(target.value)}
        onBlur={() => typeof read !== 'string' && setDraft(undefined)}
      />
      {problem && <small>{problem}</small>}
    </span>
  )
}

import { useLayoutEffect, useRef } from 'react'
import { rationalOf } from '../../core/numbers/rational'
import { rationalText } from '../../tex/compositions'
import styles from './CoefficientGrid.module.css'

interface Props {
  readonly name: string
  /** Row and column, for the grid to find its element. */
  readonly place: string
  readonly value: number
  /** Its value in the state pinned as A. */
  readonly pinned: number | undefined
  readonly mark: string | undefined
  /** Whether it is the grid's tab stop. */
  readonly isCurrent: boolean
  /** What is being typed into it. */
  readonly draft: string | undefined
  readonly isWrong: boolean
  onFocus(): void
  onCycle(): void
  onType(text: string): void
  onLeave(): void
}

/** A coefficient: a coloured square to click on, a field while it is typed into. */
export function GridCell({
  name,
  place,
  value,
  pinned,
  mark,
  isCurrent,
  draft,
  isWrong,
  onFocus,
  onCycle,
  onType,
  onLeave,
}: Props) {
  const text = rationalText(rationalOf(value))
  const ghost = pinned === undefined || pinned === value ? undefined : rationalText(rationalOf(pinned))
  return (
    <td
      className={`${styles['cell']} ${value > 0 ? styles['positive'] : value < 0 ? styles['negative'] : ''}`}
      data-mark={mark}
      data-cell={place}
      tabIndex={isCurrent && draft === undefined ? 0 : -1}
      aria-label={`${name}: ${text}${ghost === undefined ? '' : `, in A: ${ghost}`}`}
      aria-invalid={isWrong}
      onFocus={onFocus}
      onClick={() => draft === undefined && onCycle()}
    >
      {draft === undefined ? (
        <>
          <span className={styles[text.length > 4 ? 'long' : 'short']}>
            <span className={styles['number']}>{text}</span>
          </span>
          {ghost !== undefined && <span className={styles['ghost']}>A {ghost}</span>}
        </>
      ) : (
        <Field name={name} draft={draft} isWrong={isWrong} onType={onType} onLeave={onLeave} />
      )}
    </td>
  )
}

function Field({
  name,
  draft,
  isWrong,
  onType,
  onLeave,
}: Pick<Props, 'name' | 'isWrong' | 'onType' | 'onLeave'> & { draft: string }) {
  const input = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const field = input.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  return (
    <input
      ref={input}
      className={styles['field']}
      autoComplete="off"
      spellCheck={false}
      translate="no"
      aria-label={name}
      aria-invalid={isWrong}
      value={draft}
      onChange={(event) => onType(event.target.value)}
      onBlur={onLeave}
    />
  )
}

import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { Echo } from '../../checker/echo'
import type { Field } from '../../constructions/exercises/exercise'
import { MOST_CHARACTERS } from '../../state/question-link'
import { Tex } from '../kit/Tex'
import styles from './check.module.css'
import { EchoLine } from './EchoLine'

interface Props {
  readonly field: Field
  /** What the line held when it was last told; what is typed stands in the line before. */
  readonly text: string
  readonly echo: Echo | undefined
  /** The text that was read. */
  readonly echoOf: string
  onFocus(): void
  onType(text: string): void
  onLeave(): void
  onCheck(): void
}

/** One blank of an answer: the line, and what was read of it. */
export function AnswerField({ field, text, echo, echoOf, onFocus, onType, onLeave, onCheck }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const echoId = `echo-${field.name}`
  // The browser draws what is typed; the page writes only what comes from elsewhere, or the caret would jump.
  useLayoutEffect(() => {
    if (area.current && area.current.value !== text) area.current.value = text
  }, [text])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onCheck()
  }
  const showPlace = (start: number, end: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(start, end)
  }
  const isRead = echo !== undefined && echoOf.trim() !== ''
  return (
    <div className={styles['field']}>
      <label className={styles['line']}>
        <span className="visually-hidden">Your answer for {field.name}</span>
        <span aria-hidden="true" className={styles['name']}>
          <Tex>{`${field.tex} =`}</Tex>
        </span>
        <textarea
          ref={area}
          name={field.name}
          rows={Math.min(4, Math.max(1, text.split('\n').length, Math.ceil(text.length / 52)))}
          maxLength={MOST_CHARACTERS}
          defaultValue={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby={echoId}
          aria-invalid={isRead && 'refused' in echo}
          onFocus={onFocus}
          onBlur={onLeave}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={echoId} role="status" className={styles['echo']}>
        {isRead && <EchoLine field={field} text={echoOf} echo={echo} onShowPlace={showPlace} />}
      </div>
    </div>
  )
}

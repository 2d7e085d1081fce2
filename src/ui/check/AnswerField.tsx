import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { Field } from '../../constructions/exercises/exercise'
import { MOST_CHARACTERS } from '../../state/question-link'
import { Tex } from '../kit/Tex'
import { useFromStore } from '../useFromStore'
import styles from './check.module.css'
import { EchoLine } from './EchoLine'
import type { EchoStore } from './useEchoes'

interface Props {
  readonly field: Field
  /** What the line held when it was last told; what is typed stands in the line before. */
  readonly text: string
  readonly echoes: EchoStore
  onFocus(): void
  onType(text: string): void
  /** Called before the line is left. */
  onLeave(): void
  onCheck(): void
}

/** One blank of an answer: the line, and what was read of it. */
export function AnswerField({ field, text, echoes, onFocus, onType, onLeave, onCheck }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const echoId = `echo-${field.name}`
  const isRefused = useFromStore(echoes, (of) => 'refused' in (of.byField[field.name] ?? {}))
  // The browser draws what is typed; the page writes only what comes from elsewhere, or the caret would jump.
  useLayoutEffect(() => {
    if (area.current && area.current.value !== text) area.current.value = text
  }, [text])
  const onKeyDown = (event: KeyboardEvent) => {
    // A command may open another page.
    if (event.ctrlKey || event.metaKey || event.altKey) onLeave()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onCheck()
  }
  const showPlace = (start: number, end: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(start, end)
  }
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
          aria-invalid={isRefused}
          onFocus={onFocus}
          onBlur={onLeave}
          onInput={(event) => onType(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={echoId} role="status" className={styles['echo']}>
        <FieldEcho field={field} echoes={echoes} onShowPlace={showPlace} />
      </div>
    </div>
  )
}

interface EchoProps {
  readonly field: Field
  readonly echoes: EchoStore
  onShowPlace(start: number, end: number): void
}

function FieldEcho({ field, echoes, onShowPlace }: EchoProps) {
  const { texts, byField } = useFromStore(echoes, (of) => of)
  const echo = byField[field.name]
  return echo && <EchoLine field={field} text={texts[field.name]} echo={echo} onShowPlace={onShowPlace} />
}

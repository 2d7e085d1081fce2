import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { edited, type Suggestion } from '../../checker/language/refused'
import type { Field } from '../../constructions/exercises/exercise'
import { MOST_CHARACTERS } from '../../state/question-link'
import { isComposing } from '../kit/keys'
import { Tex } from '../kit/Tex'
import { useFromStore } from '../useFromStore'
import styles from './check.module.css'
import { EchoLine } from './EchoLine'
import { FullNote, isNearlyFull } from './FullNote'
import type { EchoStore } from './useEchoes'

interface Props {
  readonly field: Field
  /** The first line says how answers are written. */
  readonly isFirst: boolean
  /** What was last reported of the line; what is typed is in the line before. */
  readonly text: string
  readonly echoes: EchoStore
  onFocus(): void
  onType(text: string): void
  /** Called before the line is left. */
  onLeave(): void
  onCheck(): void
}

/** One blank of an answer: the line, and what was read of it. */
export function AnswerField({ field, isFirst, text, echoes, onFocus, onType, onLeave, onCheck }: Props) {
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
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    onCheck()
  }
  const showPlace = (start: number, end: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(start, end)
  }
  const follow = (suggestion: Suggestion, ofText: string) => {
    const line = area.current
    // What has been typed since is not what the suggestion is about.
    if (!line || line.value !== ofText) return
    line.value = edited(ofText, suggestion)
    line.focus()
    onType(line.value)
  }
  return (
    <div>
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
          placeholder={isFirst ? 'plain text or LaTeX' : ''}
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
      {isNearlyFull(text, MOST_CHARACTERS) && <FullNote most={MOST_CHARACTERS} />}
      <div id={echoId} role="status" className={styles['echo']}>
        <FieldEcho
          field={field}
          isFirst={isFirst}
          echoes={echoes}
          onShowPlace={showPlace}
          onFollow={follow}
        />
      </div>
    </div>
  )
}

const BEFORE = 'What you type is read back to you here. Enter checks, Shift+Enter begins a line.'

interface EchoProps {
  readonly field: Field
  readonly isFirst: boolean
  readonly echoes: EchoStore
  onShowPlace(start: number, end: number): void
  onFollow(suggestion: Suggestion, ofText: string): void
}

function FieldEcho({ field, isFirst, echoes, onShowPlace, onFollow }: EchoProps) {
  const { texts, byField } = useFromStore(echoes, (of) => of)
  const echo = byField[field.name]
  const text = texts[field.name] ?? ''
  const isFromElsewhere = echo && 'from' in echo && echo.from !== undefined
  if (!echo || (text.trim() === '' && !isFromElsewhere)) return isFirst ? <p>{BEFORE}</p> : null
  return (
    <EchoLine
      field={field}
      text={text}
      echo={echo}
      onShowPlace={onShowPlace}
      onSuggestion={(suggestion) => onFollow(suggestion, text)}
    />
  )
}

import { type FormEvent, type KeyboardEvent, useRef } from 'react'
import type { Echo } from '../../checker/echo'
import type { Exercise, Field, Term, Texts } from '../../constructions/exercises/exercise'
import { MOST_CHARACTERS } from '../../state/question-link'
import type { CheckingClient } from '../../workers/checking-client'
import { Tex } from '../kit/Tex'
import styles from './check.module.css'
import { EchoLine } from './EchoLine'
import { useEchoes } from './useEchoes'

interface Props {
  readonly exercise: Exercise
  readonly texts: Texts
  /** Where the texts are read. */
  readonly client: CheckingClient
  readonly judging: boolean
  /** Told why nothing could be read of texts. */
  onFailure(texts: Texts, message: string): void
  onChange(texts: Texts): void
  onCheck(): void
}

/** Where an answer is written: a line for each blank, what was read of it below, and the symbols that may be used. */
export function AnswerForm({ exercise, texts, client, judging, onFailure, onChange, onCheck }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const lastField = useRef(exercise.fields[0].name)
  const areaOf = (name: string) => form.current?.querySelector<HTMLTextAreaElement>(`[name="${name}"]`)
  const { echoes, read } = useEchoes(client, exercise.part, texts, onFailure)
  const write = (name: string, text: string) => {
    const changed = { ...texts, [name]: text }
    read(changed)
    onChange(changed)
  }
  const insert = (text: string) => {
    const name = exercise.fields.some((field) => field.name === lastField.current)
      ? lastField.current
      : exercise.fields[0].name
    const area = areaOf(name)
    if (!area) return
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    area.focus()
    write(name, area.value)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCheck()
  }
  return (
    <form ref={form} className={styles['form']} onSubmit={submit}>
      {exercise.fields.map((field) => (
        <AnswerField
          key={field.name}
          field={field}
          text={texts[field.name] ?? ''}
          echo={echoes[field.name]}
          onFocus={() => {
            lastField.current = field.name
          }}
          onChange={(text) => write(field.name, text)}
          onCheck={onCheck}
        />
      ))}
      <Palette terms={exercise.vocabulary.terms} onInsert={insert} />
      <p className={styles['submit']}>
        <button type="submit" className={styles['primary']} disabled={judging}>
          {judging ? 'Checking…' : 'Check'}
        </button>
        <span>Any answer with the property is right. Enter checks, Shift+Enter begins a line.</span>
      </p>
    </form>
  )
}

interface FieldProps {
  readonly field: Field
  readonly text: string
  readonly echo: Echo | undefined
  onFocus(): void
  onChange(text: string): void
  onCheck(): void
}

function AnswerField({ field, text, echo, onFocus, onChange, onCheck }: FieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const echoId = `echo-${field.name}`
  const onKeyDown = (event: KeyboardEvent) => {
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
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          aria-describedby={echoId}
          aria-invalid={echo !== undefined && 'refused' in echo && text.trim() !== ''}
          onFocus={onFocus}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      <div id={echoId} role="status" className={styles['echo']}>
        {text.trim() !== '' && echo && (
          <EchoLine field={field} text={text} echo={echo} onShowPlace={showPlace} />
        )}
      </div>
    </div>
  )
}

function Palette({ terms, onInsert }: { terms: readonly Term[]; onInsert(text: string): void }) {
  return (
    <div className={styles['palette']} role="group" aria-label="Symbols of this question">
      {terms.map(({ name, tex, meaning, role }) => (
        <button
          key={name}
          type="button"
          className={role && role !== 'plain' ? `role-${role}` : ''}
          title={meaning}
          aria-label={`${name}: ${meaning}`}
          onClick={() => onInsert(name)}
        >
          <Tex>{tex}</Tex>
        </button>
      ))}
    </div>
  )
}

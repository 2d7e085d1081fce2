import { type FormEvent, useRef } from 'react'
import type { Exercise, Term, Texts } from '../../constructions/exercises/exercise'
import type { CheckingClient } from '../../workers/checking-client'
import { Tex } from '../kit/Tex'
import { AnswerField } from './AnswerField'
import styles from './check.module.css'
import { useEchoes } from './useEchoes'
import { useTyping } from './useTyping'

interface Props {
  readonly exercise: Exercise
  readonly texts: Texts
  /** Where the texts are read. */
  readonly client: CheckingClient
  readonly judging: boolean
  /** Told why nothing could be read of texts. */
  onFailure(texts: Texts, message: string): void
  onChange(texts: Texts): void
  onCheck(texts: Texts): void
}

/** Where an answer is written: a line for each blank, what was read of it below, and the symbols that may be used. */
export function AnswerForm({ exercise, texts, client, judging, onFailure, onChange, onCheck }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const lastField = useRef(exercise.fields[0].name)
  const { echoes, read } = useEchoes(client, exercise.part, texts, onFailure)
  const { latest, type, tell } = useTyping(texts, onChange)
  const write = (name: string, text: string) => {
    const changed = { ...latest(), [name]: text }
    type(changed, read(changed))
  }
  const insert = (text: string) => {
    const area = form.current?.querySelector<HTMLTextAreaElement>(`[name="${lastField.current}"]`)
    if (!area) return
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end')
    area.focus()
    write(area.name, area.value)
  }
  const check = () => {
    const answer = latest()
    tell()
    onCheck(answer)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    check()
  }
  return (
    <form ref={form} className={styles['form']} onSubmit={submit}>
      {exercise.fields.map((field) => (
        <AnswerField
          key={field.name}
          field={field}
          text={texts[field.name] ?? ''}
          echoes={echoes}
          onFocus={() => {
            lastField.current = field.name
          }}
          onType={(text) => write(field.name, text)}
          onLeave={tell}
          onCheck={check}
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

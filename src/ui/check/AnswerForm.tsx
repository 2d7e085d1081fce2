import { type FormEvent, type ReactNode, useRef } from 'react'
import type { Exercise, Texts } from '../../constructions/exercises/exercise'
import { Tex } from '../kit/Tex'
import { AnswerField } from './AnswerField'
import styles from './check.module.css'
import type { Checker } from './checking'
import { useEchoes } from './useEchoes'
import { useTyping } from './useTyping'

interface Props {
  readonly exercise: Exercise
  readonly texts: Texts
  /** Where the texts are read. */
  readonly checker: Checker
  readonly judging: boolean
  /** Other ways to fill the lines. */
  readonly children?: ReactNode
  /** Called with why nothing could be read of texts. */
  onFailure(texts: Texts, message: string): void
  onChange(texts: Texts): void
  onCheck(texts: Texts): void
}

/** Where an answer is written: a line for each blank, what was read of it below, and the symbols that may be used. */
export function AnswerForm({
  exercise,
  texts,
  checker,
  judging,
  children,
  onFailure,
  onChange,
  onCheck,
}: Props) {
  const form = useRef<HTMLFormElement>(null)
  const lastField = useRef(exercise.fields[0].name)
  const { echoes, read } = useEchoes(checker, exercise.part, texts, onFailure)
  const { latest, type, flush } = useTyping(texts, onChange)
  const write = (name: string, text: string) => {
    const changed = { ...latest(), [name]: text }
    type(changed, read(changed))
  }
  const insert = (text: string) => {
    const area = form.current?.querySelector<HTMLTextAreaElement>(`[name="${lastField.current}"]`)
    if (!area) return
    area.focus()
    const { selectionStart, selectionEnd, textLength } = area
    if (textLength - (selectionEnd - selectionStart) + text.length > area.maxLength) return
    area.setRangeText(text, selectionStart, selectionEnd, 'end')
    write(area.name, area.value)
  }
  const check = () => {
    const answer = latest()
    flush()
    onCheck(answer)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    check()
  }
  return (
    <form ref={form} className={styles['form']} onSubmit={submit}>
      <Palette exercise={exercise} onInsert={insert} />
      <div className={styles['fields']}>
        <div>
          {exercise.fields.map((field) => (
            <AnswerField
              key={field.name}
              field={field}
              isFirst={field === exercise.fields[0]}
              text={texts[field.name] ?? ''}
              echoes={echoes}
              onFocus={() => {
                lastField.current = field.name
              }}
              onType={(text) => write(field.name, text)}
              onLeave={flush}
              onCheck={check}
            />
          ))}
        </div>
        <button type="submit" className={styles['primary']} disabled={judging}>
          {judging ? 'Checking…' : 'Check'}
        </button>
      </div>
      {children}
    </form>
  )
}

/** The symbols of the question, and letters for numbers; other letters that it does not use can be typed. */
function Palette({ exercise, onInsert }: { exercise: Exercise; onInsert(text: string): void }) {
  const { terms, letters } = exercise.vocabulary
  return (
    <div className={styles['palette']} role="group" aria-label="Symbols of this question">
      {[...terms, ...letters].map(({ name, tex, meaning, role }) => (
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

import type { Note, Place, Refused, Suggestion } from '../../checker/language/refused'
import type { Echo, EchoedText } from '../../checker/verdict/echo'
import type { Field } from '../../constructions/exercises/exercise'
import { Prose } from '../kit/Prose'
import { Tex } from '../kit/Tex'
import styles from './check.module.css'

interface Props {
  readonly field: Field
  readonly text: string
  readonly echo: Echo
  /** Selects a stretch of the text, so that it can be mended at once. */
  onShowPlace(start: number, end: number): void
  /** Makes a change to the text that is offered here. */
  onSuggestion(suggestion: Suggestion): void
}

/** What was read of a line, typeset, with its shape and symbols; or what could not be read, in words and at its place. */
export function EchoLine({ echo, ...props }: Props) {
  return 'refused' in echo ? (
    <Problem {...props} refused={echo.refused} />
  ) : (
    <ReadLine {...props} read={echo} />
  )
}

function Problem({
  text,
  refused,
  onShowPlace,
  onSuggestion,
}: Omit<Props, 'echo'> & { readonly refused: Refused }) {
  const { message, start, end, suggestion } = refused
  const stretch = text.slice(start, end)
  return (
    <p className={styles['problem']}>
      <span aria-hidden="true">⚠ </span>
      <Prose>{message}</Prose>
      {suggestion && <SuggestionButton suggestion={suggestion} onSuggestion={onSuggestion} />}
      {!suggestion && stretch.trim() !== '' && stretch !== text && (
        <button type="button" onClick={() => onShowPlace(start, end)}>
          Show “{clipped(stretch)}”
        </button>
      )}
    </p>
  )
}

function ReadLine({ field, text, read, onSuggestion }: Omit<Props, 'echo'> & { readonly read: EchoedText }) {
  const { tex, shape, terms, from, setAside, notes } = read
  return (
    <>
      <p>
        <span>{from === undefined ? 'Read as' : `Read in the line of ${from}:`}</span>{' '}
        <Tex atOnce>{`${field.tex} = ${tex}`}</Tex> <span>· {shape.words}</span>
        {shape.words !== 'a scalar' && (
          <>
            <span>, </span>
            <Tex>{shape.tex}</Tex>
          </>
        )}
        {terms.length > 0 && (
          <>
            <span> · uses </span>
            <Tex atOnce>{terms.map((term) => term.tex).join(',\\, ')}</Tex>
          </>
        )}
      </p>
      {setAside.length > 0 && <SetAside text={text} places={setAside} />}
      {notes.map((note) => (
        <NoteLine key={note.message} note={note} onSuggestion={onSuggestion} />
      ))}
    </>
  )
}

/** What was written beside the formula: seen, and no part of what is judged. */
function SetAside({ text, places }: { readonly text: string; readonly places: readonly Place[] }) {
  return (
    <p className={styles['aside']}>
      <span>Set aside: </span>
      <q>{places.map(({ start, end }) => text.slice(start, end)).join(' … ')}</q>
    </p>
  )
}

function NoteLine({ note, onSuggestion }: { readonly note: Note } & Pick<Props, 'onSuggestion'>) {
  return (
    <p className={styles['aside']}>
      <Prose>{note.message}</Prose>
      {note.suggestion && <SuggestionButton suggestion={note.suggestion} onSuggestion={onSuggestion} />}
    </p>
  )
}

function SuggestionButton({
  suggestion,
  onSuggestion,
}: { readonly suggestion: Suggestion } & Pick<Props, 'onSuggestion'>) {
  return (
    <button type="button" onClick={() => onSuggestion(suggestion)}>
      {suggestion.label}
    </button>
  )
}

const clipped = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text)

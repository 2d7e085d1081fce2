import { type FormEvent, useId, useState } from 'react'
import type { Corpus } from '../../../knowledge/corpus/corpus'
import styles from './inside.module.css'

interface Props {
  readonly corpus: Corpus
  readonly tokens: readonly number[]
  readonly original: readonly number[]
  onEdit(at: number, token: number): void
  onUndo(): void
}

/** The tokens of a prompt, one of which may be replaced by another of the vocabulary. */
export function TokenRow({ corpus, tokens, original, onEdit, onUndo }: Props) {
  const { tokenizer } = corpus
  const [at, setAt] = useState<number>()
  const edited = tokens.findIndex((token, i) => token !== original[i])
  return (
    <div className={styles['tokens']}>
      <h2>Edit one token</h2>
      <ul>
        {tokens.map((token, i) => (
          // Tokens repeat; their place names them.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={i}>
            <button type="button" aria-pressed={i === at} data-edited={i === edited} onClick={() => setAt(i)}>
              {i === edited
                ? `${tokenizer.shown(original[i])} → ${tokenizer.shown(token)}`
                : tokenizer.shown(token)}
            </button>
          </li>
        ))}
      </ul>
      {at !== undefined && at < tokens.length && (
        <Replacement
          key={`${at} ${tokens[at]}`}
          vocabulary={tokenizer.vocabulary}
          token={tokens[at]}
          place={at}
          onReplace={(token) => {
            onEdit(at, token)
            setAt(undefined)
          }}
        />
      )}
      {edited >= 0 && (
        <button type="button" className={styles['undo']} onClick={onUndo}>
          Undo the edit
        </button>
      )}
    </div>
  )
}

interface ReplacementProps {
  readonly vocabulary: readonly string[]
  readonly token: number
  readonly place: number
  onReplace(token: number): void
}

function Replacement({ vocabulary, token, place, onReplace }: ReplacementProps) {
  const [list, problem] = [useId(), useId()]
  const [text, setText] = useState('')
  const found = vocabulary.indexOf(text)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (found >= 0) onReplace(found)
  }
  return (
    <form className={styles['replace']} onSubmit={submit}>
      <label>
        <span>{`Token ${place + 1}, “${vocabulary[token]}”, becomes`}</span>{' '}
        <input
          value={text}
          list={list}
          aria-invalid={text !== '' && found < 0}
          aria-describedby={problem}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <datalist id={list}>
        {vocabulary.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </datalist>
      <button type="submit" disabled={found < 0}>
        Replace
      </button>
      <span id={problem} role="status">
        {text !== '' && found < 0 ? `The vocabulary has no “${text.slice(0, 20)}”.` : ''}
      </span>
    </form>
  )
}

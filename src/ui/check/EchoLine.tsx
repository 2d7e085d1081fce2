import type { Echo } from '../../checker/echo'
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
}

/** What was read of a line, typeset, with its shape and symbols; or what could not be read, in words and at its place. */
export function EchoLine({ field, text, echo, onShowPlace }: Props) {
  if ('refused' in echo) {
    const { message, start, end } = echo.refused
    const stretch = text.slice(start, end)
    return (
      <p className={styles['problem']}>
        <span aria-hidden="true">⚠ </span>
        <Prose>{message}</Prose>
        {stretch.trim() !== '' && stretch !== text && (
          <button type="button" onClick={() => onShowPlace(start, end)}>
            Show “{stretch.length > 24 ? `${stretch.slice(0, 24)}…` : stretch}”
          </button>
        )}
      </p>
    )
  }
  const { tex, shape, terms } = echo
  return (
    <p>
      Read as <Tex atOnce>{`${field.tex} = ${tex}`}</Tex> · {shape.words}
      {shape.words !== 'a scalar' && (
        <>
          , <Tex>{shape.tex}</Tex>
        </>
      )}
      {terms.length > 0 && (
        <>
          {' '}
          · uses <Tex atOnce>{terms.map((term) => term.tex).join(',\\, ')}</Tex>
        </>
      )}
    </p>
  )
}

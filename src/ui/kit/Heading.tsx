import { memo } from 'react'
import { Tex } from './Tex'

/** The name of a row or column: as it is typeset, and in words. */
export interface LineName {
  readonly tex: string
  readonly words: string
  /** The mark that its name lights. */
  readonly mark?: string
}

/** A row's or column's name, typeset for the eye and in words for the ear. */
export const Heading = memo(
  function Heading({ name }: { name: LineName }) {
    return (
      <>
        <span aria-hidden="true">
          <Tex>{name.tex}</Tex>
        </span>
        <span className="visually-hidden">{name.words}</span>
      </>
    )
  },
  (before, now) => before.name.tex === now.name.tex && before.name.words === now.name.words,
)

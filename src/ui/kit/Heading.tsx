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

/** The heads of the columns of a table, after one over the names of its rows that says what it is a table of. */
export function ColumnHeads({ label, columns }: { label: string; columns: readonly LineName[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">{label}</span>
        </th>
        {columns.map((name) => (
          <th key={name.words} scope="col" data-mark={name.mark}>
            <Heading name={name} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

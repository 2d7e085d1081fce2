import type { Step } from '../../constructions/construction'
import { Formula } from './Formula'
import { Prose } from './Prose'
import styles from './story.module.css'

/** The steps of a derivation, numbered, each a sentence and its formulas. */
export function Derivation({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={styles['steps']}>
      {steps.map(({ id, prose, lines }) => (
        <li key={id} className={styles['step']}>
          <p>
            <Prose>{prose}</Prose>
          </p>
          {lines.map((line, i) => (
            // Lines keep their order and have no names of their own.
            // oxlint-disable-next-line react/no-array-index-key
            <Formula
              key={`${id}${i}`}
              tex={line.tex}
              label={`Formula ${i + 1} of: ${prose.replaceAll('$', '')}`}
            />
          ))}
        </li>
      ))}
    </ol>
  )
}

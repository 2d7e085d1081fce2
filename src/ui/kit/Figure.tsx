import type { ReactNode } from 'react'
import styles from './Figure.module.css'
import { Folded } from './Folded'
import { Prose } from './Prose'

interface Props {
  readonly title: string
  /** What is drawn, after the title; prose with TeX. */
  readonly about?: string
  /** The figure's numbers as a table, for those who read rather than look. */
  readonly table?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** A card with a figure, its title, and the table behind it. */
export function Figure({ title, about, table, className, children }: Props) {
  return (
    <figure className={`${styles['card']} ${className ?? ''}`}>
      <figcaption className={styles['caption']}>
        <h2>{title}</h2>
        {about && (
          <span>
            <Prose>{about}</Prose>
          </span>
        )}
      </figcaption>
      {children}
      {table && (
        <Folded className={styles['table']} summary={`${title} as a table`}>
          {table}
        </Folded>
      )}
    </figure>
  )
}

import type { CSSProperties } from 'react'
import type { Role } from '../../constructions/params'
import { number } from '../../tex/format'
import { useExplanations } from './Explanation'
import styles from './MixtureBar.module.css'
import { Tex } from './Tex'

/** One thing that the whole is made of. */
export interface Share {
  readonly id: string
  /** 0 to 1; all of them make 1. */
  readonly share: number
  readonly role: Role
  /** What it is a share of, as a symbol or in a word. */
  readonly tex?: string
  readonly word?: string
  readonly mark?: string
  /** The quantity that the share is, where it explains itself. */
  readonly quantity?: string
}

/** What something is made of, as a bar of parts that make a whole; a part too narrow for its number has it in its title. */
export function MixtureBar({ label, shares }: { label: string; shares: readonly Share[] }) {
  return (
    <span className={styles['bar']} role="group" aria-label={label} translate="no">
      {shares.map((share) => (
        <Segment key={share.id} {...share} />
      ))}
    </span>
  )
}

function Segment({ share, role, tex, word, mark, quantity: id }: Share) {
  const { quantities, explain } = useExplanations()
  const quantity = id === undefined ? undefined : quantities.get(id)
  const text = number(share, quantity?.log, 3)
  const words = quantity ? `${quantity.label}: ${text}` : `${text} of ${word ?? tex ?? ''}`
  const content = (
    <>
      <span>{text}</span> {tex && <Tex>{tex}</Tex>}
      {word && <span>{word}</span>}
    </>
  )
  const shared = {
    className: `${styles['share']} tint-${role}`,
    style: { '--share': share } as CSSProperties,
    'data-mark': mark,
    title: words,
  }
  if (!quantity || id === undefined) return <span {...shared}>{content}</span>
  return (
    <button
      type="button"
      aria-label={words}
      {...shared}
      onClick={(event) => explain(id, event.currentTarget)}
    >
      {content}
    </button>
  )
}

import { useMemo, useState } from 'react'
import type { Step } from '../../constructions/construction'
import { alignDocument } from '../../export/derivation-latex'
import { spokenProse } from '../../tex/spoken'
import { CopyButton } from './CopyButton'
import { Formula } from './Formula'
import { Prose } from './Prose'
import styles from './story.module.css'

/** The steps of a derivation, numbered, each a sentence and its formulas. Steps that can be written out unfold. */
export function Derivation({ steps }: { steps: readonly Step[] }) {
  const foldable = steps.flatMap(({ id, unfolded }) => (unfolded ? [id] : []))
  const [open, setOpen] = useState<readonly string[]>(foldable.slice(0, 1))
  const isOpen = (id: string) => open.includes(id)
  const toggle = (id: string) => setOpen(isOpen(id) ? open.filter((other) => other !== id) : [...open, id])
  const shown = steps.map((step) => ({ ...step, lines: linesOf(step, isOpen(step.id)) }))
  const all = foldable.every(isOpen)
  return (
    <>
      <div className={styles['heading']}>
        <h2>Derivation</h2>
        {foldable.length > 1 && (
          <button type="button" onClick={() => setOpen(all ? [] : foldable)}>
            {all ? 'Fold all steps' : 'Write all steps out'}
          </button>
        )}
        <CopyButton text={() => alignDocument(shown)}>Copy LaTeX</CopyButton>
      </div>
      <ol className={styles['steps']}>
        {shown.map(({ id, prose, hint, lines, unfolded }) => (
          <li key={id} className={styles['step']}>
            <p>
              <Prose>{hint ? `${prose}; ${hint}` : prose}</Prose>{' '}
              {unfolded && <Fold open={isOpen(id)} prose={prose} onToggle={() => toggle(id)} />}
            </p>
            {lines.map((line, i) => (
              // Lines keep their order and have no names of their own.
              // oxlint-disable-next-line react/no-array-index-key
              <Line key={`${id}${i}`} tex={line.tex} number={i + 1} prose={prose} />
            ))}
          </li>
        ))}
      </ol>
    </>
  )
}

function Line({ tex, number, prose }: { tex: string; number: number; prose: string }) {
  const label = useMemo(() => `Formula ${number} of: ${spokenProse(prose)}`, [number, prose])
  return <Formula tex={tex} label={label} />
}

const linesOf = ({ lines, unfolded }: Step, open: boolean) => (open && unfolded ? unfolded : lines)

function Fold({ open, prose, onToggle }: { open: boolean; prose: string; onToggle(): void }) {
  return (
    <button
      type="button"
      className={styles['fold']}
      aria-expanded={open}
      aria-label={`${open ? 'Fold' : 'Write out'}: ${spokenProse(prose).slice(0, 60)}`}
      onClick={onToggle}
    >
      {open ? 'fold' : 'write out'}
    </button>
  )
}

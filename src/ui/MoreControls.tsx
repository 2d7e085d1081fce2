import { type ReactNode, useId, useState } from 'react'
import type { Construction } from '../constructions/construction'
import type { Limits } from '../state/limits'
import { Controls } from './kit/Controls'
import { ParamLine } from './kit/ParamLine'
import { changedParams } from './nearestPreset'
import styles from './Parts.module.css'
import { useOpenRoom } from './roomContext'

/** What a panel lets one open beside its controls: a solver, a comparison. */
export interface Further {
  readonly id: string
  readonly name: string
  readonly content: ReactNode
}

/** Names of the params that have no place of their own at the main figure or in another. */
export function furtherNames(
  { params, primary }: Pick<Construction, 'params' | 'primary'>,
  { hidden }: Limits,
): string[] {
  return Object.keys(params).filter(
    (name) =>
      !hidden.includes(name) &&
      !primary.includes(name) &&
      params[name].kind !== 'matrix' &&
      params[name].place !== 'figure',
  )
}

/** Every other parameter with its value in one line, which opens to sliders; then what else there is to open. */
export function MoreControls({ further }: { further: readonly Further[] }) {
  const { construction, params, limits } = useOpenRoom()
  const [open, setOpen] = useState<readonly string[]>([])
  const slidersId = useId()
  const names = furtherNames(construction, limits)
  const isOpen = (id: string) => open.includes(id)
  const toggle = (id: string) => setOpen(isOpen(id) ? open.filter((other) => other !== id) : [...open, id])
  const { locked } = limits
  const values = { specs: construction.params, names, locked, values: params }
  if (names.length + further.length === 0) return null
  return (
    <>
      <div className={styles['more']}>
        {names.length > 0 && (
          <Opener isOpen={isOpen(SLIDERS)} controls={slidersId} onToggle={() => toggle(SLIDERS)}>
            More controls
          </Opener>
        )}
        <div className={styles['scroller']}>
          {!isOpen(SLIDERS) && <ParamLine {...values} changed={changedParams(construction, params)} />}
          {further.map(({ id, name }) => (
            <Opener key={id} isOpen={isOpen(id)} controls={`further-${id}`} onToggle={() => toggle(id)}>
              {name}
            </Opener>
          ))}
        </div>
      </div>
      {isOpen(SLIDERS) && (
        <div id={slidersId} className={styles['sliders']}>
          <Controls {...values} />
        </div>
      )}
      {further.filter(({ id }) => isOpen(id)).map(Content)}
    </>
  )
}

/** What else there is to open, one below the other. */
export function FurtherParts({ further }: { further: readonly Further[] }) {
  const [open, setOpen] = useState<string>()
  return further.map((one) => (
    <div key={one.id} className={styles['below']}>
      <Opener
        isOpen={open === one.id}
        controls={`further-${one.id}`}
        onToggle={() => setOpen(open === one.id ? undefined : one.id)}
      >
        {one.name}
      </Opener>
      {open === one.id && Content(one)}
    </div>
  ))
}

function Content({ id, name, content }: Further) {
  return (
    <section key={id} id={`further-${id}`} className={styles['further']} aria-label={name}>
      {content}
    </section>
  )
}

const SLIDERS = 'sliders'

interface OpenerProps {
  readonly isOpen: boolean
  readonly controls: string
  readonly children: string
  onToggle(): void
}

function Opener({ isOpen, controls, children, onToggle }: OpenerProps) {
  return (
    <button
      type="button"
      className={styles['opener']}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      onClick={onToggle}
    >
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'
import { type Construction, paramsWith } from '../constructions/construction'
import { initialParams, sameValue } from '../constructions/params'
import type { Params } from '../state/session'
import styles from './Room.module.css'

interface Props {
  readonly construction: Construction
  readonly params: Params
  onChoose(changes: Partial<Params>): void
  readonly children?: ReactNode
}

/** The construction's named params, as buttons; the one that is set is pressed. */
export function Presets({ construction, params, onChoose, children }: Props) {
  return (
    <div className={styles['presets']} role="group" aria-label="Presets">
      <span aria-hidden="true">Try</span>
      {construction.presets.map((preset) => (
        <button
          key={preset.id}
          type="button"
          aria-pressed={isSet(construction, params, preset.params)}
          onClick={() => onChoose(preset.params)}
        >
          {preset.label}
        </button>
      ))}
      {children}
    </div>
  )
}

function isSet(construction: Construction, params: Params, changes: Partial<Params>): boolean {
  const wanted = paramsWith(construction, initialParams(construction.params), changes)
  return Object.keys(wanted).every((name) => sameValue(wanted[name], params[name]))
}

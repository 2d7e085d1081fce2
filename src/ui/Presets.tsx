import { memo } from 'react'
import type { Construction } from '../constructions/construction'
import { heldBack, type Limits } from '../state/limits'
import type { Params } from '../state/session'
import { differing, presetParams } from './nearestPreset'
import styles from './Parts.module.css'

interface Props {
  readonly construction: Construction
  readonly params: Params
  readonly limits: Limits
  onChoose(changes: Partial<Params>): void
}

/**
 * The construction's named params, as buttons in one row that scrolls; the one that is set is pressed. Those that would
 * change what is locked are left out.
 */
export function Presets({ construction, params, limits, onChoose }: Props) {
  const all = presetParams(construction)
  const pressed = all.findIndex((preset) => differing(params, preset).length === 0)
  // As a text it stays the same through a drag.
  const withheld = all.flatMap((preset, i) => (heldBack(limits, params, preset).length > 0 ? [i] : [])).join()
  return <Buttons construction={construction} pressed={pressed} withheld={withheld} onChoose={onChoose} />
}

/** Drawn again only when another preset is set, or none: a drag passes by few. */
const Buttons = memo(function Buttons({
  construction,
  pressed,
  withheld,
  onChoose,
}: Pick<Props, 'construction' | 'onChoose'> & { pressed: number; withheld: string }) {
  const isWithheld = (i: number) => withheld.split(',').includes(String(i))
  return (
    <div className={styles['presets']} role="group" aria-label="Presets">
      <span aria-hidden="true">Try</span>
      <div className={styles['scroller']}>
        {construction.presets.map((preset, i) =>
          isWithheld(i) ? null : (
            <button
              key={preset.id}
              type="button"
              aria-pressed={i === pressed}
              onClick={() => onChoose(preset.params)}
            >
              {preset.label}
            </button>
          ),
        )}
      </div>
    </div>
  )
})

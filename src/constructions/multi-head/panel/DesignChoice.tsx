import { DESIGNS, type Design } from '../../../core/heads/head-designs'
import { NAMED } from '../multi-head.designs'
import styles from './multi-head.module.css'

interface Props {
  readonly design: Design
  onChange(changes: { design: Design }, intent: string): void
}

/** The designs in one row, of which one is shown. */
export function DesignChoice({ design, onChange }: Props) {
  return (
    <fieldset className={styles['choice']}>
      <legend>Design</legend>
      {DESIGNS.map((one) => (
        <label key={one} data-mark={`design-${one}`}>
          <input
            type="radio"
            name="design"
            checked={one === design}
            onChange={() => onChange({ design: one }, '')}
          />
          <span>{NAMED[one].name}</span>
        </label>
      ))}
    </fieldset>
  )
}

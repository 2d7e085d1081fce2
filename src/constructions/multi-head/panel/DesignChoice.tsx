import { DESIGNS, type Design } from '../../../core/heads/head-designs'
import { useChange } from '../../../ui/panel'
import { multiHead } from '../multi-head'
import { NAMED } from '../multi-head.designs'
import styles from './multi-head.module.css'

/** The designs in one row, of which one is shown. */
export function DesignChoice({ design }: { readonly design: Design }) {
  const change = useChange(multiHead)
  return (
    <fieldset className={styles['choice']}>
      <legend>Design</legend>
      {DESIGNS.map((one) => (
        <label key={one} data-mark={`design-${one}`}>
          <input
            type="radio"
            name="design"
            checked={one === design}
            onChange={() => change({ design: one })}
          />
          <span>{NAMED[one].name}</span>
        </label>
      ))}
    </fieldset>
  )
}

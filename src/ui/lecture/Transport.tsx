import type { Command } from '../../state/lecture/lecture'
import { useConductor, useFromLecture } from './conductorContext'
import styles from './console.module.css'
import { Key } from './Key'

/** Back, on, and what the hall gets to see. */
export function Transport() {
  const { act } = useConductor()
  const isFrozen = useFromLecture(({ frozen }) => frozen !== null)
  const isBlank = useFromLecture((lecture) => lecture.isBlank)
  const hasLaser = useFromLecture((lecture) => lecture.hasLaser)
  const press = (command: Command) => () => act({ type: 'command', command })
  return (
    <div className={styles['transport']}>
      <button type="button" className={styles['button']} onClick={press('back')}>
        <span>‹ Back</span> <Key>PgUp</Key>
      </button>
      <button type="button" className={`${styles['button']} ${styles['next']}`} onClick={press('next')}>
        <span>Next step ›</span> <Key>PgDn</Key>
      </button>
      <span className={styles['gap']} />
      <Toggle isOn={isFrozen} on="Frozen" off="Freeze" keyName="Z" onClick={press('freeze')} />
      <Toggle isOn={isBlank} on="Blanked" off="Blank" keyName="B" onClick={press('blank')} />
      <Toggle isOn={hasLaser} on="Laser on" off="Laser" keyName="L" isRed onClick={press('laser')} />
    </div>
  )
}

interface ToggleProps {
  readonly isOn: boolean
  readonly on: string
  readonly off: string
  readonly keyName: string
  readonly isRed?: boolean
  onClick(): void
}

function Toggle({ isOn, on, off, keyName, isRed = false, onClick }: ToggleProps) {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-pressed={isOn}
      aria-label={off}
      data-red={isRed || undefined}
      onClick={onClick}
    >
      <span>{isOn ? on : off}</span> <Key>{keyName}</Key>
    </button>
  )
}

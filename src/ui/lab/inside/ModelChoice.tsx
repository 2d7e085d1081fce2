import type { LabRun } from '../runs'
import styles from './inside.module.css'

interface Props {
  readonly runs: readonly LabRun[]
  readonly first: string
  readonly second: string | undefined
  onFirst(id: string): void
  onSecond(id: string): void
}

/** Which two models are compared. */
export function ModelChoice({ runs, first, second, onFirst, onSecond }: Props) {
  const options = runs.map(({ id, label, step }) => (
    <option key={id} value={id}>
      {`${label}, step ${step}`}
    </option>
  ))
  return (
    <div className={styles['choice']}>
      <label>
        <span>Model</span>{' '}
        <select value={first} onChange={(event) => onFirst(event.target.value)}>
          {options}
        </select>
      </label>
      <label>
        <span>beside</span>{' '}
        <select value={second ?? 'none'} onChange={(event) => onSecond(event.target.value)}>
          <option value="none">no other</option>
          {options}
        </select>
      </label>
    </div>
  )
}

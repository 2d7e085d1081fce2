import styles from '../lab.module.css'

interface Props {
  readonly label: string
  readonly options: readonly number[]
  readonly value: number
  readonly disabled?: boolean
  onChoose(count: number): void
}

/** One of a few counts for the next run of an experiment. */
export function CountChoice({ label, options, value, disabled = false, onChoose }: Props) {
  return (
    <label className={styles['setting']}>
      <span>{label}</span>{' '}
      <select value={value} disabled={disabled} onChange={({ target }) => onChoose(Number(target.value))}>
        {options.map((count) => (
          <option key={count}>{count}</option>
        ))}
      </select>
    </label>
  )
}

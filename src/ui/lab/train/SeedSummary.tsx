import { seeded } from '../../../knowledge/training/setting'
import styles from '../lab.module.css'
import type { LabRun } from '../runs'

/** Mean and spread of finished runs that differ by their seed alone, where there are several. */
export function SeedSummary({ runs }: { readonly runs: readonly LabRun[] }) {
  const groups = grouped(runs.filter(({ status }) => status === 'done'))
  if (groups.length === 0) return null
  return (
    <ul className={styles['summary']}>
      {groups.map(({ label, shares }) => (
        <li
          key={label}
        >{`${label}, ${shares.length} seeds: mean ${percent(mean(shares))} %, from ${percent(Math.min(...shares))} to ${percent(Math.max(...shares))} %`}</li>
      ))}
    </ul>
  )
}

function grouped(runs: readonly LabRun[]): { readonly label: string; readonly shares: readonly number[] }[] {
  const groups = new Map<string, { label: string; shares: number[] }>()
  for (const { label, setting, snapshot } of runs) {
    const key = JSON.stringify(seeded(setting, 0))
    const group = groups.get(key) ?? { label: label.replace(/, seed \d+$/, ''), shares: [] }
    group.shares.push(snapshot.evaluations.at(-1)?.dev ?? 0)
    groups.set(key, group)
  }
  return [...groups.values()].filter(({ shares }) => shares.length > 1)
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
const percent = (share: number) => (100 * share).toFixed(1)

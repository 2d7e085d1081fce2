import { findings, provenance } from '../../../knowledge/training/findings'
import { type Result, ROWS, type RowId, scoreOf, seedsOf } from '../../../knowledge/training/results'
import { seeded } from '../../../knowledge/training/setting'
import { VARIANTS } from '../../../state/lab-settings'
import { DataTable } from '../../kit/DataTable'
import { guessesOf } from '../guesses'
import styles from '../lab.module.css'
import type { Shipped } from '../shipped'

/** Which of the finished runs are drawn: those of a seed, all, or none. */
export type SeedsShown = number | 'all' | 'none'

interface Props {
  readonly shipped: Shipped
  readonly shown: SeedsShown
  onShow(shown: SeedsShown): void
}

/** The finished runs that ship with the page: final values of every seed, what they say, and where they come from. */
export function ShippedCard({ shipped, shown, onShow }: Props) {
  const { state, sentence, results } = shipped
  return (
    <section className={styles['card']} aria-label="Finished runs that ship with this page">
      <h2>Finished runs that ship with this page</h2>
      {state === 'there' ? (
        <>
          <SeedChoice seeds={seedsOf(results)} shown={shown} onShow={onShow} />
          <div className={styles['finished']}>
            <FinalValues shipped={shipped} />
            <div>
              <ul>
                {findings(results).map((finding) => (
                  <li key={finding}>{finding}</li>
                ))}
              </ul>
              <p className={styles['small']}>{provenance(results)}</p>
            </div>
          </div>
        </>
      ) : (
        <p role="status" className={styles['empty']}>
          {sentence}
        </p>
      )}
    </section>
  )
}

interface ChoiceProps extends Pick<Props, 'shown' | 'onShow'> {
  readonly seeds: readonly number[]
}

function SeedChoice({ seeds, shown, onShow }: ChoiceProps) {
  const options = [
    ...seeds.map((seed) => [seed, `seed ${seed}`] as const),
    ['all', 'all seeds'],
    ['none', 'none'],
  ] as const
  return (
    <div className={styles['choices']} role="group" aria-label="Finished runs drawn above">
      <span>Drawn above</span>
      {options.map(([value, text]) => (
        <button key={value} type="button" aria-pressed={value === shown} onClick={() => onShow(value)}>
          {text}
        </button>
      ))}
    </div>
  )
}

function FinalValues({ shipped: { results, runs } }: { readonly shipped: Shipped }) {
  const seeds = seedsOf(results)
  const find = (row: RowId, seed: number) =>
    results.find(({ variant, seed: own }) => variant === row && own === seed)
  const london = seeds.map((seed) => guessesOf(seeded(runs[0].setting, seed).corpus).london)
  const rows = ROWS.map((row) => {
    const found = seeds.map((seed) => find(row, seed))
    const name = VARIANTS.find(({ id }) => id === row)?.label
    return [name, ...found.map((result) => (result ? cellOf(result) : '–')), meanOf(found)]
  })
  const guess = ['always London', ...london.map(percent), percent(mean(london))]
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it
    <div className={styles['scroll']} role="group" aria-label="Final values" tabIndex={0}>
      <DataTable
        columns={['dev match, %', ...seeds.map((seed) => `seed ${seed}`), 'mean']}
        rows={[rows[0], guess, ...rows.slice(1)]}
      />
    </div>
  )
}

function cellOf(result: Result): string {
  const { share, error, right, n } = scoreOf(result)
  // Breaks, where it must, between the two.
  return `${percent(share)}\u00A0±\u00A0${percent(error)} (${right}\u00A0of\u00A0${n})`
}

/** The mean where every seed has a run. */
function meanOf(found: readonly (Result | undefined)[]): string {
  const shares = found.flatMap((result) => (result ? [scoreOf(result).share] : []))
  return shares.length < found.length ? '–' : percent(mean(shares))
}

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length
const percent = (share: number) => (100 * share).toFixed(1)

import { number } from '../../tex/format'
import { NumberField } from '../../ui/kit/NumberField'
import type { PanelProps } from '../../ui/panel'
import type { Sampling } from '../../ui/useSampling'
import { gaussianKeys } from './gaussian-keys'
import styles from './gaussian-keys.module.css'

type Props = PanelProps<typeof gaussianKeys> & { readonly sampling: Sampling }

const NUMBERS = ['draws', 'seed', 'draw'] as const

/** One more draw, or many of them; their seed, and how far the many have come. */
export function DrawBar({ params, onChange, onSettle, sampling }: Props) {
  const { draws, draw } = params
  const running = sampling.state === 'running'
  const last = gaussianKeys.params.draw.max
  return (
    <section className={styles['bar']} aria-label="Draws">
      <button
        type="button"
        className={styles['one']}
        onClick={() => onChange({ draw: draw < last ? draw + 1 : 0 }, '')}
      >
        Draw one
      </button>
      <button type="button" onClick={running ? sampling.cancel : sampling.start}>
        {running ? 'Cancel' : `Draw ${number(draws)}`}
      </button>
      <Progress sampling={sampling} draws={draws} />
      {NUMBERS.map((name) => (
        <label key={name} className={styles['field']} data-mark={name}>
          {gaussianKeys.params[name].label}
          <NumberField
            label={gaussianKeys.params[name].label}
            scale={gaussianKeys.params[name]}
            value={params[name]}
            onChange={(value) => onChange({ [name]: value }, name)}
            onSettle={onSettle}
          />
        </label>
      ))}
    </section>
  )
}

function Progress({ sampling, draws }: { sampling: Sampling; draws: number }) {
  const { state, drawn, message, onPage } = sampling
  const count = drawn?.summary.count ?? 0
  return (
    <div className={styles['progress']}>
      <progress max={draws} value={count} aria-label="Draws made" />
      <span role="status">
        {state === 'failed' ? `The draws failed: ${message}` : words(sampling, count)}
        {onPage && ' No worker could be started: drawn in the page, more slowly.'}
      </span>
    </div>
  )
}

function words({ state, drawn }: Sampling, count: number): string {
  if (state === 'waiting') return 'Waiting …'
  if (state === 'running') return `${number(count)} drawn …`
  const seconds = number((drawn?.milliseconds ?? 0) / 1000, undefined, 2)
  return state === 'done' ? `${number(count)} drawn in ${seconds} s` : `Cancelled after ${number(count)}`
}

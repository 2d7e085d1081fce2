import { NumberField } from '../../../ui/kit/NumberField'
import { Tex } from '../../../ui/kit/Tex'
import { type PanelProps, useChange } from '../../../ui/panel'
import { twoKeyAverage } from '../two-key-average'
import { logLeakAt } from '../two-key-average.model'
import styles from './two-key-average.module.css'

const { scale: SCALE, epsilon: EPSILON } = twoKeyAverage.params

type Props = Pick<PanelProps<typeof twoKeyAverage>, 'params'> & {
  readonly scaleNeeded: number
}

/** The leak allowed and the scale it needs: either can be typed, the other follows. */
export function EpsilonSolver({ params, scaleNeeded }: Props) {
  const change = useChange(twoKeyAverage)
  const solve = (scale: number) => change({ epsilon: epsilonNear(logLeakAt(params, scale)) }, 'epsilon')
  return (
    <div className={styles['solver']}>
      <label>
        <Tex>{'\\htmlClass{role-weight}{\\varepsilon}'}</Tex> allowed
        <NumberField
          label="Leak allowed"
          scale={EPSILON}
          value={params.epsilon}
          onChange={(epsilon) => change({ epsilon }, 'epsilon')}
        />
      </label>
      <span aria-hidden="true">⇔</span>
      <label>
        <Tex>{'\\htmlClass{role-query}{Q}'}</Tex> needed
        {Number.isFinite(scaleNeeded) ? (
          <NumberField
            label="Scale needed"
            scale={{ ...SCALE, min: -1000 }}
            value={roundedUp(scaleNeeded)}
            onChange={solve}
          />
        ) : (
          <b>{scaleNeeded < 0 ? ' any' : ' none is enough'}</b>
        )}
      </label>
      <button
        type="button"
        disabled={!(scaleNeeded >= 0 && scaleNeeded <= SCALE.max)}
        onClick={() => change({ scale: roundedUp(scaleNeeded) })}
      >
        Set Q
      </button>
    </div>
  )
}

/** Six digits, rounded up: the leak at the shown scale is never above the one allowed. */
function roundedUp(scale: number): number {
  const digit = 10 ** (Math.floor(Math.log10(Math.abs(scale) || 1)) - 5)
  return Number((Math.ceil(scale / digit) * digit).toPrecision(6))
}

/** The tolerance of this logarithm, to four digits, inside the range of ε. */
export function epsilonNear(log: number): number {
  return Math.min(EPSILON.max, Math.max(EPSILON.min, Number(Math.exp(log).toPrecision(4))))
}

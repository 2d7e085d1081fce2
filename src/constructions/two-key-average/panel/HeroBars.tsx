import type { CSSProperties } from 'react'
import { number, shortNumber } from '../../../tex/format'
import { type AveragingModel, LETTERS } from '../two-key-average.model'
import styles from './hero.module.css'

/** As many bars as can be told apart. */
const SHOWN = 10

/** Share of the height from which a number has room in its bar. */
const ROOMY = 0.2

/** Parts of the whole that the axis names. */
const TICKS = [
  { at: 0, text: '0' },
  { at: 0.25, text: '¼' },
  { at: 0.5, text: '½' },
  { at: 1, text: '1' },
]

/** The attention weights as bars, wanted keys first, with dashed lines where they should be. */
export function HeroBars({ model }: { model: AveragingModel }) {
  const { weights, goals, others, weightOther, logWeights, logWeightOther } = model
  const top = Math.max(0.5, weightOther, ...weights, ...goals) * 1.08
  const shown = Math.min(others, Math.max(1, SHOWN - weights.length))
  return (
    <div className={styles['chart']} role="img" aria-label={inWords(model)}>
      <div className={styles['axis']} aria-hidden="true">
        {TICKS.filter(({ at }) => at <= top).map(({ at, text }) => (
          <span key={text} style={{ '--at': at / top } as CSSProperties}>
            {text}
          </span>
        ))}
      </div>
      <div className={styles['bars']} aria-hidden="true">
        {weights.map((weight, i) => (
          <Bar
            key={LETTERS[i]}
            name={LETTERS[i]}
            share={weight / top}
            goal={goals[i] / top}
            text={shortNumber(weight, logWeights[i])}
          />
        ))}
        {Array.from({ length: shown }, (_, i) => (
          <Bar
            key={weights.length + i + 1}
            name={String(weights.length + i + 1)}
            share={weightOther / top}
            text={shortNumber(weightOther, logWeightOther)}
          />
        ))}
      </div>
      {weights.length + shown > 5 && (
        <p className={styles['narrow']} aria-hidden="true">
          and the other keys, all alike
        </p>
      )}
      {others > shown && (
        <p className={styles['more']} aria-hidden="true">
          and {number(others - shown)} more keys, all alike
        </p>
      )}
    </div>
  )
}

interface BarProps {
  readonly name: string
  /** Height of the bar, and of its goal if it has one, as parts of the drawing's. */
  readonly share: number
  readonly goal?: number
  readonly text: string
}

function Bar({ name, share, goal, text }: BarProps) {
  const isWanted = goal !== undefined
  return (
    <div className={isWanted ? styles['wanted'] : styles['other']}>
      <div className={styles['column']} style={{ '--share': share, '--goal': goal ?? 0 } as CSSProperties}>
        <div className={styles['bar']} />
        <span className={share > ROOMY ? styles['inside'] : styles['above']}>{text}</span>
        {isWanted && <div className={styles['goal']} />}
      </div>
      <span className={styles['name']}>
        <i>k</i>
        <sub>{name}</sub>
      </span>
    </div>
  )
}

function inWords({ weights, logWeights, goals, others, weightOther, logWeightOther }: AveragingModel) {
  const own = weights.map(
    (weight, i) => `key ${LETTERS[i]} ${number(weight, logWeights[i], 4)}, wanted ${number(goals[i])}`,
  )
  const rest =
    others > 0 ? [`each of ${number(others)} others ${number(weightOther, logWeightOther, 4)}`] : []
  return `Attention weights: ${[...own, ...rest].join('; ')}`
}

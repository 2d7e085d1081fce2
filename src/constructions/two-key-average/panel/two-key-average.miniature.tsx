import { useMemo } from 'react'
import { BASE, Bars, Miniature, type MiniatureProps, MOST_BARS, slot } from '../../../ui/kit/miniature'
import styles from '../../../ui/kit/miniature.module.css'
import { type Averaging, averagingModel } from '../two-key-average.model'

/** 1(b): the weights, and what the first ones should be. */
export default function Small({ params }: MiniatureProps<Averaging>) {
  const { weights, weightOther, others, goals } = useMemo(() => averagingModel(params), [params])
  const shown = [...weights, ...Array.from({ length: Math.min(others, MOST_BARS) }, () => weightOther)]
  const top = Math.max(0.5, ...goals, ...shown)
  const y = (weight: number) => BASE - (weight / top) * (BASE - 10)
  return (
    <Miniature>
      <Bars weights={shown.slice(0, MOST_BARS)} wanted={weights.length} top={10} most={top} />
      {goals.map((goal, i) => (
        <line
          // Keys have no names but their places.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          className={styles['goal']}
          x1={slot(i, MOST_BARS)}
          x2={slot(i + 1, MOST_BARS) - 2}
          y1={y(goal)}
          y2={y(goal)}
        />
      ))}
    </Miniature>
  )
}

import { asProbabilities } from '../../questions/prediction'
import { number } from '../../tex/format'
import { Simplex, type SimplexPoint } from '../kit/Simplex'
import type { DrawingProps } from './drawingProps'
import styles from './question.module.css'

/** Where the point is before it is placed. */
const MIDDLE = [1 / 3, 1 / 3, 1 / 3]

const CORNERS = [
  { label: '$v_a$' },
  { label: '$v_b$' },
  { label: 'mean of the other values', ink: 'soft' },
] as const

/** The place that is expected of the output, in the triangle of the values, beside the true one once that is revealed. */
export function PointChart({ truth, drawn, isRevealed, onDraw, onLock }: DrawingProps) {
  const placed = asProbabilities(drawn)
  const weights = placed ?? MIDDLE
  const points: SimplexPoint[] = [
    ...(placed || onDraw ? [ownPoint(weights, isRevealed)] : []),
    ...(isRevealed
      ? [{ id: 'true', kind: 'current', weights: truth.values, label: '$c$', mark: 'output' } as const]
      : []),
  ]
  const where = placed ? sharesInWords(weights) : 'not placed yet'
  const moved = onDraw && {
    label: 'Expected place of the output c',
    valueText: where,
    weights,
    onPlace: onDraw,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter locks what is placed in it
    <section
      aria-label="Prediction"
      className={styles['point']}
      data-drawing={onDraw ? '' : undefined}
      onKeyDown={({ key }) => key === 'Enter' && onLock?.()}
    >
      <Simplex
        label={`Triangle of the values; expected: ${where}`}
        corners={CORNERS}
        points={points}
        moved={moved}
      />
    </section>
  )
}

function ownPoint(weights: readonly number[], isRevealed: boolean): SimplexPoint {
  return { id: 'own', kind: 'ghost', weights, label: isRevealed ? 'expected' : '$c$ ?' }
}

function sharesInWords(weights: readonly number[]): string {
  const [a, b, others] = weights.map((share) => `${number(100 * share, undefined, 2)} %`)
  return `${a} v a, ${b} v b, ${others} the others`
}

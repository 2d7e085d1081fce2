import type { QuestionKind } from '../../state/lecture/lesson'
import type { Truth } from '../../state/lecture/truth'
import { PointChart } from './PointChart'
import { PredictionChart } from './PredictionChart'

export interface DrawingProps {
  readonly truth: Truth
  /** As it was drawn, in shares; empty while nothing was. */
  readonly drawn: readonly number[]
  readonly isRevealed: boolean
  /** Lets it be drawn. */
  readonly onDraw?: ((drawn: readonly number[]) => void) | undefined
  /** Enter locks what was drawn. */
  readonly onLock?: (() => void) | undefined
}

/** A prediction that is drawn: heights of bars, or a point in a triangle. */
export function Drawing({ kind, ...props }: DrawingProps & { readonly kind: QuestionKind }) {
  return kind === 'point' ? <PointChart {...props} /> : <PredictionChart {...props} />
}

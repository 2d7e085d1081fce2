import type { QuestionKind } from '../../state/lecture/lesson'
import type { DrawingProps } from './drawingProps'
import { PointChart } from './PointChart'
import { PredictionChart } from './PredictionChart'

/** A prediction that is drawn: heights of bars, or a point in a triangle. */
export function Drawing({ kind, ...props }: DrawingProps & { readonly kind: QuestionKind }) {
  return kind === 'point' ? <PointChart {...props} /> : <PredictionChart {...props} />
}

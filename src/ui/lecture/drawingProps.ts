import type { Truth } from '../../state/lecture/truth'

/** What is drawn of a prediction, and how it is changed. */
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

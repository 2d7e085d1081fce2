import { useMemo } from 'react'
import type { Question } from '../../state/lecture/lesson'
import { type Truth, truthOf } from '../../state/lecture/truth'

/** The truth of a question about the page at `link`: worked out once, not with every stroke of a drawing. */
export function useTruth(question: Question | null, link: string): Truth | undefined {
  const { kind, quantity } = question ?? {}
  return useMemo(
    () => (kind === undefined || quantity === undefined ? undefined : truthOf({ kind, quantity }, link)),
    [kind, quantity, link],
  )
}

/** One measurement of a model at a step of its training. */
interface Measured {
  readonly step: number
}

/** What was measured, with one measurement more where there is one. */
export const withPart = <T>(before: readonly T[] | undefined, part: T | void): readonly T[] =>
  part ? [...(before ?? []), part] : (before ?? [])

/** Share of all steps of `models`, trained one after the other, that the latest measurement says are done. */
export function shareDone<T extends Measured, Id>(
  parts: readonly T[],
  idOf: (part: T) => Id,
  models: readonly { readonly id: Id }[],
  steps: number,
): number {
  const last = parts.at(-1)
  if (!last) return 0
  return (models.findIndex(({ id }) => id === idOf(last)) + last.step / steps) / models.length
}

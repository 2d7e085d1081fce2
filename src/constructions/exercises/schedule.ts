/** `count` scales from `first`, each twice the one before. */
export function doublings(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => first * 2 ** i)
}

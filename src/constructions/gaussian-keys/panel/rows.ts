/** Rows of `width` numbers that stand one after the other. */
export function rowsOf(numbers: Float64Array, width: number): number[][] {
  return Array.from({ length: Math.floor(numbers.length / width) }, (_, i) => [
    ...numbers.subarray(i * width, (i + 1) * width),
  ])
}

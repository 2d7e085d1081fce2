/** SVG path of dots: lines of no length, whose round ends are seen. */
export function dotsAt(places: readonly (readonly [x: number, y: number])[]): string {
  return places.map(([x, y]) => `M${x.toFixed(1)},${y.toFixed(1)}h0`).join('')
}

/** Rows of `width` numbers that stand one after the other. */
export function rowsOf(numbers: Float64Array, width: number): number[][] {
  return Array.from({ length: Math.floor(numbers.length / width) }, (_, i) => [
    ...numbers.subarray(i * width, (i + 1) * width),
  ])
}

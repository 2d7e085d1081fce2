/** A probability to two decimals; one that is neither impossible nor certain is not written as 0.00 or 1.00. */
export function probabilityText(probability: number): string {
  if (probability > 0 && probability < 0.005) return '< 0.01'
  if (probability < 1 && probability >= 0.995) return '> 0.99'
  return probability.toFixed(2)
}

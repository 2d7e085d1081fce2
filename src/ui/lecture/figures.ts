/** The figures of each room, by the ids under which panels draw them. */
export const FIGURES: Readonly<Record<string, readonly (readonly [id: string, name: string])[]>> = {
  'single-key': [
    ['plane', 'Plane'],
    ['scores', 'Scores'],
    ['output', 'Output'],
    ['bounds', 'Bounds'],
  ],
  'two-key-average': [
    ['weights', 'Weights'],
    ['convergence', 'Convergence'],
    ['output', 'Output'],
  ],
  'gaussian-keys': [
    ['share', 'Share of a'],
    ['weights', 'Weights'],
    ['keys', 'Keys'],
    ['window', 'Scale'],
    ['output', 'Output'],
  ],
  'multi-head': [
    ['weights', 'Weights'],
    ['output', 'Output'],
    ['designs', 'Designs'],
    ['gamma', 'γ'],
    ['errors', 'Errors'],
  ],
  'identity-self-attention': [
    ['scores', 'Scores'],
    ['weights', 'Weights'],
    ['outputs', 'Outputs'],
    ['leak', 'Leak'],
    ['margin', 'Margin'],
  ],
  'key-query-value': [
    ['matrices', 'K, Q, V'],
    ['scores', 'Scores'],
    ['weights', 'Weights'],
    ['outputs', 'Outputs'],
    ['error', 'Error'],
  ],
}

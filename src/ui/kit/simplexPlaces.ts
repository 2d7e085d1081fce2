export type Place = readonly [x: number, y: number]

/** Corners of a regular polygon, the last at the top; two corners make an upright segment. */
export function cornerPlaces(count: number, width: number, height: number): Place[] {
  const [cx, cy] = [width / 2, height / 2]
  const radius = { x: Math.min(width / 2 - 34, height * 0.62), y: height / 2 - 30 }
  if (count === 3)
    return [
      [cx - radius.x, cy + radius.y],
      [cx + radius.x, cy + radius.y],
      [cx, cy - radius.y],
    ]
  return Array.from({ length: count }, (_, i) => {
    const turn = (2 * Math.PI * (i + 1)) / count
    return [cx + radius.x * Math.sin(-turn), cy - radius.y * Math.cos(turn)]
  })
}

/** The place of the mixture of `places` with these weights. */
export function mixture(places: readonly Place[], weights: readonly number[]): Place {
  const along = (axis: 0 | 1) => places.reduce((sum, place, i) => sum + place[axis] * (weights[i] ?? 0), 0)
  return [along(0), along(1)]
}

/** Weights with which the corners of a triangle mix to the point of it that is nearest along the edges to `at`. */
export function sharesAt([a, b, c]: readonly Place[], [x, y]: Place): readonly number[] {
  const area = (p: Place, q: Place, r: Place) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  const at: Place = [x, y]
  const whole = area(a, b, c)
  const parts = [area(at, b, c), area(a, at, c), area(a, b, at)].map((part) => Math.max(0, part / whole))
  const sum = parts.reduce((total, part) => total + part, 0)
  return parts.map((part) => part / sum)
}

/** Shares of three with `right` moved from the first to the second, and `up` from those two to the third. */
export function steppedShares([a, b, c]: readonly number[], right: number, up: number): readonly number[] {
  const third = Math.min(1, Math.max(0, c + up))
  const both = 1 - third
  const second = a + b > 0 ? b / (a + b) : 0.5
  const moved = both > 0 ? Math.min(1, Math.max(0, second + right / both)) : second
  return [both * (1 - moved), both * moved, third]
}

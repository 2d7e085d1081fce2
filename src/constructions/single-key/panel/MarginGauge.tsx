import { dot, norm, scaled } from '../../../core/linear/linalg'
import type { PlaneSquare } from '../../../ui/kit/Plane'
import { marked } from '../../../ui/plot/inks'
import { Text } from '../../../ui/plot/Text'
import type { Selection, SelectionModel } from '../single-key.model'

interface Props {
  readonly plane: PlaneSquare
  readonly extent: number
  readonly params: Selection
  readonly model: SelectionModel
}

/**
 * The margin, seen: two lines across the query, one through the wanted key and one through the best other. All
 * places of one line score the same, and the lines are Δ/‖q‖ apart.
 */
export function MarginGauge({ plane, extent, params: { keys, query }, model: { target, runnerUp } }: Props) {
  const length = norm(query[0])
  if (length === 0) return null
  const along = scaled(query[0], 1 / length)
  const heights = [target, runnerUp].map((i) => dot(keys[i], along))
  const place = (height: number, aside: number) => ({
    x: plane.x(height * along[0] - aside * along[1]),
    y: plane.y(height * along[1] + aside * along[0]),
  })
  const level = (height: number) => {
    const [from, to] = [place(height, -3 * extent), place(height, 3 * extent)]
    return { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
  }
  const aside = asideOf(keys[target], along)
  const [from, to, middle] = [heights[0], heights[1], (heights[0] + heights[1]) / 2].map((h) =>
    place(h, aside),
  )
  return (
    <g {...marked({ ink: 'ink', mark: 'plane-margin' })}>
      <g clipPath={plane.clip}>
        <line stroke="currentColor" strokeOpacity={0.55} {...level(heights[0])} />
        <line stroke="currentColor" strokeOpacity={0.55} {...level(heights[1])} />
        <line stroke="currentColor" strokeWidth={2.25} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      </g>
      {Math.abs(heights[0] - heights[1]) * plane.unit > 18 && (
        <Text ink="ink" x={middle.x} y={middle.y} dy="0.35em" anchor="middle">
          $Δ$
        </Text>
      )}
    </g>
  )
}

/** How far to the side of the query's line the gauge is: beside the wanted key, away from the query. */
function asideOf(key: readonly number[], along: readonly number[]): number {
  const side = key[1] * along[0] - key[0] * along[1]
  return side + (side < 0 ? -0.45 : 0.45)
}

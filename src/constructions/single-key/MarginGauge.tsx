import { dot, norm, scaled } from '../../core/linalg'
import type { PlaneSquare } from '../../ui/kit/Plane'
import { SvgMath } from '../../ui/kit/SvgMath'
import type { Selection, SelectionModel } from './single-key.model'
import styles from './single-key.module.css'

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
    <g data-mark="plane-margin" className={styles['gauge']}>
      <g clipPath={plane.clip}>
        <line className={styles['level']} {...level(heights[0])} />
        <line className={styles['level']} {...level(heights[1])} />
        <line className={styles['between']} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      </g>
      {Math.abs(heights[0] - heights[1]) * plane.unit > 18 && (
        <text className="label" x={middle.x} y={middle.y} dy="0.35em" textAnchor="middle">
          <SvgMath>{'Δ'}</SvgMath>
        </text>
      )}
    </g>
  )
}

/** How far to the side of the query's line the gauge stands: beside the wanted key, away from the query. */
function asideOf(key: readonly number[], along: readonly number[]): number {
  const side = key[1] * along[0] - key[0] * along[1]
  return side + (side < 0 ? -0.45 : 0.45)
}

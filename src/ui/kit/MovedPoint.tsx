import type { KeyboardEvent, PointerEvent } from 'react'
import { placeIn } from '../plot/Handle'
import { arrowWay } from './keys'
import { mixture, type Place, sharesAt, steppedShares } from './simplexPlaces'
import { useDrag } from './useDrag'

/** A point of a triangle that is placed by hand. */
export interface Moved {
  /** What is placed, in words. */
  readonly label: string
  /** Where it is, in words. */
  readonly valueText: string
  readonly weights: readonly number[]
  onPlace(weights: readonly number[]): void
}

/** Share that one press of an arrow moves; ten times that with Shift. */
const STEP = 0.01

/** The whole triangle takes the pointer; arrow keys move the point along its base and towards its top. */
export function MovedPoint({
  places,
  label,
  valueText,
  weights,
  onPlace,
}: Moved & { places: readonly Place[] }) {
  const put = (event: PointerEvent<SVGGElement>) => {
    const { x, y } = placeIn(event)
    onPlace(sharesAt(places, [x, y]))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const way = arrowWay(event)
    if (!way) return
    event.preventDefault()
    onPlace(steppedShares(weights, way[0] * STEP, way[1] * STEP))
  }
  const drag = useDrag<SVGGElement>({
    onStart: put,
    onMove: put,
    onEnd() {},
    onCancel: () => onPlace(weights),
  })
  const [x, y] = mixture(places, weights)
  return (
    <g
      className="handle"
      role="button"
      aria-roledescription="movable point"
      aria-label={`${label}, ${valueText}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <path fill="transparent" d={`M${places.map((place) => place.join(',')).join('L')}Z`} />
      <circle cx={x} cy={y} r={14} fill="transparent" />
    </g>
  )
}

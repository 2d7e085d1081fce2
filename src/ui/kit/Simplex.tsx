import { line } from 'd3'
import './chart.css'
import { SvgMath } from './SvgMath'
import { useWidth } from './useSize'

export interface Corner {
  readonly label: string
  readonly mark?: string
  readonly className?: string
}

export interface SimplexPoint {
  readonly id: string
  /** Weights of the corners, summing to 1. */
  readonly weights: readonly number[]
  readonly label?: string
  readonly mark?: string
  /** A `part` is something that the current point is the mean of. */
  readonly kind: 'current' | 'goal' | 'trail' | 'ghost' | 'part'
}

interface Props {
  readonly label: string
  /** Corners in order; the last stands at the top. */
  readonly corners: readonly Corner[]
  readonly points: readonly SimplexPoint[]
  /** Weights of many more points, drawn small and without a way between them. */
  readonly cloud?: readonly (readonly number[])[]
  readonly height?: number
}

type Place = readonly [x: number, y: number]

/** Mixtures of a few values as points of a triangle (a segment, a polygon) with the values at its corners. */
export function Simplex({ label, corners, points, cloud = [], height = 300 }: Props) {
  const [element, width] = useWidth<HTMLDivElement>(300)
  const places = cornerPlaces(corners.length, width, height)
  const placeOf = ({ weights }: SimplexPoint) => mixture(places, weights)
  const trail = points.filter(({ kind }) => kind === 'trail')
  const current = points.find(({ kind }) => kind === 'current')
  const parts = points.filter(({ kind }) => kind === 'part')
  const labelled = roomForLabels([...(current ? [current] : []), ...parts, ...trail], placeOf)
  const path = line<SimplexPoint>(
    (point) => placeOf(point)[0],
    (point) => placeOf(point)[1],
  )
  return (
    <div ref={element}>
      <svg className="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        <path
          className="grid"
          fill="var(--wash)"
          d={`M${places.map((place) => place.join(',')).join('L')}Z`}
        />
        {corners.map((corner, i) => (
          <CornerLabel
            key={corner.label}
            corner={corner}
            at={places[i]}
            top={i === corners.length - 1}
            middle={width / 2}
          />
        ))}
        <path className="curve role-value faint" d={path([...trail, ...(current ? [current] : [])]) ?? ''} />
        <path
          className="role-value dots"
          d={cloud.map((weights) => dot(mixture(places, weights))).join('')}
        />
        {points.map((point) => (
          <PointMark key={point.id} point={point} at={placeOf(point)} labelled={labelled.has(point.id)} />
        ))}
      </svg>
    </div>
  )
}

function CornerLabel({
  corner,
  at: [x, y],
  top,
  middle,
}: {
  corner: Corner
  at: Place
  top: boolean
  middle: number
}) {
  const side = Math.abs(x - middle) < 2 ? 'middle' : x < middle ? 'end' : 'start'
  return (
    <text
      className={`label ${corner.className ?? 'role-value'}`}
      data-mark={corner.mark}
      x={x}
      y={top ? y - 10 : y + 18}
      textAnchor={top ? 'middle' : side === 'middle' ? side : 'middle'}
    >
      <SvgMath>{corner.label}</SvgMath>
    </text>
  )
}

function PointMark({ point, at: [x, y], labelled }: { point: SimplexPoint; at: Place; labelled: boolean }) {
  if (point.kind === 'ghost') {
    return (
      <g className="soft">
        <circle className="ghost" cx={x} cy={y} r={6.5} />
        <text className="note" x={x} y={y - 11} textAnchor="middle">
          {point.label}
        </text>
      </g>
    )
  }
  if (point.kind === 'goal') {
    return (
      <g className="role-holds" data-mark={point.mark}>
        <circle
          cx={x}
          cy={y}
          r={10}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeDasharray="3 2"
        />
      </g>
    )
  }
  return (
    <g className="role-value" data-mark={point.mark}>
      <circle className="grip" cx={x} cy={y} r={RADII[point.kind]} />
      {point.label && labelled && (
        <text className={point.kind === 'current' ? 'label' : 'note'} x={x + 11} y={y} dy="0.35em">
          <SvgMath>{point.label}</SvgMath>
        </text>
      )}
    </g>
  )
}

const RADII = { current: 6.5, part: 4.5, trail: 2.5 } as const

/** A line of no length: its round ends make the dot. */
const dot = ([x, y]: Place) => `M${x.toFixed(1)},${y.toFixed(1)}h0`

/** The points whose labels do not run into the label of an earlier one. */
function roomForLabels(
  points: readonly SimplexPoint[],
  placeOf: (point: SimplexPoint) => Place,
): Set<string> {
  const taken: Place[] = []
  return new Set(
    points
      .filter((point) => {
        const [x, y] = placeOf(point)
        const free = taken.every((other) => Math.abs(other[1] - y) >= 13 || Math.abs(other[0] - x) >= 60)
        if (free) taken.push([x, y])
        return free
      })
      .map(({ id }) => id),
  )
}

/** Corners of a regular polygon, the last at the top; two corners make an upright segment. */
function cornerPlaces(count: number, width: number, height: number): Place[] {
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

function mixture(places: readonly Place[], weights: readonly number[]): Place {
  const along = (axis: 0 | 1) => places.reduce((sum, place, i) => sum + place[axis] * (weights[i] ?? 0), 0)
  return [along(0), along(1)]
}

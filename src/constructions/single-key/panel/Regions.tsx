import type { Matrix } from '../../../core/linear/linalg'
import type { PlaneSquare } from '../../../ui/kit/Plane'
import { colourOf } from '../../../ui/plot/inks'
import { Text } from '../../../ui/plot/Text'
import { type Sector, sectors } from '../single-key.hull'
import { namesAt } from '../single-key.marks'
import type { KeyIndex } from '../single-key.model'

interface Props {
  readonly plane: PlaneSquare
  readonly extent: number
  readonly keys: Matrix
  readonly corners: readonly KeyIndex[]
  /** True where no region has a meaning, because every query is 0. */
  readonly blank: boolean
}

/** How far out a region's name is, as a share of the plane's extent. */
const RING = 0.91
/** The least angle in radians that has room for a name. */
const NARROW = 0.12

/** The lines where the two best keys tie, and in each region the name of the key that wins there. */
export function Regions({ plane, extent, keys, corners, blank }: Props) {
  if (blank) return null
  const regions = sectors(keys, corners)
  return (
    <g aria-hidden="true">
      <g clipPath={plane.clip}>
        {regions.map(({ corner, to }) => (
          <line
            key={corner}
            stroke={colourOf('soft')}
            strokeOpacity={0.6}
            strokeDasharray="2 3"
            x1={plane.x(0)}
            y1={plane.y(0)}
            x2={plane.x(2 * extent * Math.cos(to))}
            y2={plane.y(2 * extent * Math.sin(to))}
          />
        ))}
      </g>
      {regions
        .filter(({ from, to }) => to - from > NARROW)
        .map((sector) => (
          <RegionName
            key={sector.corner}
            plane={plane}
            reach={RING * extent}
            sector={sector}
            names={namesAt(keys, sector.corner)}
          />
        ))}
    </g>
  )
}

function RegionName({
  plane,
  reach,
  sector: { from, to, corner },
  names,
}: {
  plane: PlaneSquare
  reach: number
  sector: Sector
  names: string
}) {
  const angle = (from + to) / 2
  const [x, y] = [Math.cos(angle), Math.sin(angle)]
  // On the frame of a square rather than on a circle, clear of the keys.
  const far = reach / Math.max(Math.abs(x), Math.abs(y))
  return (
    <Text
      look="tick"
      ink="ink"
      mark={`key-${corner + 1}`}
      x={plane.x(far * x)}
      y={plane.y(far * y)}
      dy="0.35em"
      anchor="middle"
    >
      {names}
    </Text>
  )
}

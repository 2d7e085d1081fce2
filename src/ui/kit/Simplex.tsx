import { FrameContext, sheetFrame } from '../plot/frame'
import { colourOf, type Ink } from '../plot/inks'
import { type LabelSpec, Labels } from '../plot/Label'
import { Dots, Line } from '../plot/Line'
import { Point } from '../plot/Point'
import { Text } from '../plot/Text'
import { Chart } from './Chart'
import { type Moved, MovedPoint } from './MovedPoint'
import { cornerPlaces, mixture, type Place } from './simplexPlaces'
import { useSize } from './useSize'

export interface Corner {
  readonly label: string
  readonly mark?: string
  /** The colour of its name; that of values where it is left out. */
  readonly ink?: Ink
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
  /** Corners in order; the last is at the top. */
  readonly corners: readonly Corner[]
  readonly points: readonly SimplexPoint[]
  /** Weights of many more points, drawn small and without a way between them. */
  readonly cloud?: readonly (readonly number[])[]
  readonly height?: number
  /** Lets the point of a triangle be placed by hand. */
  readonly moved?: Moved | undefined
}

/** Mixtures of a few values as points of a triangle (a segment, a polygon) with the values at its corners. */
export function Simplex({ label, corners, points, cloud = [], height: usual = 300, moved }: Props) {
  const [element, { width, height }] = useSize<HTMLDivElement>({ width: 300, height: usual })
  const places = cornerPlaces(corners.length, width, height)
  const all = points.map((point) => ({ ...point, at: mixture(places, point.weights) }))
  const of = (kind: SimplexPoint['kind']) => all.filter((point) => point.kind === kind)
  const way = [...of('trail'), ...of('current')].map(({ at }) => at)
  const named = [...of('current'), ...of('ghost'), ...of('part'), ...of('trail')]
  return (
    <Chart
      label={label}
      width={width}
      height={height}
      usual={usual}
      element={element}
      role={moved ? 'group' : 'img'}
    >
      <FrameContext value={sheetFrame(width, height)}>
        <path
          fill={colourOf('wash')}
          stroke={colourOf('rule')}
          strokeWidth={1}
          d={`M${places.map((place) => place.join(',')).join('L')}Z`}
        />
        {corners.map(({ label: name, mark, ink = 'value' }, i) => {
          const [x, y] = places[i]
          return (
            <Text
              key={name}
              ink={ink}
              mark={mark}
              x={x}
              y={i === corners.length - 1 ? y - 10 : y + 18}
              anchor="middle"
            >
              {name}
            </Text>
          )
        })}
        <Line ink="value" faint points={way} />
        <Dots ink="value" points={cloud.map((weights) => mixture(places, weights))} />
        {all.map(({ id, kind, mark, at: [x, y] }) => (
          <Point key={id} {...LOOKS[kind]} mark={mark} x={x} y={y} />
        ))}
        {moved && <MovedPoint places={places} {...moved} />}
        <Labels
          of={named.map(
            ({ label: text, at, kind, mark }) => text !== undefined && labelOf(kind, text, at, mark),
          )}
          points={all.filter(({ kind }) => kind !== 'goal').map(({ at }) => at)}
        />
      </FrameContext>
    </Chart>
  )
}

const LOOKS = {
  current: { ink: 'value', r: 6.5 },
  part: { ink: 'value', r: 4.5 },
  trail: { ink: 'value', r: 2.5 },
  ghost: { look: 'ghost', r: 6.5 },
  goal: { ink: 'holds', look: 'goal', r: 10 },
} as const

/** What is named least is left out where there is no room for it. */
function labelOf(kind: SimplexPoint['kind'], text: string, at: Place, mark: string | undefined): LabelSpec {
  return {
    text,
    mark,
    at,
    look: kind === 'current' ? 'label' : 'note',
    ink: kind === 'ghost' ? 'soft' : kind === 'current' ? 'value' : 'ink',
    sides: kind === 'ghost' ? ['n', 'w', 'e', 's'] : ['e', 'w', 'ne', 'se', 'nw', 'sw'],
    optional: kind === 'trail',
  }
}

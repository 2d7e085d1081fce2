import { useMemo } from 'react'
import { add, scaled } from '../../../core/linear/linalg'
import { number } from '../../../tex/format'
import { Figure } from '../../../ui/kit/Figure'
import { Plane, type PlaneSquare } from '../../../ui/kit/Plane'
import { Tex } from '../../../ui/kit/Tex'
import type { PanelProps } from '../../../ui/panel'
import { marked } from '../../../ui/plot/inks'
import { Disc } from '../../../ui/plot/Point'
import { Text } from '../../../ui/plot/Text'
import type { singleKey } from '../single-key'
import type { SelectionModel } from '../single-key.model'
import { CoordinateFields } from './CoordinateFields'
import { fieldPixels, weightField } from './field'
import { BestDirection } from './KeyButtons'
import { MarginGauge } from './MarginGauge'
import { KeyHandle, QueryHandle } from './PlaneHandles'
import { Reasons } from './Reasons'
import { Regions } from './Regions'
import styles from './single-key.module.css'

type Props = PanelProps<typeof singleKey>

/** Keys and query stay within ±2; the names of the regions stand between them and the frame. */
const EXTENT = 2.5
/** Places along one side of the field. */
const SIZE = 160
const DENSITY = 0.65

/** The keys and the query in the plane, tinted by the key that wins at each place. */
export function KeyPlane(props: Props) {
  const { params, model } = props
  const { keys, scale } = params
  const field = useMemo(() => {
    const weights = weightField(keys, scale, EXTENT, SIZE)
    return {
      size: SIZE,
      pixels: (tints: Parameters<typeof fieldPixels>[1]) =>
        fieldPixels(weights, tints.slice(0, keys.length), DENSITY),
    }
  }, [keys, scale])
  return (
    <Figure
      title="Keys and query"
      about="tinted by the key that $q=Qu$ selects"
      table={<CoordinateFields {...props} />}
    >
      <Plane label={inWords(model)} extent={EXTENT} field={field}>
        {(plane) => (
          <>
            <Regions plane={plane} extent={EXTENT} keys={keys} corners={model.corners} blank={scale === 0} />
            {props.pinned && <PinnedPoints plane={plane} params={props.pinned.params} />}
            <HullOutline plane={plane} params={params} model={model} />
            <MarginGauge plane={plane} params={params} model={model} extent={EXTENT} />
            <QueryHandle {...props} plane={plane} />
            {keys.map((_, i) => (
              // Keys have no names but their numbers.
              // oxlint-disable-next-line react/no-array-index-key
              <KeyHandle key={i} {...props} plane={plane} i={i} />
            ))}
          </>
        )}
      </Plane>
    </Figure>
  )
}

/** What the lines in the plane mean, and why some keys cannot be selected. */
export function PlaneNotes({ model }: Pick<Props, 'model'>) {
  return (
    <>
      <p className={styles['note']}>
        Points of one thin line have equal products with <Tex>{'\\htmlClass{role-query}{q}'}</Tex>; the lines
        through <Tex>{'\\htmlClass{role-key}{k_j}'}</Tex> and the best other key are{' '}
        <Tex>{'\\Delta/\\lVert q\\rVert'}</Tex> apart. The deeper the tint of a place, the more weight its key
        gets.
      </p>
      <BestDirection model={model} />
      <Reasons model={model} />
    </>
  )
}

/** The keys and the query of the pinned state. */
function PinnedPoints({ plane, params: { keys, query } }: { plane: PlaneSquare; params: Props['params'] }) {
  return (
    <g pointerEvents="none">
      {[...keys, ...query].map(([x, y], i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Disc key={i} look="ghost" cx={plane.x(x)} cy={plane.y(y)} r={i < keys.length ? 8 : 5} />
      ))}
      <Text look="note" x={plane.x(query[0][0]) - 9} y={plane.y(query[0][1]) - 8} anchor="end">
        A
      </Text>
    </g>
  )
}

function inWords({ n, target, weights, places }: SelectionModel): string {
  const never = places.flatMap(({ kind }, i) => (kind === 'corner' ? [] : [i + 1]))
  const blocked =
    never.length === 0 ? 'Every key can be selected.' : `Never selectable: key ${never.join(', ')}.`
  return `${n} keys and a query in the plane. The wanted key ${target + 1} has weight ${number(weights[target])}. ${blocked}`
}

interface Layer {
  readonly plane: PlaneSquare
  readonly params: Props['params']
  readonly model: SelectionModel
}

/** The hull of the keys, and the shortest way from the others' hull to the wanted key. */
function HullOutline({ plane, params: { keys }, model: { corners, places, target } }: Layer) {
  const outline = corners.map((i) => `${plane.x(keys[i][0])},${plane.y(keys[i][1])}`).join('L')
  const { kind, direction, attainable } = places[target]
  const foot = add(keys[target], scaled(direction, -attainable))
  return (
    <>
      <path
        {...marked({ ink: 'key', mark: 'hull' })}
        fill="currentColor"
        fillOpacity={0.07}
        stroke="currentColor"
        strokeOpacity={0.7}
        strokeWidth={1.25}
        strokeLinejoin="round"
        d={`M${outline}Z`}
      />
      {kind === 'corner' && (
        <line
          {...marked({ ink: 'query', mark: 'best-direction' })}
          stroke="currentColor"
          strokeWidth={2}
          strokeDasharray="5 3"
          x1={plane.x(foot[0])}
          y1={plane.y(foot[1])}
          x2={plane.x(keys[target][0])}
          y2={plane.y(keys[target][1])}
        />
      )}
    </>
  )
}

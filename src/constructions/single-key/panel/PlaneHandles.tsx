import { norm, scaled } from '../../../core/linear/linalg'
import { number } from '../../../tex/format'
import type { PlaneSquare } from '../../../ui/kit/Plane'
import { type PanelProps, useChange } from '../../../ui/panel'
import { Handle, type Place } from '../../../ui/plot/Handle'
import { colourOf } from '../../../ui/plot/inks'
import { Disc, LOOKS } from '../../../ui/plot/Point'
import { Text } from '../../../ui/plot/Text'
import { clamped } from '../../scale'
import { singleKey } from '../single-key'
import { marksOf, namesAt } from '../single-key.marks'
import type { KeyIndex } from '../single-key.model'

const { keys: KEYS, query: QUERY } = singleKey.params
/** Steps of a dragged point, and of an arrow key with Shift. */
const FINE = 0.01
const COARSE = 0.25

/** Where a dragged point is put: on the fine grid, inside the range of the keys. */
function dragged(plane: PlaneSquare, { x, y }: Place): readonly [number, number] {
  return [onGrid(plane.xAt(x)), onGrid(plane.yAt(y))]
}

const onGrid = (value: number) => clamped(KEYS, Number((Math.round(value / FINE) * FINE).toFixed(2))) + 0

/** A point moved by arrow keys; `right` and `up` are ±1, or more with Shift. */
function stepped(point: readonly number[], right: number, up: number): readonly number[] {
  return [right, up].map((count, axis) => {
    const step = Math.abs(count) > 1 ? COARSE : KEYS.step
    return clamped(KEYS, Number((point[axis] + Math.sign(count) * step).toFixed(4)))
  })
}

interface Props extends PanelProps<typeof singleKey> {
  readonly plane: PlaneSquare
}

/** A key, to be dragged, stepped, and chosen by a click or Enter. */
export function KeyHandle({ plane, i, params, model }: Props & { readonly i: KeyIndex }) {
  const change = useChange(singleKey)
  const { keys } = params
  const { kind } = model.places[i]
  const [x, y] = [plane.x(keys[i][0]), plane.y(keys[i][1])]
  const move = (point: readonly number[]) => change({ keys: keys.with(i, point) }, `key-${i}`)
  const wanted = i === model.target
  return (
    <Handle
      ink="key"
      label={`Key ${i + 1}${wanted ? ', wanted' : ''}${kind === 'corner' ? '' : ', never selectable'}`}
      valueText={`at ${number(keys[i][0])}, ${number(keys[i][1])}`}
      mark={marksOf('key', i, model)}
      onDrag={(place) => move(dragged(plane, place))}
      onStep={(right, up) => move(stepped(keys[i], right, up))}
      onActivate={() => change({ target: i + 1 })}
    >
      <Disc look="reach" cx={x} cy={y} r={18} />
      {wanted && <circle fill="none" stroke="currentColor" strokeWidth={2} cx={x} cy={y} r={11} />}
      <Disc ink="key" look={kind === 'corner' ? 'full' : 'hollow'} cx={x} cy={y} r={6.5} />
      {kind !== 'corner' && (
        <path stroke="currentColor" strokeWidth={1.75} d={`M${x - 3},${y - 3}l6,6m0,-6l-6,6`} />
      )}
      <Text ink="key" x={x + (wanted ? 14 : 11)} y={y - 8}>
        {namesAt(keys, i)}
      </Text>
    </Handle>
  )
}

/** The query's place u, to be dragged and stepped, with an arrow to it. */
export function QueryHandle({ plane, params, model }: Props) {
  const change = useChange(singleKey)
  const { target } = model
  const { keys } = params
  const [point] = params.query
  const [x, y, origin] = [plane.x(point[0]), plane.y(point[1]), plane.x(0)]
  const length = norm(point)
  const move = (next: readonly number[]) => change({ query: [next] }, 'query')
  const label = length === 0 ? [0, -1] : besideArrow(point, keys[target])
  return (
    <>
      <line stroke={colourOf('query')} strokeWidth="var(--stroke)" x1={origin} y1={origin} x2={x} y2={y} />
      <Handle
        ink="query"
        label={QUERY.label}
        valueText={`u at ${number(point[0])}, ${number(point[1])}; the query is ${number(params.scale)} times u`}
        mark="query"
        onDrag={(place) => move(dragged(plane, place))}
        onStep={(right, up) => move(stepped(point, right, up))}
      >
        <Disc look="reach" cx={x} cy={y} r={18} />
        <path className="grip" {...LOOKS.full} d={`M${x},${y - 9}l9,9l-9,9l-9,-9Z`} />
        <Text
          ink="query"
          x={x + 15 * label[0]}
          y={y - 15 * label[1]}
          dy="0.35em"
          anchor={label[0] < -0.3 ? 'end' : label[0] > 0.3 ? 'start' : 'middle'}
        >
          $q = Q u$
        </Text>
      </Handle>
    </>
  )
}

/** Unit vector across the arrow, to the side where the wanted key is not. */
function besideArrow([x, y]: readonly number[], key: readonly number[]): readonly number[] {
  const side = x * key[1] - y * key[0] < 0 ? 1 : -1
  return scaled([-y, x], side / Math.hypot(x, y))
}

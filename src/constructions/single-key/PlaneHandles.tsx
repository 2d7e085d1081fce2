import { norm, scaled } from '../../core/linalg'
import { number } from '../../tex/format'
import { Handle, type Place } from '../../ui/kit/Handle'
import type { PlaneSquare } from '../../ui/kit/Plane'
import { SvgMath } from '../../ui/kit/SvgMath'
import type { PanelProps } from '../../ui/panel'
import { clamped } from '../scale'
import { singleKey } from './single-key'
import { marksOf, namesAt } from './single-key.marks'
import type { KeyIndex } from './single-key.model'
import styles from './single-key.module.css'

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
export function KeyHandle({ plane, i, params, model, onChange, onSettle }: Props & { readonly i: KeyIndex }) {
  const { keys } = params
  const { kind } = model.places[i]
  const [x, y] = [plane.x(keys[i][0]), plane.y(keys[i][1])]
  const move = (point: readonly number[]) => onChange({ keys: keys.with(i, point) }, `key-${i}`)
  const wanted = i === model.target
  return (
    <Handle
      className="role-key"
      label={`Key ${i + 1}${wanted ? ', wanted' : ''}${kind === 'corner' ? '' : ', never selectable'}`}
      valueText={`at ${number(keys[i][0])}, ${number(keys[i][1])}`}
      mark={marksOf('key', i, model)}
      onDrag={(place) => move(dragged(plane, place))}
      onStep={(right, up) => move(stepped(keys[i], right, up))}
      onSettle={onSettle}
      onActivate={() => onChange({ target: i + 1 }, '')}
    >
      <circle className="reach" cx={x} cy={y} r={9} />
      {wanted && <circle className={styles['ring']} cx={x} cy={y} r={11} />}
      <circle className={kind === 'corner' ? 'grip' : `grip ${styles['hollow']}`} cx={x} cy={y} r={6.5} />
      {kind !== 'corner' && <path className={styles['cross']} d={`M${x - 3},${y - 3}l6,6m0,-6l-6,6`} />}
      <text className="label" x={x + (wanted ? 14 : 11)} y={y - 8}>
        <SvgMath>{namesAt(keys, i)}</SvgMath>
      </text>
    </Handle>
  )
}

/** The query's place u, to be dragged and stepped, with an arrow to it. */
export function QueryHandle({ plane, params, model, onChange, onSettle }: Props) {
  const { target } = model
  const { keys } = params
  const [point] = params.query
  const [x, y, origin] = [plane.x(point[0]), plane.y(point[1]), plane.x(0)]
  const length = norm(point)
  const move = (next: readonly number[]) => onChange({ query: [next] }, 'query')
  const label = length === 0 ? [0, -1] : besideArrow(point, keys[target])
  return (
    <>
      <line className={styles['arrow']} x1={origin} y1={origin} x2={x} y2={y} />
      <Handle
        className="role-query"
        label={QUERY.label}
        valueText={`u at ${number(point[0])}, ${number(point[1])}; the query is ${number(params.scale)} times u`}
        mark="query"
        onDrag={(place) => move(dragged(plane, place))}
        onStep={(right, up) => move(stepped(point, right, up))}
        onSettle={onSettle}
      >
        <circle className="reach" cx={x} cy={y} r={9} />
        <path className="grip" d={`M${x},${y - 9}l9,9l-9,9l-9,-9Z`} />
        <text
          className="label"
          x={x + 15 * label[0]}
          y={y - 15 * label[1]}
          dy="0.35em"
          textAnchor={label[0] < -0.3 ? 'end' : label[0] > 0.3 ? 'start' : 'middle'}
        >
          <SvgMath>{'q = Q u'}</SvgMath>
        </text>
      </Handle>
    </>
  )
}

/** Unit vector across the arrow, to the side where the wanted key is not. */
function besideArrow([x, y]: readonly number[], key: readonly number[]): readonly number[] {
  const side = x * key[1] - y * key[0] < 0 ? 1 : -1
  return scaled([-y, x], side / Math.hypot(x, y))
}

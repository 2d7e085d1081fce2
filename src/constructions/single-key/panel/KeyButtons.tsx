import { Value } from '../../../ui/kit/Explanation'
import { Tex } from '../../../ui/kit/Tex'
import { type PanelProps, useChange } from '../../../ui/panel'
import { singleKey } from '../single-key'
import { freePlace, type SelectionModel, turnedQuery } from '../single-key.model'
import styles from './single-key.module.css'

type Props = PanelProps<typeof singleKey>

const { keys: KEYS, query: QUERY } = singleKey.params
const [FEWEST, MOST] = KEYS.rows

/** Turns the query to the wanted key, adds and removes keys. */
export function KeyButtons({ params, model }: Props) {
  const change = useChange(singleKey)
  const { keys } = params
  const { target, places } = model
  const { kind } = places[target]
  return (
    <>
      <div className={styles['buttons']}>
        <button
          type="button"
          disabled={kind !== 'corner'}
          aria-describedby={kind === 'corner' ? undefined : 'why-not'}
          data-mark="best-direction"
          onClick={() => change({ query: turnedQuery(params, model, QUERY.max) })}
        >
          Turn <Tex>{'\\htmlClass{role-query}{q}'}</Tex> to the largest margin for{' '}
          <Tex>{`\\htmlClass{role-key}{k_{${target + 1}}}`}</Tex>
        </button>
        <span className={styles['count']} data-mark="key-count">
          <button
            type="button"
            disabled={keys.length >= MOST}
            onClick={() => change({ keys: [...keys, freePlace(keys)] })}
          >
            Add a key
          </button>
          <button
            type="button"
            disabled={keys.length <= FEWEST}
            onClick={() => change({ keys: keys.slice(0, -1) })}
          >
            Remove <Tex>{`\\htmlClass{role-key}{k_{${keys.length}}}`}</Tex>
          </button>
          <Tex>{`n=${keys.length}`}</Tex>
        </span>
      </div>
      {kind !== 'corner' && (
        <p id="why-not" className={styles['note']}>
          {whyNot(model)}
        </p>
      )}
    </>
  )
}

/** What the dashed line is, where there is one. */
export function BestDirection({ model: { target, places } }: Pick<Props, 'model'>) {
  if (places[target].kind !== 'corner') return null
  return (
    <p className={styles['note']} data-mark="best-direction">
      Dashed: the shortest way from the hull of the other keys to{' '}
      <Tex>{`\\htmlClass{role-key}{k_{${target + 1}}}`}</Tex>. Its length, <Value of="attainable" />, is the
      largest margin per unit of <Tex>{'\\lVert q\\rVert'}</Tex>; along it <Tex>{'\\lVert q\\rVert'}</Tex> ={' '}
      <Value of="length-enough" /> is enough for <Tex>{'\\varepsilon'}</Tex>.
    </p>
  )
}

function whyNot({ target, places }: SelectionModel): string {
  const never = `Key ${target + 1} has no such direction`
  return {
    inside: `${never}: it lies inside the hull of the others.`,
    edge: `${never}: it lies on an edge of the hull, where it can only tie.`,
    twin: `${never}: another key is the same point.`,
    corner: '',
  }[places[target].kind]
}

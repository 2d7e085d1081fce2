import { Fragment } from 'react'
import { key } from '../../../tex/symbols'
import { Value } from '../../../ui/kit/Explanation'
import { Tex } from '../../../ui/kit/Tex'
import type { KeyIndex, SelectionModel } from '../single-key.model'
import { coefficientId, used } from '../single-key.quantities'
import styles from './single-key.module.css'

/** Why the keys that no query can select cannot be selected, one sentence each. */
export function Reasons({ model }: { model: SelectionModel }) {
  const never = model.places.flatMap(({ kind }, i) => (kind === 'corner' ? [] : [i]))
  if (never.length === 0) return null
  return (
    <section className={styles['reasons']} aria-label="Keys that no query can select">
      <p>Never selectable, whatever the query</p>
      <ul>
        {never.map((i) => (
          <li key={i}>
            <Reason i={i} model={model} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reason({ i, model }: { i: KeyIndex; model: SelectionModel }) {
  const { kind, combination } = model.places[i]
  const me = <Tex>{key(`${i + 1}`)}</Tex>
  if (kind === 'twin') {
    return (
      <>
        {me} is the same point as <Tex>{key(`${used(combination)[0] + 1}`)}</Tex>: the two scores are equal
        for every <Tex>q</Tex>.
      </>
    )
  }
  const score = (index: string) => <Tex>{`${key(index)}^{\\top}q`}</Tex>
  return (
    <>
      {me} lies {kind === 'edge' ? 'on an edge of' : 'inside'} the hull: {me} ={' '}
      <Mixture of={i} combination={combination} />, so {score(`${i + 1}`)} is never above the largest of
      theirs
      {kind === 'edge' && '; at best they tie'}.
    </>
  )
}

function Mixture({ of, combination }: { of: KeyIndex; combination: readonly number[] }) {
  return used(combination).map((i, position) => (
    <Fragment key={i}>
      {position > 0 && ' + '}
      <Value of={coefficientId(of, i)} /> <Tex>{key(`${i + 1}`)}</Tex>
    </Fragment>
  ))
}

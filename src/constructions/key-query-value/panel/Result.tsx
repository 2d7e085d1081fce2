import { Value } from '../../../ui/kit/Explanation'
import { Tex } from '../../../ui/kit/Tex'
import type { DesignModel } from '../key-query-value.model'
import { ids } from '../key-query-value.quantities'

/** How far each wanted output is off now, and whether it is reached as β grows. */
export function Result({ model: { outcomes } }: { model: DesignModel }) {
  const wanted = outcomes.flatMap(({ target, reached }, i) => (target ? [{ i, reached }] : []))
  const free = outcomes.flatMap(({ target }, i) => (target ? [] : [`c_${i + 1}`]))
  return (
    <>
      {wanted.map(({ i, reached }) => (
        <span key={i} data-mark={`error-${i + 1}`}>
          <b className={reached ? 'role-holds' : 'role-fails'}>{reached ? '✓' : '✗'}</b>{' '}
          <Tex>{`\\htmlClass{role-value}{c_${i + 1}}`}</Tex>{' '}
          {reached ? 'reached as β grows, now off by' : 'not reached, now off by'} <Value of={ids.error(i)} />
        </span>
      ))}
      {free.length > 0 && (
        <span>
          <Tex>{`\\htmlClass{role-value}{${free.join(',\\ ')}}`}</Tex> free
        </span>
      )}
    </>
  )
}

import type { ReactNode } from 'react'
import type { Quantity } from '../constructions/construction'
import { openParams, pinnedParams, type Session, swapped, withPinned } from '../state/session'
import { number } from '../tex/format'
import styles from './Compare.module.css'
import { useExplorer } from './explorer'
import { DataTable } from './kit/DataTable'
import { Folded } from './kit/Folded'
import { Tex } from './kit/Tex'

interface Props {
  readonly quantities: readonly Quantity[]
  /** Quantities of the pinned state; none where nothing is pinned. */
  readonly pinned: readonly Quantity[] | undefined
}

/** Pins the current state as A, exchanges it with the current one, and lists the numbers in which they differ. */
export function Compare({ quantities, pinned }: Props) {
  const { session, dispatch } = useExplorer()
  const go = (next: Session) => dispatch({ type: 'go', session: next })
  if (!pinnedParams(session)) {
    return (
      <button
        type="button"
        className={styles['pin']}
        onClick={() => go(withPinned(session, openParams(session)))}
      >
        Pin as A to compare
      </button>
    )
  }
  return (
    <div className={styles['compare']} role="group" aria-label="Comparison with A">
      <span className={styles['tag']}>A pinned</span>
      <button type="button" onClick={() => go(swapped(session))}>
        Swap
      </button>
      <button type="button" onClick={() => go(withPinned(session, undefined))}>
        Unpin
      </button>
      <Folded summary="Differences in numbers">
        <div className={styles['differences']}>
          <Differences quantities={quantities} pinned={pinned ?? []} />
        </div>
      </Folded>
    </div>
  )
}

function Differences({
  quantities,
  pinned,
}: {
  quantities: readonly Quantity[]
  pinned: readonly Quantity[]
}) {
  const before = new Map(pinned.map((quantity) => [quantity.id, quantity]))
  const changed = quantities.filter((now) => !same(now, before.get(now.id)))
  if (changed.length === 0) return <p>No number differs.</p>
  return (
    <DataTable
      heads={['number', 'A', 'now', 'now − A']}
      rows={changed.map((now) => rowOf(now, before.get(now.id)))}
    />
  )
}

/** The two differ: a difference that float64 cannot tell is still not 0. */
function differenceOf(now: Quantity, before: Quantity): string {
  const difference = now.value - before.value
  return difference === 0 ? 'lost in rounding' : number(difference)
}

const same = (now: Quantity, before: Quantity | undefined) =>
  before !== undefined && now.value === before.value && now.log === before.log

function rowOf(now: Quantity, before: Quantity | undefined): ReactNode[] {
  return [
    <>
      {now.label} <Tex>{now.tex}</Tex>
    </>,
    before ? number(before.value, before.log) : 'none',
    number(now.value, now.log),
    before ? differenceOf(now, before) : '',
  ]
}

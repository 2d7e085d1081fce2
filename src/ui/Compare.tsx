import type { ReactNode } from 'react'
import type { Quantity } from '../constructions/construction'
import { type Session, swapped, withPinned } from '../state/session'
import { number } from '../tex/format'
import styles from './Compare.module.css'
import { useExplorer } from './explorer'
import { DataTable } from './kit/DataTable'
import { Folded } from './kit/Folded'
import { Tex } from './kit/Tex'
import { useOpenRoom } from './roomContext'

/** Pins the current state as A, while none is pinned. */
export function PinButton() {
  const { room, session, go } = usePinned()
  if (session.pinned[room]) return null
  return (
    <button
      type="button"
      className={styles['pin']}
      aria-label="Pin as A to compare"
      onClick={() => go(withPinned(session, room, session.params[room]))}
    >
      Pin as A<span className={styles['why']}> to compare</span>
    </button>
  )
}

/** While a state is pinned as A: exchanges it with the current one, and lists the numbers in which they differ. */
export function ComparisonLine() {
  const { quantities, pinned } = useOpenRoom()
  const { room, session, go } = usePinned()
  if (!session.pinned[room]) return null
  return (
    <div className={styles['compare']} role="group" aria-label="Comparison with A">
      <span className={styles['tag']}>A pinned</span>
      <button type="button" onClick={() => go(swapped(session, room))}>
        Swap
      </button>
      <button type="button" onClick={() => go(withPinned(session, room, undefined))}>
        Unpin
      </button>
      <Folded summary="Differences in numbers">
        <div className={styles['differences']}>
          <Differences quantities={quantities} pinned={pinned?.quantities ?? []} />
        </div>
      </Folded>
    </div>
  )
}

function usePinned() {
  const room = useOpenRoom().construction.id
  const { session, dispatch } = useExplorer()
  return { room, session, go: (next: Session) => dispatch({ type: 'go', session: next }) }
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
      columns={['number', 'A', 'now', 'now − A']}
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

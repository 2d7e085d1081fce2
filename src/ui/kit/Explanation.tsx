import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Quantity } from '../../constructions/construction'
import { fullPrecision, isNegative, number } from '../../tex/format'
import { CopyButton } from './CopyButton'
import styles from './Explanation.module.css'
import { Tex } from './Tex'

interface Explanations {
  readonly quantities: ReadonlyMap<string, Quantity>
  /** The same quantities in the state pinned as A; empty where nothing is pinned. */
  readonly pinned: ReadonlyMap<string, Quantity>
  /** Opens the explanation of a quantity beside `anchor`. */
  explain(id: string, anchor: Element): void
}

const ExplanationContext = createContext<Explanations>({
  quantities: new Map(),
  pinned: new Map(),
  explain() {},
})

/** The quantities of the room, and the way to have one explained. */
export const useExplanations = () => use(ExplanationContext)

const ExplainContext = createContext<Explanations['explain']>(() => {})

/** The way to have a quantity explained, for what shows none itself: it stays the same while they change. */
export const useExplain = () => use(ExplainContext)

interface Open {
  readonly id: string
  readonly anchor: Element
}

const NONE: readonly Quantity[] = []

const mapById = (quantities: readonly Quantity[]) =>
  new Map(quantities.map((quantity) => [quantity.id, quantity]))

/** Lets every displayed number inside explain itself: a click, or Enter where it is focused. */
export function ExplanationProvider({
  quantities,
  pinned = NONE,
  children,
}: {
  quantities: readonly Quantity[]
  pinned?: readonly Quantity[] | undefined
  children: ReactNode
}) {
  const [open, setOpen] = useState<Open>()
  const byId = useMemo(() => mapById(quantities), [quantities])
  const pinnedById = useMemo(() => mapById(pinned), [pinned])
  const explain = useCallback((id: string, anchor: Element) => setOpen({ id, anchor }), [])
  const context = useMemo(
    () => ({ quantities: byId, pinned: pinnedById, explain }),
    [byId, pinnedById, explain],
  )
  const quantity = open && byId.get(open.id)
  return (
    <ExplainContext value={explain}>
      <ExplanationContext value={context}>
        {children}
        {open && quantity && (
          <Card quantity={quantity} anchor={open.anchor} onClose={() => setOpen(undefined)} />
        )}
      </ExplanationContext>
    </ExplainContext>
  )
}

function Card({ quantity, anchor, onClose }: { quantity: Quantity; anchor: Element; onClose(): void }) {
  const card = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = card.current!
    element.showPopover()
    place(element, anchor.getBoundingClientRect())
    element.querySelector('button')?.focus()
  }, [anchor])
  const { label, tex, formula, plugged, value, log } = quantity
  return (
    <dialog
      ref={card}
      popover="auto"
      className={styles['card']}
      aria-label={`${label}, explained`}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      <h2>{label}</h2>
      <div
        className={styles['formula']}
        role="group"
        aria-label="Formula"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll what is too long
        tabIndex={0}
      >
        <Tex display>{`\\begin{aligned}${tex} &= ${formula} \\\\ &= ${plugged}\\end{aligned}`}</Tex>
      </div>
      <p className={styles['digits']}>
        <output>{fullPrecision(value, log)}</output>
        <CopyButton text={fullPrecision(value, log)} />
      </p>
      {log !== undefined && Number.isFinite(log) && (
        <p className={styles['log']}>
          natural logarithm{isNegative(value) ? ' of its size' : ''} {fullPrecision(log)}
        </p>
      )}
    </dialog>
  )
}

function place(card: HTMLElement, anchor: DOMRect): void {
  const { width, height } = card.getBoundingClientRect()
  const gap = 8
  const below = anchor.bottom + gap
  const top = below + height > innerHeight ? Math.max(gap, anchor.top - height - gap) : below
  const left = Math.min(Math.max(gap, anchor.left), Math.max(gap, innerWidth - width - gap))
  card.style.translate = `${left}px ${top}px`
}

/** A number of the room, in text, that explains itself. */
export function Value({ of: id }: { of: string }) {
  const { quantities, explain } = useExplanations()
  const quantity = quantities.get(id)
  if (!quantity) return null
  return (
    <button
      type="button"
      translate="no"
      className={`${styles['value']} role-${quantity.role}`}
      data-mark={quantity.mark}
      aria-label={`${quantity.label}: ${number(quantity.value, quantity.log)}`}
      onClick={(event) => explain(id, event.currentTarget)}
    >
      {number(quantity.value, quantity.log)}
    </button>
  )
}

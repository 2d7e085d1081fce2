import type { Construction, Quantity } from '../../src/constructions/construction'
import type { Params } from '../../src/state/session'
import type { Deviation, QuantityRow } from '../../src/ui/conformance/report'
import { errorOf } from './compare'
import { type Expected, type ReferenceState, referenceStates } from './reference'

/** What every error has to keep, but for those of {@link LOOSER}. */
const BOUND = 1e-12

/** Quantities with a wider bound, which the documentation of their function states. */
const LOOSER: Readonly<Record<string, number>> = {}

/** So many deviations of one kind are written out. */
const SHOWN = 5

interface Compared {
  readonly id: string
  readonly label: string
  readonly params: Params
  readonly found: string
  readonly expected: string
  readonly error: number
}

/** Every quantity of a room in every reference state, by kind. */
export function comparedQuantities(room: Construction): QuantityRow[] {
  const all = referenceStates(room).flatMap((state) => comparedIn(room, state))
  return [...new Set(all.map(({ id }) => kindOf(id)))].map((kind) =>
    rowOf(
      room,
      kind,
      all.filter(({ id }) => kindOf(id) === kind),
    ),
  )
}

/** `weight-3-1` and `weight-2-2` are of one kind, `weight`. */
const kindOf = (id: string) => id.replace(/(-(\d+|[a-h]))+$/, '')

function comparedIn(room: Construction, { params, expected }: ReferenceState): Compared[] {
  const quantities = new Map(room.quantities(params, room.model(params)).map((q) => [q.id, q]))
  const ids = [...new Set([...quantities.keys(), ...expected.keys()])]
  return ids.map((id) => compared(id, params, quantities.get(id), expected.get(id)))
}

function compared(
  id: string,
  params: Params,
  quantity: Quantity | undefined,
  expected: Expected | undefined,
): Compared {
  return {
    id,
    label: quantity?.label ?? id,
    params,
    found: quantity ? String(quantity.value) : 'none',
    expected: expected?.value ?? 'none',
    error: quantity && expected ? errorOf(quantity, expected) : Infinity,
  }
}

function rowOf(room: Construction, kind: string, all: readonly Compared[]): QuantityRow {
  const bound = LOOSER[`${room.id} ${kind}`] ?? BOUND
  const worst = all.reduce((most, one) => (one.error > most.error ? one : most))
  const isOne = new Set(all.map(({ id }) => id)).size === 1
  return {
    kind,
    label: isOne ? all[0].label : ofAll(all[0].label),
    count: all.length,
    largest: rounded(worst.error),
    bound,
    worst: worst.params,
    deviations: all
      .filter(({ error }) => !(error <= bound))
      .slice(0, SHOWN)
      .map(deviation),
  }
}

const deviation = ({ id, params, found, expected, error }: Compared): Deviation => ({
  quantity: id,
  params,
  found,
  expected,
  ...(Number.isFinite(error) ? { error: rounded(error) } : {}),
})

/** Two digits: the rest is rounding's, and another on another machine. */
const rounded = (error: number) => Number(error.toPrecision(2))

/** The label of one quantity, as one of all of its kind: `weight of key 3` becomes `weight of a key`. */
const ofAll = (label: string) =>
  label
    .replace(/\boutput \d/g, 'an output')
    .replace(/\berror \d/g, 'an error')
    .replace(/\bu [a-h]\b/g, 'a direction')
    .replace(/\b(key|query|head) (\d+|[a-h])\b/g, 'a $1')

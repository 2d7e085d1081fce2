import { leakBounds, weightBounds } from '../../../core/attention/margin'
import { number } from '../../../tex/format'
import { DataTable } from '../../../ui/kit/DataTable'
import { singleKey } from '../single-key'
import type { Selection, SelectionModel } from '../single-key.model'

const { margin: MARGIN } = singleKey.params

/** The margins that the leak's plot shows: from just below 0, or the chosen margin, to past it and the margin that is enough. */
export function leakDomain({ margin }: Selection, { general }: SelectionModel): readonly [number, number] {
  return [
    Math.min(-2, margin - 1),
    Math.min(MARGIN.max * 1.1, 1.15 * Math.max(16, margin, general.sufficient)),
  ]
}

/** Both bounds on the weight and on the leak, at margins across the plot. */
export function BoundsTable({ params, model }: { params: Selection; model: SelectionModel }) {
  const [low, high] = leakDomain(params, model)
  const margins = Array.from({ length: 9 }, (_, i) => Number((low + ((high - low) * i) / 8).toFixed(1)))
  return (
    <DataTable
      columns={['margin', 'least weight', 'most weight', 'largest leak', 'smallest leak']}
      rows={margins.map((margin) => {
        const [weight, leak] = [weightBounds(params.n, margin), leakBounds(params.n, margin)]
        return [
          number(margin),
          number(weight.lower),
          number(weight.upper),
          number(leak.upper, leak.logUpper),
          number(leak.lower, leak.logLower),
        ]
      })}
    />
  )
}

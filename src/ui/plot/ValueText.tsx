import type { KeyboardEvent } from 'react'
import { number } from '../../tex/format'
import { useExplanations } from '../kit/Explanation'
import type { Ink } from './inks'
import { PlotText } from './PlotText'
import type { Spot } from './placing'
import { styleOf } from './Text'

interface Props extends Omit<Spot, 'anchor'> {
  /** The quantity shown. */
  readonly of: string
  /** The colour of its role where it is left out. */
  readonly ink?: Ink | undefined
  readonly anchor?: Spot['anchor']
  /** What is before the number. */
  readonly before?: string
}

/** A number in a figure that explains itself. */
export function ValueText({ of: id, x, y, anchor = 'middle', before = '', ink }: Props) {
  const { quantities, explain } = useExplanations()
  const quantity = quantities.get(id)
  if (!quantity) return null
  const { role, mark, label } = quantity
  const text = number(quantity.value, quantity.log)
  const onKeyDown = (event: KeyboardEvent<SVGTextElement>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      explain(id, event.currentTarget)
    }
  }
  return (
    <text
      {...styleOf({ ink: ink ?? role, mark })}
      className="label number"
      x={x}
      y={y}
      textAnchor={anchor}
      role="button"
      tabIndex={0}
      aria-label={`${label}: ${text}`}
      onClick={(event) => explain(id, event.currentTarget)}
      onKeyDown={onKeyDown}
    >
      <PlotText>{before + text}</PlotText>
    </text>
  )
}

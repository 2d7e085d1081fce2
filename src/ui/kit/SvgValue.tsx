import type { KeyboardEvent } from 'react'
import { number } from '../../tex/format'
import { useExplanations } from './Explanation'

interface Props {
  /** The quantity shown. */
  readonly of: string
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Words before the number. */
  readonly before?: string
}

/** A number in a figure that explains itself. */
export function SvgValue({ of: id, x, y, anchor = 'middle', before = '' }: Props) {
  const { quantities, explain } = useExplanations()
  const quantity = quantities.get(id)
  if (!quantity) return null
  const text = number(quantity.value, quantity.log)
  const onKeyDown = (event: KeyboardEvent<SVGTextElement>) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      explain(id, event.currentTarget)
    }
  }
  return (
    <text
      className={`label number role-${quantity.role}`}
      x={x}
      y={y}
      textAnchor={anchor}
      role="button"
      tabIndex={0}
      aria-label={`${quantity.label}: ${text}`}
      data-mark={quantity.mark}
      onClick={(event) => explain(id, event.currentTarget)}
      onKeyDown={onKeyDown}
    >
      {before}
      {text}
    </text>
  )
}

import type { ReactNode } from 'react'

interface Props {
  readonly x: number
  readonly y: number
  /** On which side of the point its name stands. */
  readonly side?: 'left' | 'right'
  readonly children?: ReactNode
}

/** Where the state pinned as A stands in a plot: an open dashed circle with its name. */
export function GhostPoint({ x, y, side = 'left', children = 'A' }: Props) {
  const left = side === 'left'
  return (
    <g className="soft">
      <circle className="ghost" cx={x} cy={y} r={6.5} />
      <text className="note" x={x + (left ? -10 : 10)} y={y + 14} textAnchor={left ? 'end' : 'start'}>
        {children}
      </text>
    </g>
  )
}

import type { ReactNode } from 'react'
import type { ParamSpecs, ParamValues } from '../../constructions/params'
import styles from './miniature.module.css'

/** What the front door hands to the miniature of a room: the params that are set in it. */
export interface MiniatureProps<P = ParamValues<ParamSpecs>> {
  readonly params: P
}

/** Size of every miniature, in its own units. */
export const [WIDTH, HEIGHT] = [150, 84]

/** Where bars stand. */
export const BASE = HEIGHT - 6

/** Most bars that a miniature can hold. */
export const MOST_BARS = 8

/** A figure without words, for those who see it: its room says the same in full. */
export function Miniature({ children }: { children: ReactNode }) {
  return (
    <svg className={styles['miniature']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {children}
    </svg>
  )
}

/** Left edge of bar `i` of `count`. */
export const slot = (i: number, count: number, width = WIDTH) => (i * width) / count

interface BarsProps {
  readonly weights: readonly number[]
  /** As many of the first bars are drawn in full colour. */
  readonly wanted: number
  /** Where the largest weight `most` reaches to, and where all begin. */
  readonly top: number
  readonly most: number
  readonly base?: number
  readonly gap?: number
  readonly width?: number
}

/** Weights as bars, those that are wanted in full colour. */
export function Bars({ weights, wanted, top, most, base = BASE, gap = 4, width = WIDTH }: BarsProps) {
  const count = Math.max(MOST_BARS, weights.length)
  return weights.map((weight, i) => {
    const height = Math.max(1, (weight / most) * (base - top))
    return (
      <rect
        // Bars have no names but their places.
        // oxlint-disable-next-line react/no-array-index-key
        key={i}
        className={styles['weight']}
        x={slot(i, count, width) + gap / 2}
        y={base - height}
        width={slot(1, count, width) - gap}
        height={height}
        fillOpacity={i < wanted ? 1 : 0.5}
      />
    )
  })
}

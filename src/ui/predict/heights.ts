import type { KeyboardEvent } from 'react'
import type { Vector } from '../../core/linear/linalg'
import { arrowSteps } from '../kit/keys'

type Point = readonly [bin: number, height: number]

/** `heights` after a stroke from one point to another: every bar that it crosses is as high as the stroke there. */
export function drawnHeights(heights: Vector, from: Point, to: Point): Vector {
  const [low, high] = from[0] <= to[0] ? [from, to] : [to, from]
  const slope = high[0] === low[0] ? 0 : (high[1] - low[1]) / (high[0] - low[0])
  return heights.map((height, bin) =>
    bin < low[0] || bin > high[0] ? height : wholePercent(to[1] + (bin - to[0]) * slope),
  )
}

/** The height that a key leads to; undefined for keys that mean nothing here. */
export function steppedHeight(event: KeyboardEvent, height: number): number | undefined {
  if (event.key === 'Home') return 0
  if (event.key === 'End') return 100
  const sideways = { ArrowRight: 'ArrowUp', ArrowLeft: 'ArrowDown' }[event.key]
  const steps = arrowSteps(event, sideways ?? event.key)
  return steps === 0 ? undefined : wholePercent(height + steps)
}

const wholePercent = (height: number) => Math.min(100, Math.max(0, Math.round(height)))

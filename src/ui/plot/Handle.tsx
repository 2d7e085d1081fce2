import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'
import { useAdjust } from '../kit/adjust'
import { arrowWay } from '../kit/keys'
import { useDrag } from '../kit/useDrag'
import { colourOf, type Ink } from './inks'

export interface Place {
  readonly x: number
  readonly y: number
}

interface Props {
  /** What is moved, in words. */
  readonly label: string
  /** Where it is, in words, for those who cannot see it. */
  readonly valueText: string
  /** 0 to 1 along its track for a handle that moves along one line; left out for a point of the plane. */
  readonly now?: number
  readonly mark?: string | undefined
  readonly className?: string
  readonly ink?: Ink | undefined
  readonly children: ReactNode
  /** Called with the pointer's place in the figure's own units while it is dragged. */
  onDrag(place: Place): void
  /** Called for arrow keys: `right` and `up` are −1, 0 or 1, ten times that with Shift. */
  onStep(right: number, up: number): void
  onActivate?(): void
}

/** Pixels that a pointer may stray while it only clicks. */
const SLACK = 3

/** A part of a figure that can be dragged by mouse or touch and stepped by arrow keys. A cancelled drag goes back. */
export function Handle({
  label,
  valueText,
  now,
  mark,
  className,
  children,
  onDrag,
  onStep,
  onActivate,
  ink,
}: Props) {
  const { cancel, settle } = useAdjust()
  const pressed = useRef({ x: 0, y: 0, moved: false })
  const onKeyDown = (event: KeyboardEvent) => {
    const way = arrowWay(event)
    if (event.key === 'Enter') onActivate?.()
    if (!way) return
    event.preventDefault()
    onStep(...way)
  }
  const drag = useDrag<SVGGElement>({
    onStart(event) {
      // Only what this drag moves is to go back when it is cancelled.
      settle()
      pressed.current = { x: event.clientX, y: event.clientY, moved: false }
    },
    onMove(event) {
      const { x, y, moved } = pressed.current
      pressed.current.moved = moved || Math.hypot(event.clientX - x, event.clientY - y) > SLACK
      if (pressed.current.moved) onDrag(placeIn(event))
    },
    onEnd: settle,
    onCancel: cancel,
  })
  const track =
    now === undefined
      ? {}
      : {
          'aria-valuemin': 0,
          'aria-valuemax': 1,
          'aria-valuenow': Number(now.toFixed(4)),
          'aria-valuetext': valueText,
        }
  return (
    // A slider where it moves along a line, else a button described as a point that can be moved.
    <g
      className={`handle ${className ?? ''}`}
      color={ink && colourOf(ink)}
      data-mark={mark}
      role={now === undefined ? 'button' : 'slider'}
      aria-roledescription={now === undefined ? 'movable point' : undefined}
      aria-label={now === undefined ? `${label}, ${valueText}` : label}
      {...track}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onKeyUp={settle}
      {...drag}
      onClick={() => pressed.current.moved || onActivate?.()}
    >
      {children}
    </g>
  )
}

/** The event's place in the units of the figure's own coordinate system. */
export function placeIn(event: PointerEvent<SVGGElement>): Place {
  const svg = event.currentTarget.ownerSVGElement
  const matrix = svg?.getScreenCTM()
  if (!svg || !matrix) return { x: 0, y: 0 }
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
  return { x, y }
}

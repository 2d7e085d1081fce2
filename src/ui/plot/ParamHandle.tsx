import type { ReactNode } from 'react'
import { positionOf } from '../../constructions/scale'
import { useAdjust } from '../kit/adjust'
import { type Framed, useFrame } from './frame'
import { Handle } from './Handle'
import { type Ink, marked } from './inks'

interface Props extends Framed {
  /** The number of the room that it changes. */
  readonly param: string
  readonly value: number
  /** Along which axis it moves. */
  readonly along?: 'x' | 'y'
  /** The number at a value of that axis, where they are not the same. */
  valueAt?(axis: number): number
  /** What is moved, in words, and where it is. */
  readonly label: string
  readonly valueText: string
  readonly ink?: Ink | undefined
  readonly mark?: string | undefined
  /** What is seen of it; the part to take hold of has the class `reach` or `grip`. */
  readonly children: ReactNode
}

/** A part of a plot that changes a number of the room, as its slider would: by dragging and by arrow keys. */
export function ParamHandle({ param, value, along = 'x', valueAt = same, frame: given, ...props }: Props) {
  const frame = useFrame(given)
  const { spec: specOf, set, step } = useAdjust()
  const spec = specOf(param)
  const { ink, mark = param, children } = props
  if (!spec) return <g {...marked({ ink, mark })}>{children}</g>
  return (
    <Handle
      {...props}
      mark={mark}
      now={positionOf(spec, value)}
      onDrag={(place) => set(param, valueAt(frame[along].invert(place[along])))}
      onStep={(right, up) => step(param, right + up)}
    />
  )
}

const same = (axis: number) => axis

import { type ReactNode, useId } from 'react'
import { Chart } from '../kit/Chart'
import { useSize } from '../kit/useSize'
import { Y_TICKS } from './Axis'
import { type Frame, FrameContext } from './frame'
import type { ScaleOn, Span } from './scales'

interface Props {
  /** What the plot shows, in words, for those who cannot see it. */
  readonly label: string
  readonly x: ScaleOn
  readonly y: ScaleOn
  /** Where the style sheet decides no other. */
  readonly height?: number
  /** Room around the axes; what the texts of the left one need is added. */
  readonly margin?: Partial<Margin>
  readonly role?: 'group' | 'img'
  readonly children: ReactNode
}

interface Margin {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const MARGIN: Margin = { left: 46, right: 14, top: 12, bottom: 34 }

/** The frame of a plot: marks inside of it are placed by its scales. */
export function Plot({ label, x, y, height = 300, margin, role = 'group', children }: Props) {
  const [element, size] = useSize<HTMLDivElement>({ width: 480, height })
  const clip = useId()
  const frame = { ...frameOf(x, y, size, { ...MARGIN, ...margin }), clip: `url(#${clip})` }
  const { left, right, top, bottom } = frame
  return (
    <Chart label={label} {...size} usual={height} element={element} role={role}>
      <clipPath id={clip}>
        <rect x={left} y={top - 2} width={right - left} height={bottom - top + 4} />
      </clipPath>
      <FrameContext value={frame}>{children}</FrameContext>
    </Chart>
  )
}

/** The frame of two scales in a drawing of a size, as wide as the ticks at its left leave it. */
export function frameOf(
  x: ScaleOn,
  y: ScaleOn,
  { width, height }: { readonly width: number; readonly height: number },
  margin: Margin = MARGIN,
): Frame {
  const [right, top, bottom] = [width - margin.right, margin.top, height - margin.bottom]
  const upward = y([bottom, top])
  const left = Math.max(margin.left, ...upward.ticks(Y_TICKS).map((tick) => roomFor(upward.text(tick))))
  const across: Span = [left, Math.max(left + 1, right)]
  return { x: x(across), y: upward, left, right: across[1], top, bottom, width, height }
}

/** Room that a text left of the axis takes, its gap included. */
const roomFor = (text: string) => 14 + 7 * text.length

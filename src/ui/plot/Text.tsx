import { colourOf, type MarkProps, marked } from './inks'
import { PlotText } from './PlotText'
import type { Spot } from './placing'

/** What kind of text it is: as the name of a mark, as a remark, as plain as the texts of an axis, or inside of a mark. */
export type Look = 'label' | 'note' | 'tick' | 'inside'

export interface StyleProps extends MarkProps {
  readonly look?: Look | undefined
}

/** Attributes of a text: with a rim of the paper around its letters where lines may run below it. */
export function styleOf({ look = 'label', ink, mark }: StyleProps) {
  const { fontSize, fontWeight, rim } = FONTS[look]
  const colour = marked({ ink: ink ?? (look === 'label' ? 'plain' : 'soft'), mark })
  const halo =
    rim > 0
      ? {
          stroke: colourOf('panel'),
          strokeWidth: rim,
          strokeLinejoin: 'round' as const,
          paintOrder: 'stroke',
        }
      : {}
  return { className: look, ...colour, fill: 'currentColor', fontSize, fontWeight, ...halo }
}

export const FONTS = {
  label: { fontSize: 12, fontWeight: 600, rim: 4 },
  note: { fontSize: 11, fontWeight: 400, rim: 3 },
  tick: { fontSize: 12, fontWeight: 400, rim: 0 },
  inside: { fontSize: 11, fontWeight: 600, rim: 0 },
} as const

interface TextProps extends StyleProps {
  readonly x: number
  readonly y: number
  readonly anchor?: Spot['anchor']
  readonly dy?: string
  readonly children: string
}

/** A text at a place of the drawing itself. */
export function Text({ x, y, anchor = 'start', dy, children, ...style }: TextProps) {
  return (
    <text {...styleOf(style)} x={x} y={y} dy={dy} textAnchor={anchor}>
      <PlotText>{children}</PlotText>
    </text>
  )
}

import { type Framed, useFrame } from './frame'
import { colourOf } from './inks'
import { within } from './scales'
import { type StyleProps, Text } from './Text'

/** The name of a line, right of its end. */
export interface EndLabel extends StyleProps {
  readonly text: string
  /** Where the line ends. */
  readonly at: readonly [x: number, y: number]
}

/** Room for the names of lines, as a margin of their plot. */
export const END_ROOM = 152

/** Least distance between two names, in units of the drawing. */
const STEP = 13.5

/** Names of lines in one column right of the plot, each as near to the height of its end as the others leave it. */
export function EndLabels({ of, frame: given }: { readonly of: readonly EndLabel[] } & Framed) {
  const { x, y, right, top, bottom } = useFrame(given)
  const ends = of.map((label) => ({ label, end: [x(within(x, label.at[0])), y(within(y, label.at[1]))] }))
  const sorted = ends.toSorted((a, b) => a.end[1] - b.end[1])
  const heights = spread(
    sorted.map(({ end }) => end[1]),
    top,
    bottom,
  )
  return sorted.map(({ label: { text, ...style }, end }, i) => (
    <g key={text}>
      <path
        d={`M${end[0] + 5} ${end[1]}L${right + 14} ${heights[i]}`}
        stroke={colourOf(style.ink ?? 'soft')}
        strokeWidth={0.75}
        opacity={0.6}
        fill="none"
      />
      <Text x={right + 18} y={heights[i]} dy="0.33em" {...style}>
        {text}
      </Text>
    </g>
  ))
}

/** Heights at least {@link STEP} apart in the same order, near to the wanted ones, and where there is room inside. */
export function spread(wanted: readonly number[], top: number, bottom: number): number[] {
  const heights: number[] = []
  for (const height of wanted) heights.push(Math.max(height, top, (heights.at(-1) ?? -Infinity) + STEP))
  for (let i = heights.length - 1, most = bottom + STEP; i >= 0 && heights[i] > most; i--, most -= STEP)
    heights[i] = most
  return heights
}

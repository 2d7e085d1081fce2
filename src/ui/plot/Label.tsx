import { number } from '../../tex/format'
import { useExplanations } from '../kit/Explanation'
import { type Frame, type Framed, useFrame } from './frame'
import type { Points } from './Line'
import { type Attached, placed, type Side } from './placing'
import { within } from './scales'
import { FONTS, type StyleProps, Text } from './Text'
import { runsOf, widthOf } from './tex'
import { ValueText } from './ValueText'

/** A text attached to a place of the plot. */
export interface LabelSpec extends StyleProps {
  readonly text?: string
  /** The quantity whose number is after the text, and explains itself. */
  readonly value?: string
  /** What it names, in values of the axes: a place, or several of which any will do, the best first. */
  readonly at: readonly [x: number, y: number] | Points
  /** The sides on which it may be, the best first. */
  readonly sides?: readonly Side[]
  readonly gap?: number
  /** Left out rather than drawn over something. */
  readonly optional?: boolean
}

/** What is not drawn in this state. */
type Absent = false | null | undefined

const isPresent = <T,>(thing: T | Absent): thing is T =>
  thing !== false && thing !== null && thing !== undefined

interface Props extends Framed {
  readonly of: readonly (LabelSpec | Absent)[]
  /** What they keep clear of, besides each other. */
  readonly points?: readonly (Points[number] | Absent)[] | undefined
  readonly lines?: readonly (Points | Absent)[] | undefined
}

const ALL_SIDES: readonly Side[] = ['ne', 'nw', 'e', 'w', 'se', 'sw', 'n', 's']

/** Names and numbers of marks, each on a side where it covers neither another one nor what is drawn. */
export function Labels({ of, points = [], lines = [], frame: given }: Props) {
  const frame = useFrame(given)
  const { quantities } = useExplanations()
  const numberOf = (id: string) => {
    const quantity = quantities.get(id)
    return quantity ? number(quantity.value, quantity.log) : ''
  }
  const labels = of.filter(isPresent)
  const texts = labels.map(({ text = '', value }) => (value === undefined ? text : text + numberOf(value)))
  const spots = placed(
    labels.map((label, i) => attached(label, texts[i], frame)),
    {
      points: points.filter(isPresent).map((point) => placeOf(point, frame)),
      lines: lines.filter(isPresent).map((line) => line.map((point) => placeOf(point, frame))),
      inside: { left: frame.left + 2, right: frame.width, top: 0, bottom: frame.bottom },
    },
  )
  return labels.map(({ text, value, look, ink, mark }, i) => {
    const spot = spots[i]
    const key = value ?? mark ?? text ?? ''
    if (!spot) return null
    if (value !== undefined) return <ValueText key={key} of={value} before={text ?? ''} {...spot} />
    return (
      <Text key={key} {...spot} {...{ look, ink, mark }}>
        {texts[i]}
      </Text>
    )
  })
}

/** One label that keeps clear of what is given. */
export function Label({ points, lines, frame, ...label }: LabelSpec & Omit<Props, 'of'>) {
  return <Labels of={[label]} {...{ points, lines, frame }} />
}

const isOnePlace = (at: LabelSpec['at']): at is readonly [number, number] => typeof at[0] === 'number'

function attached(
  { at, sides = ALL_SIDES, gap = 11, look = 'label', optional = false }: LabelSpec,
  text: string,
  frame: Frame,
): Attached {
  const { fontSize: size, fontWeight } = FONTS[look]
  const places = isOnePlace(at) ? [at] : at
  return {
    at: places.map((place) => placeOf(place, frame)),
    sides,
    gap,
    size,
    // Heavier letters are wider.
    width: widthOf(runsOf(text)) * size * (fontWeight > 400 ? 1.08 : 1) + 2,
    optional,
  }
}

/** Where something is in the drawing, at the edge where it lies beyond the axes. */
const placeOf = ([x, y]: Points[number], frame: Frame) =>
  [frame.x(within(frame.x, x)), frame.y(within(frame.y, y))] as const

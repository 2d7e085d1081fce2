import type { SVGAttributes } from 'react'

/** What a mark may be coloured by: the roles of quantities, the verdicts, and what belongs to the page itself. */
export type Ink =
  | 'query'
  | 'key'
  | 'value'
  | 'weight'
  | 'plain'
  | 'holds'
  | 'fails'
  | 'unsaid'
  | 'synthesizer'
  | 'ink'
  | 'soft'
  | 'edge'
  | 'rule'
  | 'wash'
  | 'panel'
  | 'on-colour'

/** The colour of an ink in the theme, for a presentation attribute. */
export const colourOf = (ink: Ink) => `var(--${ink})`

/** How a line is drawn. */
export type Stroke =
  | 'full'
  | 'thin'
  | 'drop'
  | 'fine'
  | 'dashed'
  | 'reference'
  | 'goal'
  | 'ghost'
  | 'grip'
  | 'reach'

type Attributes = Pick<
  SVGAttributes<SVGElement>,
  'stroke' | 'strokeWidth' | 'strokeDasharray' | 'strokeLinejoin' | 'strokeLinecap'
>

const ROUND = { stroke: 'currentColor', strokeLinejoin: 'round', strokeLinecap: 'round' } as const

/**
 * Presentation attributes of a stroke in the colour of its mark. What is of the state pinned as A is dashed in grey,
 * and so is a line that only guides the eye; a `grip` can be dragged, and a `reach` around it makes it wider to a finger.
 */
export const STROKES: Readonly<Record<Stroke, Attributes>> = {
  full: { ...ROUND, strokeWidth: 'var(--stroke)' },
  thin: { ...ROUND, strokeWidth: 1.25 },
  fine: { ...ROUND, strokeWidth: 1.5 },
  drop: { stroke: 'currentColor', strokeWidth: 1, strokeDasharray: '4 3' },
  dashed: { ...ROUND, strokeWidth: 'var(--stroke)', strokeDasharray: '7 5' },
  reference: { stroke: colourOf('edge'), strokeWidth: 1, strokeDasharray: '3 3' },
  goal: { stroke: colourOf('ink'), strokeWidth: 1.5, strokeDasharray: '4 3' },
  ghost: { stroke: colourOf('edge'), strokeWidth: 1.5, strokeDasharray: '4 3' },
  grip: { stroke: 'currentColor', strokeWidth: 1.6, strokeDasharray: '4 3' },
  reach: { stroke: 'transparent', strokeWidth: 18 },
}

/** Attributes that every mark has: its colour, for `currentColor`, and the names that it is lit by. */
export interface MarkProps {
  readonly ink?: Ink | undefined
  /** Names shared with symbols of formulas, the mark's own first. */
  readonly mark?: string | undefined
}

/** The attributes of {@link MarkProps}. */
export const marked = ({ ink = 'plain', mark }: MarkProps) => ({ color: colourOf(ink), 'data-mark': mark })

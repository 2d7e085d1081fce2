/** Which parts of a page are on the screen of the hall. */
export interface Screen {
  /** Id of the figure; null for the one that the page leads with. */
  readonly figure: string | null
  /** Id of the step of the derivation whose formula is shown; empty for the page's gist, null for none. */
  readonly formula: string | null
  /** Whether the primary control of the page is shown. */
  readonly controls: boolean
  /** Whether the line that says what came of it is shown. */
  readonly result: boolean
}

export const QUESTION_KINDS = ['weights', 'point', 'limit', 'histogram'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** What hands are raised for: a text, and the numbers that whoever chooses it expects. */
export interface Option {
  readonly text: string
  readonly expected: readonly number[]
}

/** The letter by which an option is called out: A for the first. */
export const optionLetter = (option: number): string => String.fromCharCode(65 + option)

/** Something to predict before it is shown. The truth is not part of it: it is computed from the page. */
export interface Question {
  readonly kind: QuestionKind
  /** What is asked, in a sentence. */
  readonly ask: string
  /** Id of the quantity whose limit is asked for; empty for the other kinds. */
  readonly quantity: string
  readonly options: readonly Option[]
}

/** One step of a lesson: a picture worth projecting, with a sentence. */
export interface LessonStep {
  /** The state of the page, as its link. */
  readonly link: string
  readonly screen: Screen
  /** Names of the marks that are lit from the start. */
  readonly lit: readonly string[]
  /** What the hall reads above the figure; prose with TeX. */
  readonly sentence: string
  /** What only the lecturer sees. */
  readonly notes: string
  readonly minutes: number
  readonly question: Question | null
}

export interface Lesson {
  readonly id: string
  readonly title: string
  readonly steps: readonly LessonStep[]
}

/** Most that a lesson may hold; what has more is refused, since no hall would sit through it. */
export const LIMITS = {
  steps: 100,
  options: 6,
  expected: 40,
  lit: 12,
  minutes: 180,
  title: 120,
  sentence: 400,
  notes: 8000,
  text: 80,
  link: 8192,
  id: 60,
} as const

export const WHOLE_SCREEN: Screen = { figure: null, formula: '', controls: true, result: false }

/** A step that shows the page at `link` with `sentence` above it. */
export function stepAt(link: string, sentence: string, changes: Partial<LessonStep> = {}): LessonStep {
  return {
    link,
    screen: WHOLE_SCREEN,
    lit: [],
    sentence,
    notes: '',
    minutes: 1,
    question: null,
    ...changes,
  }
}

/** The minutes that a lesson is planned to take. */
export const minutesOf = ({ steps }: Lesson): number => steps.reduce((sum, { minutes }) => sum + minutes, 0)

/** The minutes after which `step` should begin. */
export const minutesBefore = ({ steps }: Lesson, step: number): number =>
  steps.slice(0, step).reduce((sum, { minutes }) => sum + minutes, 0)

/** `steps` with the one at `from` moved to `to`; the same where either is none of them. */
export function moved(steps: readonly LessonStep[], from: number, to: number): readonly LessonStep[] {
  if (from === to || !(from in steps) || !(to in steps)) return steps
  const others = steps.toSpliced(from, 1)
  return others.toSpliced(to, 0, steps[from])
}

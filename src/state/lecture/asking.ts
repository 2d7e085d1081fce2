import type { Question } from './lesson'

/** What happens, one after the other, when a hall is asked for a prediction. Each is one press away from the next. */
export const PHASES = ['ask', 'first', 'talk', 'second', 'draw', 'lock', 'reveal', 'explain'] as const
export type Phase = (typeof PHASES)[number]

/** Most hands that are counted for one option. */
export const MOST_HANDS = 9999

/** How far a question of a step has got. */
export interface Asking {
  readonly phase: Phase
  /** Hands raised for each option, in the first round and in the second; null where not counted. */
  readonly hands: readonly [first: Hands, second: Hands]
  /** What was drawn as the prediction; empty while nothing was. */
  readonly drawn: readonly number[]
}

export type Hands = readonly (number | null)[]

export const NOT_ASKED: Asking = { phase: 'ask', hands: [[], []], drawn: [] }

const at = (phase: Phase) => PHASES.indexOf(phase)

/** Whether `asking` has reached `phase`. */
export const hasReached = ({ phase }: Pick<Asking, 'phase'>, wanted: Phase): boolean =>
  at(phase) >= at(wanted)

/** The phase `count` after the one that `asking` is in, or undefined beyond either end. */
export const phaseAfter = ({ phase }: Asking, count: 1 | -1): Phase | undefined => PHASES[at(phase) + count]

/** `asking` with `count` hands for `option` in one of the rounds; once drawn over, what was locked stays. */
export function withHands(asking: Asking, round: 0 | 1, option: number, count: number | null): Asking {
  const isCount = count === null || (Number.isInteger(count) && count >= 0 && count <= MOST_HANDS)
  if (!isCount || option < 0 || option > 99) return asking
  const hands = Array.from({ length: Math.max(option + 1, asking.hands[round].length) }, (_, i) =>
    i === option ? count : (asking.hands[round][i] ?? null),
  )
  return { ...asking, hands: round === 0 ? [hands, asking.hands[1]] : [asking.hands[0], hands] }
}

/** `asking` with a prediction drawn; one that is locked stays. */
export const withDrawn = (asking: Asking, drawn: readonly number[]): Asking =>
  hasReached(asking, 'lock') ? asking : { ...asking, drawn }

/** What the hall may know of a question: hands of the first round only beside those of the second. */
export interface ShownQuestion extends Asking {
  readonly question: Question
}

/** What the hall gets of `question`: nothing that would tell it too early what others think. */
export function shownQuestion(question: Question, asking: Asking): ShownQuestion {
  const areHandsShown = hasReached(asking, 'draw')
  return { question, ...asking, hands: areHandsShown ? asking.hands : [[], []] }
}

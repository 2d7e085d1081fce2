import type { Lesson, Question } from '../../state/lecture/lesson'
import { type Answer, answerAt, isAnswered, MOST_GAP } from '../../state/lecture/study'
import { findingOf, rightOption, type Truth } from '../../state/lecture/truth'
import { Prose } from '../kit/Prose'
import { Drawing } from '../lecture/Drawing'
import { useTruth } from '../lecture/useTruth'
import { useFromStore } from '../useFromStore'
import styles from './study.module.css'
import { answer as change, studyOf, studyStore } from './studyStore'

interface Props {
  readonly lesson: Lesson
  /** Index of the step. */
  readonly at: number
  readonly question: Question
  readonly link: string
}

/** A question to one person: a choice and a drawing are locked before the truth is shown. */
export function StudyQuestion({ lesson, at, question, link }: Props) {
  const state = useFromStore(studyStore(), (now) => now)
  const answer = answerAt(studyOf(state, lesson), at, question)
  const put = (changes: Partial<Answer>) => change(lesson, question, changes)
  const truth = useTruth(question, link)
  if (!truth) return <p className={styles['open']}>This page does not show what was asked.</p>
  const isDrawn = question.kind !== 'limit'
  const predicted = predictionOf(question, answer)
  const lock = () => isAnswered(answer) && put({ isLocked: true })
  return (
    <div className={styles['question']}>
      <div className={styles['asked']}>
        {isDrawn && (
          <figure className={styles['drawing']}>
            <Drawing
              kind={question.kind}
              truth={truth}
              drawn={answer.isLocked ? predicted : answer.drawn}
              isRevealed={answer.isLocked}
              {...(!answer.isLocked && {
                onDraw: (drawn: readonly number[]) => put({ drawn }),
                onLock: lock,
              })}
            />
            <figcaption>
              {answer.isLocked ? 'Dashed: what you expected. Filled: the truth.' : DRAWN[question.kind]}
            </figcaption>
          </figure>
        )}
        <Choice question={question} answer={answer} truth={truth} onChoose={(option) => put({ option })} />
      </div>
      {answer.isLocked ? (
        <Gap finding={findingOf(question, truth, predicted)} answer={answer} onPut={put} />
      ) : (
        <p>
          <button type="button" className={styles['next']} disabled={!isAnswered(answer)} onClick={lock}>
            Lock it and show the truth
          </button>{' '}
          {!isAnswered(answer) && <span>Choose or draw something first.</span>}
        </p>
      )}
    </div>
  )
}

/** What was drawn, or else what the chosen option expects. */
function predictionOf({ options }: Question, { drawn, option }: Answer): readonly number[] {
  return drawn.length > 0 || option === null ? drawn : (options[option]?.expected ?? [])
}

const DRAWN = {
  weights: 'Draw over the bars, or step them with the arrow keys. Only their proportions count.',
  histogram: 'Draw over the bars, or step them with the arrow keys. Only their proportions count.',
  point: 'Place the point by pointer, or with the arrow keys.',
  limit: '',
}

interface ChoiceProps extends Pick<Props, 'question'> {
  readonly answer: Answer
  readonly truth: Truth
  onChoose(option: number): void
}

function Choice({ question, answer: { option, isLocked }, truth, onChoose }: ChoiceProps) {
  const right = isLocked ? rightOption(question, truth) : undefined
  if (question.options.length === 0) return null
  return (
    <fieldset className={styles['choice']} disabled={isLocked}>
      <legend>What do you expect?</legend>
      {question.options.map(({ text }, i) => (
        // Options may be alike.
        // oxlint-disable-next-line react/no-array-index-key
        <label key={i} data-right={i === right || undefined}>
          <input type="radio" name="expected" checked={i === option} onChange={() => onChoose(i)} />{' '}
          <span>
            <Prose>{text}</Prose>
          </span>{' '}
          {i === right && <strong>✓ nearest to the truth</strong>}
        </label>
      ))}
    </fieldset>
  )
}

interface GapProps {
  readonly finding: string | undefined
  readonly answer: Answer
  onPut(changes: Partial<Answer>): void
}

/** How far off the prediction was, and a place to say why. */
function Gap({ finding, answer, onPut }: GapProps) {
  return (
    <div className={styles['gap']}>
      <p role="status">
        <Prose>{finding ?? 'The option that you chose has no numbers to compare.'}</Prose>
      </p>
      <label>
        <span>How do you explain the gap? Kept on this device, for you alone.</span>
        <textarea
          rows={3}
          value={answer.gap}
          maxLength={MOST_GAP}
          onChange={({ target }) => onPut({ gap: target.value })}
        />
      </label>
      <button type="button" onClick={() => onPut({ isLocked: false, option: null, drawn: [] })}>
        Predict again
      </button>
    </div>
  )
}

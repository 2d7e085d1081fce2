import { hasReached, type ShownQuestion } from '../../state/lecture/asking'
import { optionLetter } from '../../state/lecture/lesson'
import { findingOf, rightOption, type Truth } from '../../state/lecture/truth'
import { number } from '../../tex/format'
import { Prose } from '../kit/Prose'
import { Drawing } from './Drawing'
import styles from './question.module.css'
import { useTruth } from './useTruth'

/** What the hall is to do in a phase. */
const WHAT_TO_DO: Readonly<Partial<Record<ShownQuestion['phase'], string>>> = {
  first: 'Hands up: what do you expect?',
  talk: 'Convince your neighbour.',
  second: 'Hands up again.',
  draw: 'Draw it.',
  lock: 'Locked.',
  explain: 'How is that?',
}

/** A question to the hall: nothing in it hints at the truth before that is revealed. */
export function HallQuestion({ question: shown, link }: { question: ShownQuestion; link: string }) {
  const { question, phase, drawn, hands } = shown
  const truth = useTruth(question, link)
  const isRevealed = hasReached(shown, 'reveal')
  const finding = truth && isRevealed ? findingOf(question, truth, drawn) : undefined
  const right = truth && isRevealed ? rightOption(question, truth) : undefined
  const hasChart = truth !== undefined && question.kind !== 'limit' && hasReached(shown, 'draw')
  return (
    <main className={styles['question']} data-phase={phase}>
      <div className={styles['body']}>
        {hasChart && (
          <figure className={styles['figure']}>
            <Drawing kind={question.kind} truth={truth} drawn={drawn} isRevealed={isRevealed} />
            <Legend isRevealed={isRevealed} />
          </figure>
        )}
        <Options question={shown} hands={hands} right={right} />
        {truth && question.kind === 'limit' && isRevealed && <Limit truth={truth} />}
      </div>
      <p className={styles['doing']}>
        {finding && (
          <span>
            <Prose>{finding}</Prose>
          </span>
        )}{' '}
        {!truth && isRevealed && <span>This page does not show what was asked.</span>}
        <strong>{WHAT_TO_DO[phase]}</strong>
      </p>
    </main>
  )
}

function Legend({ isRevealed }: { isRevealed: boolean }) {
  return (
    <figcaption className={styles['legend']}>
      <span className={styles['drawnKey']}>your prediction</span>{' '}
      {isRevealed && <span className="role-weight">■ the truth</span>}
    </figcaption>
  )
}

function Limit({ truth }: { truth: Truth }) {
  return (
    <p className={styles['limit']}>
      <Prose>{`$${truth.labels[0]}\\to ${number(truth.values[0], undefined, 4)}$`}</Prose>
    </p>
  )
}

interface OptionsProps {
  readonly question: ShownQuestion
  readonly hands: ShownQuestion['hands']
  readonly right: number | undefined
}

function Options({ question: { question }, hands, right }: OptionsProps) {
  const counted = hands.flat().filter((count) => count !== null)
  const most = Math.max(1, ...counted)
  return (
    <ol className={styles['options']}>
      {question.options.map(({ text }, i) => (
        <li key={text} data-right={i === right || undefined}>
          <p>
            <strong>{optionLetter(i)}</strong> <span>{text}</span>{' '}
            {i === right && <span aria-label="right">✓</span>}
          </p>
          {counted.length > 0 &&
            hands.map((round, r) => (
              // The rounds are two, in their order.
              // oxlint-disable-next-line react/no-array-index-key
              <p key={r} className={styles['count']}>
                <span>{r === 0 ? '1st' : '2nd'}</span>
                <span
                  className={styles['countBar']}
                  style={{ width: `${(55 * (round[i] ?? 0)) / most}%` }}
                  aria-hidden="true"
                />
                <span>{round[i] ?? '–'}</span>
              </p>
            ))}
        </li>
      ))}
    </ol>
  )
}

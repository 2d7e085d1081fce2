import { useCallback } from 'react'
import type { Verdict } from '../../checker/check'
import type { Counterexample } from '../../checker/counterexample'
import { PART_SOURCES, partProgress, withAttempt, withRevealed } from '../../state/progress'
import { titleOf } from '../../state/progress-report'
import { openDraft, openExercise } from '../../state/session'
import { useExplorer } from '../explorer'
import { Prose } from '../kit/Prose'
import roomStyles from '../Room.module.css'
import { AnswerForm } from './AnswerForm'
import { CaseFigures } from './CaseFigures'
import { CaseLink } from './CaseLink'
import styles from './check.module.css'
import { GridButton } from './GridButton'
import { ProgressPanel } from './ProgressPanel'
import { QuestionList, standingOf } from './QuestionList'
import { Solutions } from './Solutions'
import { useChecking } from './useChecking'
import { useProgress } from './useProgress'
import { VerdictCard } from './VerdictCard'
import { VerdictTree } from './VerdictTree'
import { WrittenQuestions } from './WrittenQuestions'

/** The page where answers are checked: question, answer and verdict on one side, the case that shows it on the other. */
export default function CheckPage() {
  const { session, dispatch } = useExplorer()
  const { progress, change, ...store } = useProgress()
  const exercise = openExercise(session)
  const { part } = exercise
  const texts = openDraft(session)
  const onVerdict = useCallback(
    (verdict: Verdict, judged: typeof texts) => change((before) => withVerdict(before, verdict, judged)),
    [change],
  )
  const checking = useChecking(part, texts, onVerdict)
  const { verdict } = checking
  const write = useCallback(
    (answer: typeof texts) => dispatch({ type: 'answer', part, texts: answer }),
    [dispatch, part],
  )
  const found = verdict?.counterexample
  const shown = found ?? verdict?.example
  return (
    <main className={styles['page']} id="room">
      <div className={styles['column']}>
        <header className={roomStyles['head']}>
          <h1 tabIndex={-1}>Check my answer</h1>
          <p className={roomStyles['source']}>
            Part {PART_SOURCES[part]} · {titleOf(part)}
          </p>
          <QuestionList
            open={part}
            standing={(other) => standingOf(partProgress(progress, other))}
            onOpen={(other) => dispatch({ type: 'go', session: { ...session, part: other } })}
          />
          <p className={roomStyles['question']}>
            <Prose>{exercise.question}</Prose>
          </p>
        </header>
        <div className={styles['work']}>
          <AnswerForm
            key={part}
            exercise={exercise}
            texts={texts}
            client={checking.client}
            onFailure={checking.fail}
            judging={checking.judging}
            onChange={write}
            onCheck={checking.check}
          />
          {part === 'e' && <GridButton onTake={write} />}
          {checking.failure && <p className={styles['problem']}>{checking.failure}</p>}
          {verdict && <VerdictTree verdict={verdict} />}
          {verdict && (
            <VerdictCard verdict={verdict} fields={exercise.fields} onAgain={focusAnswer}>
              {found && isShownByRoom(found) && <CaseLink part={part} found={found} />}
            </VerdictCard>
          )}
          <Solutions
            key={`solutions of ${part}`}
            exercise={exercise}
            allowed={partProgress(progress, part).attempts.length > 0}
            load={checking.loadSolutions}
            onReveal={() => change((before) => withRevealed(before, part))}
            onUse={write}
          />
        </div>
        <div className={styles['more']}>
          <WrittenQuestions progress={progress} onChange={change} />
          <section className={styles['section']} aria-label="My progress">
            <h2>My progress</h2>
            <ProgressPanel progress={progress} onChange={change} {...store} />
          </section>
        </div>
      </div>
      <section className={styles['case']} aria-label="The answer at work">
        {shown ? (
          <CaseFigures exercise={exercise} shown={shown} accepted={verdict?.accept === true} />
        ) : (
          <p className={styles['empty']}>
            Check an answer, and the case that shows what it does is drawn here: its weights, and its error as
            the scale doubles.
          </p>
        )}
      </section>
    </main>
  )
}

/** The room is offered only where it shows this very case, and there is something to see in it. */
const isShownByRoom = ({ showing, isVisible }: Counterexample) => showing.isExact && isVisible

/** What cannot be read costs no attempt, whatever is wrong with it. */
function withVerdict(
  progress: Parameters<typeof withAttempt>[0],
  { part, accept, diagnosis, unread }: Verdict,
  texts: Parameters<typeof withAttempt>[2]['texts'],
) {
  if (unread.length > 0) return progress
  const at = new Date().toISOString()
  return withAttempt(progress, part, { at, texts, accept, diagnosis: diagnosis?.id ?? null })
}

function focusAnswer(): void {
  document.querySelector<HTMLElement>('#room textarea')?.focus()
}

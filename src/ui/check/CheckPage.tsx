import { useCallback, useEffect } from 'react'
import type { Verdict } from '../../checker/verdict/check'
import { exerciseOf } from '../../constructions/exercise-registry'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import { PART_SOURCES, partProgress, withAttempt, withRevealed } from '../../state/progress'
import { titleOf } from '../../state/progress-report'
import { openDraft, openQuestion } from '../../state/session'
import { useExplorer } from '../explorer'
import { Prose } from '../kit/Prose'
import roomStyles from '../Room.module.css'
import { AnswerForm } from './AnswerForm'
import { CaseFigures } from './CaseFigures'
import { CaseLink } from './CaseLink'
import styles from './check.module.css'
import { Expectations } from './Expectations'
import { GoalFigures } from './GoalFigures'
import { NextQuestion } from './NextQuestion'
import { ProgressPanel } from './ProgressPanel'
import { QuestionStrip, statusOf } from './QuestionStrip'
import { RoomAnswerButton } from './RoomAnswerButton'
import { Solutions } from './Solutions'
import { type Checking, useChecking } from './useChecking'
import { useProgress } from './useProgress'
import { VerdictCard } from './VerdictCard'
import { VerdictTree } from './VerdictTree'
import { WrittenQuestions } from './WrittenQuestions'

/** The page where answers are checked: question, answer and verdict on one side, the case that shows it on the other. */
export default function CheckPage() {
  const { session, dispatch } = useExplorer()
  const { progress, change, ...store } = useProgress()
  const exercise = exerciseOf(openQuestion(session).part)
  const { part } = exercise
  const texts = openDraft(session)
  const onVerdict = useCallback(
    (verdict: Verdict, judged: Texts) => change((before) => withVerdict(before, verdict, judged)),
    [change],
  )
  const checking = useChecking(part, texts, onVerdict)
  const { attempts } = partProgress(progress, part)
  useRecalled(checking, texts, attempts.at(-1)?.texts)
  const write = useCallback(
    (answer: Texts) => dispatch({ type: 'answer', part, texts: answer }),
    [dispatch, part],
  )
  const open = (other: Part) => dispatch({ type: 'go', session: { ...session, part: other } })
  const { verdict } = checking
  const found = verdict?.counterexample
  const shown = found ?? verdict?.example
  return (
    <main className={styles['page']} id="room">
      <QuestionStrip open={part} status={(other) => statusOf(partProgress(progress, other))} onOpen={open} />
      <div className={styles['column']}>
        <div className={styles['work']}>
          <p className={roomStyles['source']}>
            Part {PART_SOURCES[part]} · {titleOf(part)}
          </p>
          <p className={roomStyles['question']}>
            <Prose>{exercise.question}</Prose>
          </p>
          <AnswerForm
            key={part}
            exercise={exercise}
            texts={texts}
            checker={checking.checker}
            onFailure={checking.fail}
            judging={checking.judging}
            onChange={write}
            onCheck={checking.check}
          >
            <RoomAnswerButton exercise={exercise} onTake={write} />
          </AnswerForm>
          {checking.failure && <p className={styles['problem']}>{checking.failure}</p>}
          {verdict ? (
            <>
              <VerdictCard verdict={verdict} exercise={exercise} onAgain={focusAnswer}>
                {found?.isForRoom && <CaseLink part={part} found={found} />}
                {verdict.accept === true && <NextQuestion progress={progress} part={part} onOpen={open} />}
              </VerdictCard>
              <VerdictTree verdict={verdict} />
            </>
          ) : (
            <Expectations exercise={exercise} />
          )}
          <Solutions
            key={`solutions of ${part}`}
            exercise={exercise}
            allowed={attempts.length > 0}
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
          <GoalFigures key={part} exercise={exercise} checker={checking.checker} />
        )}
      </section>
    </main>
  )
}

/** Brings back what was said of the answer in the field, if it was the last one judged: after a way back, or a reload. */
function useRecalled({ verdict, judging, recall }: Checking, texts: Texts, judged: Texts | undefined): void {
  const isKnown = verdict !== undefined || judging
  const isLast = judged !== undefined && JSON.stringify(judged) === JSON.stringify(texts)
  useEffect(() => {
    if (isLast && !isKnown) recall(texts)
  }, [isLast, isKnown, recall, texts])
}

/** What cannot be read costs no attempt, whatever is wrong with it. */
function withVerdict(
  progress: Parameters<typeof withAttempt>[0],
  { part, accept, diagnosis, unread }: Verdict,
  texts: Texts,
) {
  if (unread.length > 0) return progress
  const at = new Date().toISOString()
  return withAttempt(progress, part, { at, texts, accept, diagnosis: diagnosis?.id ?? null })
}

function focusAnswer(): void {
  document.querySelector<HTMLElement>('#room textarea')?.focus()
}

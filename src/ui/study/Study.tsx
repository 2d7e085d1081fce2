import { type KeyboardEvent, useEffect, useRef } from 'react'
import { type Lesson, type LessonStep, LIMITS } from '../../state/lecture/lesson'
import { NoticeList } from '../check/NoticeList'
import { Prose } from '../kit/Prose'
import { useFromStore } from '../useFromStore'
import { StudyPicture } from './StudyPicture'
import { StudyQuestion } from './StudyQuestion'
import styles from './study.module.css'
import { dismissStudyNotices, goBy, openStudy, studyOf, studyStore } from './studyStore'

/** A lesson that a person goes through by themselves: predict, lock, compare, go on. */
export function Study({ lesson }: { readonly lesson: Lesson }) {
  const state = useFromStore(studyStore(), (now) => now)
  const study = studyOf(state, lesson)
  const step = lesson.steps[study.step]
  const { step: at } = study
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { PageDown: 1, PageUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    goBy(lesson, by)
  }
  if (!step) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: page keys step, wherever the focus is
    <main className={styles['study']} id="room" onKeyDown={onKeyDown}>
      <header className={styles['head']}>
        <button type="button" onClick={() => openStudy(false)}>
          ‹ All lessons
        </button>
        <p>
          {lesson.title} · step {at + 1} of {lesson.steps.length}
        </p>
        <progress value={at + 1} max={lesson.steps.length} aria-label="Steps done" />
      </header>
      <NoticeList notices={state.notices} onDismiss={dismissStudyNotices} />
      {!state.isKept && (
        <p role="alert" className={styles['warning']}>
          This device does not keep your predictions: they are gone when you leave.
        </p>
      )}
      <StudyStep key={at} lesson={lesson} step={step} at={at} />
      <nav className={styles['steps']} aria-label="Steps">
        <button type="button" disabled={at === 0} onClick={() => goBy(lesson, -1)}>
          Back
        </button>
        <button
          type="button"
          className={styles['next']}
          disabled={at + 1 >= Math.min(LIMITS.steps, lesson.steps.length)}
          onClick={() => goBy(lesson, 1)}
        >
          Next
        </button>
        {at + 1 === lesson.steps.length && <span>This is the last step.</span>}
      </nav>
    </main>
  )
}

function StudyStep({
  lesson,
  step,
  at,
}: {
  readonly lesson: Lesson
  readonly step: LessonStep
  readonly at: number
}) {
  const { question, sentence } = step
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles['sentence']}>
        <Prose>{question && question.ask !== '' ? question.ask : sentence || lesson.title}</Prose>
      </h1>
      {question ? (
        <StudyQuestion lesson={lesson} at={at} question={question} link={step.link} />
      ) : (
        <StudyPicture step={step} />
      )}
    </>
  )
}

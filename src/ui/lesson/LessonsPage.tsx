import { NoticeList } from '../check/NoticeList'
import { startLecture } from '../lecture/current'
import { Study } from '../study/Study'
import { openStudy, studyStore } from '../study/studyStore'
import { useFromStore } from '../useFromStore'
import { GiveAway } from './GiveAway'
import { Handout } from './Handout'
import styles from './lesson.module.css'
import { dismiss, isOwn, lessonStore, openLesson } from './lessonStore'
import { StepEditor } from './StepEditor'
import { StepRail } from './StepRail'

/** Lessons: those that come with the explorer, and a person's own, to be made, changed, given away and held. */
export default function LessonsPage() {
  const lessons = useFromStore(lessonStore(), (state) => state)
  const lesson = openLesson(lessons)
  const own = isOwn(lessons)
  const isStudying = useFromStore(studyStore(), ({ isOpen }) => isOpen)
  if (isStudying && lesson.steps.length > 0) return <Study lesson={lesson} />
  return (
    <main className={styles['page']} id="room">
      <Handout lesson={lesson} />
      <StepRail lesson={lesson} isOwn={own} at={lessons.step} shelf={lessons.shelf} />
      <div className={styles['middle']}>
        <NoticeList notices={lessons.notices} onDismiss={dismiss} />
        {!lessons.isKept && (
          <p role="alert" className={styles['warning']}>
            This device does not keep your lessons. Save them as files before you leave.
          </p>
        )}
        <StepEditor key={`${lesson.id} ${lessons.step}`} lesson={lesson} at={lessons.step} isOwn={own} />
      </div>
      <aside className={styles['give']} aria-label="Give it away">
        <GiveAway lesson={lesson} isOwn={own} />
        <button
          type="button"
          className={styles['alone']}
          disabled={lesson.steps.length === 0}
          onClick={() => openStudy(true)}
        >
          Go through it yourself
        </button>
        <button
          type="button"
          className={styles['start']}
          disabled={lesson.steps.length === 0}
          onClick={() => startLecture(lesson)}
        >
          Start the lecture ›
        </button>
      </aside>
    </main>
  )
}

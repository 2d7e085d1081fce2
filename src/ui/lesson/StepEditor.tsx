import { type Lesson, type LessonStep, LIMITS } from '../../state/lecture/lesson'
import { pageLink, sessionAtLink } from '../../state/lecture/page-state'
import { useStore } from '../explorer'
import { pageNameOf } from '../lecture/pageName'
import { useNavigation } from '../navigation'
import styles from './lesson.module.css'
import { addLesson, changeLesson, changeStep } from './lessonStore'
import { OnScreen } from './OnScreen'
import { Preview } from './Preview'
import { QuestionEditor } from './QuestionEditor'

interface Props {
  readonly lesson: Lesson
  readonly at: number
  readonly isOwn: boolean
}

/** One step: what the hall will see of it, and all that is said about it. */
export function StepEditor({ lesson, at, isOwn }: Props) {
  const step = lesson.steps[at]
  if (!step) return <p className={styles['about']}>This lesson has no steps yet.</p>
  return (
    <>
      <Head lesson={lesson} at={at} step={step} isOwn={isOwn} />
      <div className={styles['look']}>
        <Preview step={step} />
        <OnScreen step={step} isOwn={isOwn} />
      </div>
      <QuestionEditor step={step} isOwn={isOwn} />
      <Fields step={step} isOwn={isOwn} />
    </>
  )
}

function Head({ lesson, at, step, isOwn }: Props & { readonly step: LessonStep }) {
  const { get } = useStore()
  const { follow } = useNavigation()
  const there = sessionAtLink(step.link, get().present)
  const copyAll = () => addLesson({ title: `${lesson.title} (mine)`, steps: lesson.steps })
  const without = (i: number) => changeLesson((one) => ({ ...one, steps: one.steps.toSpliced(i, 1) }))
  const twice = () => changeLesson((one) => ({ ...one, steps: one.steps.toSpliced(at, 0, step) }), at + 1)
  return (
    <header className={styles['head']}>
      <h2>
        <span>Step {at + 1}</span> <small>{pageNameOf(step.link)}</small>
      </h2>
      <a className={styles['button']} href={step.link} onClick={(event) => follow(event, there.page, there)}>
        Open the page
      </a>
      {isOwn ? (
        <>
          <button type="button" className={styles['button']} onClick={twice}>
            Duplicate
          </button>
          <button type="button" className={styles['button']} onClick={() => without(at)}>
            Remove
          </button>
        </>
      ) : (
        <button type="button" className={styles['button']} onClick={copyAll}>
          Make it mine, to change it
        </button>
      )}
    </header>
  )
}

function Fields({ step, isOwn }: { readonly step: LessonStep; readonly isOwn: boolean }) {
  const { get } = useStore()
  return (
    <fieldset className={styles['fields']} disabled={!isOwn}>
      <legend className="visually-hidden">What is said</legend>
      <label>
        <span>Sentence</span>
        <input
          className={styles['serif']}
          value={step.sentence}
          maxLength={LIMITS.sentence}
          placeholder="What the hall reads; TeX between dollar signs"
          onChange={({ target }) => changeStep({ sentence: target.value })}
        />
      </label>
      <label>
        <span>Private notes</span>
        <textarea
          className={styles['notes']}
          rows={4}
          value={step.notes}
          maxLength={LIMITS.notes}
          placeholder="Only you see these"
          onChange={({ target }) => changeStep({ notes: target.value })}
        />
      </label>
      <label>
        <span>Minutes</span>
        <input
          type="number"
          min={0}
          max={LIMITS.minutes}
          step={0.25}
          value={step.minutes}
          onChange={({ target }) =>
            changeStep({ minutes: Math.min(LIMITS.minutes, Math.max(0, target.valueAsNumber || 0)) })
          }
        />
      </label>
      <p className={styles['about']}>
        <button
          type="button"
          className={styles['button']}
          onClick={() =>
            changeStep({
              link: pageLink({ ...get().present, page: sessionAtLink(step.link, get().present).page }),
            })
          }
        >
          Capture again
        </button>{' '}
        <span>takes the state in which you left this page</span>
      </p>
    </fieldset>
  )
}

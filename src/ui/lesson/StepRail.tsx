import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { type Lesson, LIMITS, minutesOf, moved } from '../../state/lecture/lesson'
import type { Shelf } from '../../state/lecture/lesson-shelf'
import { shippedLessons } from '../../state/lecture/lessons/shipped'
import { StepName } from '../lecture/StepName'
import styles from './lesson.module.css'
import { addLesson, changeLesson, look, open } from './lessonStore'

interface Props {
  readonly lesson: Lesson
  readonly isOwn: boolean
  readonly at: number
  readonly shelf: Shelf
}

/** The choice of a lesson, its title and its steps in order. */
export function StepRail({ lesson, isOwn, at, shelf }: Props) {
  const { steps, title } = lesson
  return (
    <nav className={styles['rail']} aria-label="Lesson">
      <h1 tabIndex={-1} className="visually-hidden">
        Lessons
      </h1>
      <LessonChoice lesson={lesson} shelf={shelf} />
      {isOwn && (
        <label className={styles['title']}>
          <span className="visually-hidden">Title of the lesson</span>
          <input
            value={title}
            maxLength={LIMITS.title}
            onChange={({ target }) => changeLesson((one) => ({ ...one, title: target.value }))}
          />
        </label>
      )}
      <p className={styles['about']}>
        {steps.length} {steps.length === 1 ? 'step' : 'steps'} · about {Math.round(minutesOf(lesson))} minutes
        · {isOwn ? 'kept on this device' : 'comes with the explorer'}
      </p>
      {steps.length === 0 ? (
        <p className={styles['about']}>
          No steps yet. Open a page, bring it to a state worth showing, and press “Capture step” in the
          header.
        </p>
      ) : (
        <Steps lesson={lesson} isOwn={isOwn} at={at} />
      )}
    </nav>
  )
}

function LessonChoice({ lesson, shelf }: { lesson: Lesson; shelf: Shelf }) {
  return (
    <div className={styles['choice']}>
      <label>
        <span className="visually-hidden">Lesson</span>
        <select value={lesson.id} onChange={({ target }) => open(target.value)}>
          <optgroup label="With the explorer">
            {shippedLessons().map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
          {shelf.length > 0 && (
            <optgroup label="Mine">
              {shelf.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title === '' ? 'Without a title' : title}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      <button type="button" onClick={() => addLesson({ title: 'My lesson', steps: [] })}>
        New
      </button>
    </div>
  )
}

/** Steps move by their grip, or by Alt and the arrows up and down. */
function Steps({ lesson, isOwn, at }: Omit<Props, 'shelf'>) {
  const [dragged, setDragged] = useState<number>()
  const move = (from: number, to: number) => {
    if (!(to in lesson.steps)) return
    changeLesson((one) => ({ ...one, steps: moved(one.steps, from, to) }), to)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, i: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || by === undefined || !isOwn) return
    event.preventDefault()
    move(i, i + by)
    const buttons = event.currentTarget.closest('ol')?.querySelectorAll<HTMLElement>('[data-step]')
    // The step keeps its focus: it has become the one beside.
    buttons?.[i + by]?.focus()
  }
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault()
    if (dragged !== undefined) move(dragged, to)
    setDragged(undefined)
  }
  return (
    <ol className={styles['steps']} aria-describedby={isOwn ? 'how-steps-move' : undefined}>
      {lesson.steps.map((step, i) => (
        <li
          // Steps have no names of their own, and may be alike.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          draggable={isOwn}
          data-dragged={i === dragged || undefined}
          onDragStart={() => setDragged(i)}
          onDragEnd={() => setDragged(undefined)}
          onDragOver={(event) => dragged !== undefined && event.preventDefault()}
          onDrop={(event) => onDrop(event, i)}
        >
          {isOwn && (
            <span className={styles['grip']} aria-hidden="true">
              ⠿
            </span>
          )}
          <button
            type="button"
            data-step={i}
            aria-current={i === at ? 'step' : undefined}
            onClick={() => look(i)}
            onKeyDown={(event) => onKeyDown(event, i)}
          >
            <span className={styles['number']}>{i + 1}</span>
            <StepName step={step} />
          </button>
        </li>
      ))}
      {isOwn && (
        <li className={styles['about']} id="how-steps-move">
          Drag a step by its grip, or press Alt with ↑ or ↓.
        </li>
      )}
    </ol>
  )
}

import { useState } from 'react'
import { fileName } from '../../export/file-name'
import type { Lesson } from '../../state/lecture/lesson'
import { decodeLessonText, encodeLesson, MOST_LESSON_CHARACTERS } from '../../state/lecture/lesson-codec'
import { encodeLessonLink, MOST_LINK_CHARACTERS } from '../../state/lecture/lesson-link'
import { download } from '../download'
import { CopyButton } from '../kit/CopyButton'
import { FileButton } from '../kit/FileButton'
import styles from './lesson.module.css'
import { removeLesson, takeLesson } from './lessonStore'
import { SavePage } from './SavePage'

/** The lesson as a file, within the explorer as one file, or as a link, and another one read from a file. */
export function GiveAway({ lesson, isOwn }: { lesson: Lesson; isOwn: boolean }) {
  const [hasNotes, setNotes] = useState(false)
  const [said, setSaid] = useState('')
  const link = encodeLessonLink(lesson)
  const save = () => {
    const name = `${fileName(lesson.title, 'lesson')}.json`
    download({ name, type: 'application/json', content: encodeLesson(lesson, hasNotes) })
    setSaid(`Saved as ${name}.`)
  }
  return (
    <>
      <h2>Give it away</h2>
      <SavePage lesson={lesson} hasNotes={hasNotes} onSaid={setSaid} />
      <button type="button" className={styles['button']} onClick={save}>
        Save as JSON
      </button>
      <label className={styles['tick']}>
        <input type="checkbox" checked={hasNotes} onChange={({ target }) => setNotes(target.checked)} />{' '}
        <span>with my private notes</span>
      </label>
      <OpenFile onSaid={setSaid} />
      <p role="status" className={styles['about']}>
        {said}
      </p>
      <h3>Link</h3>
      {link === undefined ? (
        <p className={styles['about']}>
          This lesson is too long for a link, which should have at most {MOST_LINK_CHARACTERS} characters.
          Give the file instead.
        </p>
      ) : (
        <p>
          <CopyButton text={() => new URL(link, location.href).href} done="Link copied">
            Copy link
          </CopyButton>{' '}
          <span className={styles['about']}>Holds the steps, never the notes.</span>
        </p>
      )}
      {isOwn && <RemoveLesson title={lesson.title} />}
    </>
  )
}

function OpenFile({ onSaid }: { onSaid(said: string): void }) {
  const read = async (file: File) => {
    const text = file.size > MOST_LESSON_CHARACTERS * 4 ? undefined : await file.text().catch(() => undefined)
    takeLesson(text === undefined ? { state: 'long' } : decodeLessonText(text), file.name)
    onSaid('')
  }
  return (
    <FileButton
      label="File of a lesson"
      accept=".json,application/json"
      className={styles['button']}
      onFiles={([file]) => void read(file)}
    >
      Open a lesson …
    </FileButton>
  )
}

/** Asks before it removes. */
function RemoveLesson({ title }: { title: string }) {
  const [isAsking, setAsking] = useState(false)
  if (!isAsking)
    return (
      <p>
        <button type="button" className={styles['button']} onClick={() => setAsking(true)}>
          Remove this lesson …
        </button>
      </p>
    )
  return (
    <p role="group" aria-label="Remove this lesson">
      <span>Remove “{title}” from this device?</span>{' '}
      <button type="button" className={styles['button']} onClick={removeLesson}>
        Remove it
      </button>{' '}
      <button type="button" className={styles['button']} onClick={() => setAsking(false)}>
        Keep it
      </button>
    </p>
  )
}

import { useState } from 'react'
import { fileName } from '../../export/file-name'
import type { Lesson } from '../../state/lecture/lesson'
import { encodeLesson } from '../../state/lecture/lesson-codec'
import { download } from '../download'
import styles from './lesson.module.css'
import { lessonPage } from './lessonPage'

interface Props {
  readonly lesson: Lesson
  readonly hasNotes: boolean
  onSaid(said: string): void
}

/** Saves the explorer with the lesson in it, as one file that opens from a disk. */
export function SavePage({ lesson, hasNotes, onSaid }: Props) {
  const [bytes, setBytes] = useState<number>()
  const save = async () => {
    if (bytes !== undefined) return
    setBytes(0)
    onSaid('Fetching the explorer …')
    const page = await lessonPage(encodeLesson(lesson, hasNotes), setBytes)
    setBytes(undefined)
    onSaid('obstacle' in page ? page.obstacle : saved(lesson.title, page.content))
  }
  return (
    <>
      <button
        type="button"
        className={styles['primary']}
        aria-disabled={bytes !== undefined}
        onClick={() => void save()}
      >
        Save as one HTML file
      </button>
      <p className={styles['about']}>
        {bytes === undefined
          ? 'The explorer with this lesson in it, 3 MB: it opens from a disk, without a network.'
          : `${(bytes / 1e6).toFixed(1)} MB have come.`}
      </p>
    </>
  )
}

function saved(title: string, content: string): string {
  const name = `${fileName(title, 'lesson')}.html`
  download({ name, type: 'text/html', content })
  return `Saved as ${name}.`
}

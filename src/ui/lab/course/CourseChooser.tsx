import type { ChangeEvent } from 'react'
import type { CourseKind } from '../../../workers/course-files'
import type { Course, CourseStore } from './course'
import styles from './course.module.css'

const KINDS = [
  ['weights', 'file of weights', 'a state_dict of torch.save, or .safetensors'],
  ['wiki', 'wiki.txt', 'the characters, sorted, are the tokens'],
  ['train', 'birth_places_train.tsv', 'questions of finetuning, to train a model here'],
  ['dev', 'birth_dev.tsv', 'questions to ask'],
] as const satisfies readonly (readonly [CourseKind, string, string])[]

interface Props {
  readonly course: Course
  readonly actions: CourseStore
}

/** Takes a person's own files, and says of each what it is, that it is missing, or why it is refused. */
export function CourseChooser({ course, actions }: Props) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    actions.add([...(event.target.files ?? [])])
    event.target.value = ''
  }
  return (
    <>
      <label className={styles['drop']}>
        <span>Drop your files here, or choose them</span> <input type="file" multiple onChange={choose} />
      </label>
      <p className={styles['note']}>
        They are read on this device and never sent anywhere. Nothing in a pickle is run: only tensors are
        read.
      </p>
      <ul className={styles['files']} aria-label="Files">
        {KINDS.map(([kind, name, words]) => (
          <FileLine key={kind} {...{ kind, name, words, course }} />
        ))}
      </ul>
      <div role="status">
        {course.state === 'reading' && <p>Reading …</p>}
        {course.said.map((sentence) => (
          <p key={sentence} className="role-fails">
            {sentence}
          </p>
        ))}
      </div>
      {course.state !== 'empty' && (
        <button type="button" className="pill" onClick={actions.clear}>
          Close the files
        </button>
      )}
    </>
  )
}

interface LineProps {
  readonly kind: CourseKind
  readonly name: string
  readonly words: string
  readonly course: Course
}

function FileLine({ kind, name, words, course: { files, report } }: LineProps) {
  const file = files[kind]
  const read = report?.files.find((one) => one.kind === kind)
  const look = !file || !read ? undefined : read.isTaken ? 'role-holds' : 'role-fails'
  const mark = !file || !read ? '' : read.isTaken ? '✓ ' : '✗ '
  return (
    <li>
      <strong>{file ? file.name : name}</strong>{' '}
      <span className={look}>{read ? `${mark}${read.sentence}` : file ? '' : `missing: ${words}`}</span>
    </li>
  )
}

import { useState } from 'react'
import type { Point, WrittenTask } from '../../questions/task'
import type { Page } from '../../state/page'
import { encodeLink } from '../../state/permalink'
import {
  MOST_NOTE_CHARACTERS,
  type Progress,
  type WrittenProgress,
  withWritten,
  writtenProgress,
} from '../../state/progress'
import { initialSession, withParams } from '../../state/session'
import { Prose } from '../kit/Prose'
import { Prediction } from '../predict/Prediction'
import predictStyles from '../predict/predict.module.css'
import { FullNote, isNearlyFull } from './FullNote'
import styles from './written.module.css'

interface Props {
  readonly question: WrittenTask
  readonly progress: Progress
  onChange(update: (progress: Progress) => Progress): void
}

/** A question that no machine judges: something to predict, a place to write, the points of a full answer. */
export function WrittenQuestion({ question, progress, onChange }: Props) {
  const { id, source, title, prediction, points, room } = question
  const kept = writtenProgress(progress, id)
  const change = (changes: Partial<WrittenProgress>) => onChange((latest) => withWritten(latest, id, changes))
  return (
    <section className={styles['written']} aria-label={`${source} ${title}`}>
      <p className={styles['question']}>
        <Prose>{question.question}</Prose>
      </p>
      <Prediction
        task={prediction}
        prediction={kept.prediction}
        isShown={kept.isShown}
        onPredict={(heights) => change({ prediction: heights })}
        onShow={(isShown) => change({ isShown })}
      />
      <label className={styles['answer']}>
        Your answer, kept on this device
        <textarea
          rows={5}
          maxLength={MOST_NOTE_CHARACTERS}
          value={kept.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </label>
      {isNearlyFull(kept.text, MOST_NOTE_CHARACTERS) && <FullNote most={MOST_NOTE_CHARACTERS} />}
      <Checklist points={points} kept={kept} onTick={(ticked) => change({ ticked })} />
      {room && (
        <p>
          <a href={roomLink(room.construction, room.params)}>{room.label}</a>
        </p>
      )}
    </section>
  )
}

const roomLink = (page: Page, params: NonNullable<WrittenTask['room']>['params']) =>
  encodeLink(withParams({ ...initialSession(), page }, params))

interface ChecklistProps {
  readonly points: readonly Point[]
  readonly kept: WrittenProgress
  onTick(ticked: readonly string[]): void
}

/** The points of a full answer: shown at once to who has written one before, else when asked for. */
function Checklist({ points, kept: { text, ticked }, onTick }: ChecklistProps) {
  const [isOpen, setOpen] = useState(text.trim() !== '' || ticked.length > 0)
  if (!isOpen) {
    return (
      <div className={predictStyles['buttons']}>
        <button type="button" onClick={() => setOpen(true)}>
          {text.trim() === ''
            ? 'Show the points of a full answer'
            : 'Compare with the points of a full answer'}
        </button>
        {text.trim() === '' && <span>Better write your own first.</span>}
      </div>
    )
  }
  const toggle = (id: string) =>
    onTick(ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id])
  return (
    <fieldset className={styles['checklist']}>
      <legend>
        A full answer says this: tick what yours has ({ticked.length} of {points.length})
      </legend>
      {points.map(({ id, prose }) => (
        <label key={id}>
          <input type="checkbox" checked={ticked.includes(id)} onChange={() => toggle(id)} />
          <span className="visually-hidden">Mine says: </span>
          <span>
            <Prose>{prose}</Prose>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

import { memo } from 'react'
import type { Part } from '../../constructions/exercises/exercise'
import type { Notice } from '../../state/link-fields'
import {
  MOST_NOTE_CHARACTERS,
  PART_SOURCES,
  PARTS,
  type PartProgress,
  type Progress,
  partProgress,
  withNote,
} from '../../state/progress'
import { findingOf, outcomeOf, summaryOf, titleOf } from '../../state/progress-report'
import { Folded } from '../kit/Folded'
import { Prose } from '../kit/Prose'
import { FullNote, isNearlyFull } from './FullNote'
import { NoticeList } from './NoticeList'
import { ProgressFiles } from './ProgressFiles'
import styles from './progress.module.css'

interface Props {
  readonly progress: Progress
  /** What could not be read of this device's content. */
  readonly notices: readonly Notice[]
  /** False where this device refused to keep the progress. */
  readonly isKept: boolean
  onChange(update: (progress: Progress) => Progress): void
  dismiss(): void
}

/** What has been done on every part, with a note for each; and the files that it can be saved to and read from. */
export const ProgressPanel = memo(function ProgressPanel({
  progress,
  notices,
  isKept,
  onChange,
  dismiss,
}: Props) {
  return (
    <div className={styles['panel']}>
      <NoticeList notices={notices} onDismiss={dismiss} />
      <p className={styles['where']} role="status">
        {isKept
          ? 'Kept on this device only, in this browser.'
          : '⚠ This browser keeps nothing of it: save a copy before you leave.'}
      </p>
      <ul className={styles['parts']}>
        {PARTS.map((part) => (
          <PartRow
            key={part}
            part={part}
            kept={partProgress(progress, part)}
            onNote={(note) => onChange((latest) => withNote(latest, part, note))}
          />
        ))}
      </ul>
      <ProgressFiles progress={progress} onChange={onChange} />
    </div>
  )
})

const SIGNS = { right: '✓', wrong: '✗', undecided: '–' }

interface RowProps {
  readonly part: Part
  readonly kept: PartProgress
  onNote(note: string): void
}

function PartRow({ part, kept, onNote }: RowProps) {
  const latest = kept.attempts.at(-1)
  const standing = kept.attempts.findLast(({ accept }) => accept) ?? latest
  const outcome = standing && outcomeOf(standing)
  return (
    <li>
      <p className={styles['name']}>
        <span aria-hidden="true" className={outcome && styles[outcome]}>
          {outcome ? SIGNS[outcome] : '○'}
        </span>
        <span>
          <strong>{PART_SOURCES[part]}</strong> {titleOf(part)}
        </span>
      </p>
      <p className={styles['summary']}>
        {summaryOf(kept)}
        {latest && latest !== standing && ` The latest: ${outcomeOf(latest)}.`}
      </p>
      {kept.attempts.length > 0 && (
        <Folded className={styles['attempts']} summary={`Attempts at ${PART_SOURCES[part]}`}>
          <Attempts part={part} kept={kept} />
        </Folded>
      )}
      <label className={styles['note']}>
        <span>Note on {PART_SOURCES[part]}</span>
        <textarea
          rows={1}
          maxLength={MOST_NOTE_CHARACTERS}
          value={kept.note}
          onChange={(event) => onNote(event.target.value)}
        />
      </label>
      {isNearlyFull(kept.note, MOST_NOTE_CHARACTERS) && <FullNote most={MOST_NOTE_CHARACTERS} />}
    </li>
  )
}

/** The latest first. */
function Attempts({ part, kept }: Pick<RowProps, 'part' | 'kept'>) {
  return (
    <ol>
      {kept.attempts.toReversed().map((attempt, i) => (
        <li key={`${attempt.at} ${kept.attempts.length - i}`}>
          <span className={styles[outcomeOf(attempt)]}>
            {SIGNS[outcomeOf(attempt)]} {outcomeOf(attempt)}
          </span>{' '}
          <time dateTime={attempt.at}>{new Date(attempt.at).toLocaleString('en')}</time>
          {Object.entries(attempt.texts).map(([field, text]) => (
            <code key={field}>
              {field} = {text}
            </code>
          ))}
          <Prose>{findingOf(part, attempt)}</Prose>
        </li>
      ))}
    </ol>
  )
}

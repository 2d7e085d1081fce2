import { useState } from 'react'
import type { Notice } from '../../state/link-fields'
import { isBlank, NO_PROGRESS, type Progress } from '../../state/progress'
import { type Imported, importedProgress, mergedProgress } from '../../state/progress-merge'
import { standingAnswers } from '../../state/progress-proof'
import { download } from '../download'
import { FileButton } from '../kit/FileButton'
import { type ExportKind, exported } from './exports'
import { NoticeList } from './NoticeList'
import styles from './progress.module.css'

interface Props {
  readonly progress: Progress
  onChange(update: (progress: Progress) => Progress): void
}

/** Larger than any record that this page writes. */
const MOST_BYTES = 20_000_000

const EXPORTS = [
  ['copy', 'Save a copy'],
  ['markdown', 'Export Markdown'],
  ['latex', 'Export LaTeX'],
  ['proof', 'Export proof file'],
] as const satisfies readonly (readonly [ExportKind, string])[]

/** Buttons that save progress as files, read it back and clear it. */
export function ProgressFiles({ progress, onChange }: Props) {
  const [said, setSaid] = useState('')
  const [notices, setNotices] = useState<readonly Notice[]>([])
  const nothing = isBlank(progress)
  const untried = standingAnswers(progress).length === 0
  const save = (kind: ExportKind) => {
    setSaid(kind === 'proof' ? 'Judging the answers again …' : '')
    exported(kind, progress).then(
      (file) => {
        download(file)
        setSaid(`Saved as ${file.name}.`)
      },
      (error: unknown) => setSaid(`Could not be exported: ${String(error)}`),
    )
  }
  const read = async (file: File) => {
    const text = file.size > MOST_BYTES ? undefined : await file.text().catch(() => undefined)
    const imported =
      text === undefined ? { isMore: false, notices: [UNREADABLE] } : importedProgress(progress, text)
    setNotices(imported.notices)
    // Added to the progress of that moment.
    if (text !== undefined) onChange((latest) => importedProgress(latest, text).progress)
    setSaid(readingOf(file.name, imported))
  }
  return (
    <>
      <div className={styles['files']}>
        {EXPORTS.map(([kind, label]) => (
          <button
            key={kind}
            type="button"
            disabled={kind === 'proof' ? untried : nothing}
            onClick={() => save(kind)}
          >
            {label}
          </button>
        ))}
        <FileButton
          label="Copy of progress to import"
          accept=".json,application/json"
          onFiles={([file]) => void read(file)}
        >
          Import a copy
        </FileButton>
        <ClearButton progress={progress} onChange={onChange} />
      </div>
      <p role="status" className={styles['said']}>
        {said}
      </p>
      <NoticeList notices={notices} onDismiss={() => setNotices([])} />
    </>
  )
}

/** What came of reading a file, in a sentence. */
function readingOf(name: string, { isMore, notices }: Omit<Imported, 'progress'>): string {
  if (isMore) return notices.length > 0 ? `${name} was read in part.` : `${name} was read.`
  return notices.length > 0
    ? `Nothing was taken from ${name}.`
    : `${name} holds nothing that is not here already.`
}

const UNREADABLE: Notice = {
  field: 'file',
  outcome: 'refused',
  message: 'could not be read, or is too large to be a copy of progress',
}

/** Asks before it clears, and can take it back. */
function ClearButton({ progress, onChange }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [before, setBefore] = useState<Progress>()
  const clear = () => {
    setBefore(progress)
    setAsking(false)
    onChange(() => NO_PROGRESS)
  }
  const restore = (was: Progress) => {
    setBefore(undefined)
    onChange((latest) => mergedProgress(was, latest).progress)
  }
  if (isAsking) {
    return (
      <span className={styles['question']} role="group" aria-label="Clear">
        Clear all attempts, notes and answers on this device?
        <button type="button" className={styles['clear']} onClick={clear}>
          Clear all
        </button>
        <button type="button" onClick={() => setAsking(false)}>
          Keep
        </button>
      </span>
    )
  }
  return before ? (
    <button type="button" onClick={() => restore(before)}>
      Undo clearing
    </button>
  ) : (
    <button type="button" disabled={isBlank(progress)} onClick={() => setAsking(true)}>
      Clear …
    </button>
  )
}

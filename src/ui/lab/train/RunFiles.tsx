import { useState } from 'react'
import { FileButton } from '../../kit/FileButton'
import { MOST_BYTES, runOfFile } from '../files'
import styles from '../lab.module.css'
import type { LabRun, Runs } from '../runs'

/** Opens files of runs, and says how much the runs take on this device. */
export function RunFiles({ runs, actions }: { readonly runs: readonly LabRun[]; readonly actions: Runs }) {
  const [said, setSaid] = useState('')
  const open = async (files: readonly File[]) => {
    const sentences = await Promise.all(files.map((file) => opened(file, actions)))
    setSaid(sentences.join(' '))
  }
  const bytes = runs.reduce((sum, { snapshot }) => sum + snapshot.numbers.byteLength, 0)
  return (
    <p className={styles['files']}>
      <FileButton
        label="Files of runs"
        accept=".safetensors"
        className="pill"
        isMultiple
        onFiles={(files) => void open(files)}
      >
        Open a run from a file …
      </FileButton>
      <span>{`${(bytes / 1e6).toFixed(1)} MB of runs on this device`}</span>
      <span role="status">{said}</span>
    </p>
  )
}

async function opened(file: File, actions: Runs): Promise<string> {
  if (file.size > MOST_BYTES) return `${file.name} has ${file.size} bytes; at most ${MOST_BYTES} are read.`
  const buffer = await file.arrayBuffer().catch(() => undefined)
  if (!buffer) return `${file.name} could not be read from the disk.`
  const run = runOfFile(new Uint8Array(buffer))
  if ('refused' in run) return `${file.name}: ${run.refused}`
  actions.take([run])
  return `${file.name} was opened.`
}

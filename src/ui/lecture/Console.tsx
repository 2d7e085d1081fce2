import { useEffect, useMemo, useState } from 'react'
import type { KeyAction } from '../../state/lecture/keys'
import { useStore } from '../explorer'
import { ConsoleBar } from './ConsoleBar'
import { ConsoleControls } from './ConsoleControls'
import { createConductor } from './conductor'
import { ConductorContext, useConductor, useFromLecture } from './conductorContext'
import styles from './console.module.css'
import type { Begun } from './current'
import { OneWindow } from './OneWindow'
import { Picture } from './Picture'
import { SideNotes } from './SideNotes'
import { StepList } from './StepList'
import { Transport } from './Transport'
import { useLectureKeys } from './useLectureKeys'
import { useWakeLock } from './useWakeLock'

/** The lecturer's side of a lecture: everything is on it, and the hall gets one picture. */
export default function Console({ begun }: { begun: Begun }) {
  const store = useStore()
  const conductor = useMemo(() => createConductor(begun, store), [begun, store])
  const [isOne, setOne] = useState(false)
  const { lecture, act } = conductor
  useEffect(() => conductor.start(), [conductor])
  useWakeLock()
  const keys = useMemo(
    () => ({
      hasDigits: () => lecture.get().digits !== '',
      act(action: KeyAction) {
        const isForward = action.type === 'window' && action.act === 'forward'
        if (isForward && isOne) setOne(false)
        else act(action)
      },
    }),
    [lecture, act, isOne],
  )
  useLectureKeys(keys)
  return (
    <ConductorContext value={conductor}>
      {isOne ? <OneWindow /> : <Desk onOne={() => setOne(true)} isRestored={begun.isRestored} />}
    </ConductorContext>
  )
}

function Desk({ onOne, isRestored }: { onOne(): void; isRestored: boolean }) {
  return (
    <main className={styles['console']} aria-label="Console of the lecture">
      <ConsoleBar onOne={onOne} isRestored={isRestored} />
      <StepList />
      <div className={styles['middle']}>
        <Picture />
        <Transport />
        <ConsoleControls />
      </div>
      <SideNotes />
      <Typed />
    </main>
  )
}

/** The digits typed so far, which Enter turns into a step. */
function Typed() {
  const digits = useFromLecture((lecture) => lecture.digits)
  const { lesson } = useConductor().lecture.get()
  return (
    <p className={styles['typed']} role="status" hidden={digits === ''}>
      {digits !== '' && `Step ${Number(digits)} of ${lesson.steps.length}: press Enter`}
    </p>
  )
}

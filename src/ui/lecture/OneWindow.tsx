import { useMemo } from 'react'
import { pictureOf } from '../../state/lecture/lecture'
import { useFromSession, useTheme } from '../explorer'
import { useConductor, useFromLecture } from './conductorContext'
import styles from './console.module.css'
import { Hall } from './Hall'

/** The picture of the hall in the console's own window, for who shares or projects that alone. S leads back. */
export function OneWindow() {
  const { act } = useConductor()
  const lecture = useFromLecture((state) => state)
  const view = useMemo(
    () => ({
      picture: lecture.frozen ?? pictureOf(lecture),
      isBlank: lecture.isBlank,
      hasLaser: lecture.hasLaser,
    }),
    [lecture],
  )
  const own = useFromSession(({ theme }) => theme)
  useTheme('projector', own)
  return (
    <>
      <Hall view={view} />
      <nav className={styles['corner']} aria-label="Steps">
        <button type="button" aria-label="Back" onClick={() => act({ type: 'command', command: 'back' })}>
          ‹
        </button>
        <button
          type="button"
          aria-label="Next step"
          onClick={() => act({ type: 'command', command: 'next' })}
        >
          ›
        </button>
      </nav>
    </>
  )
}

import { useEffect } from 'react'
import { pageLink } from '../../state/lecture/page-state'
import { isPlace } from '../../state/page'
import { createStore } from '../../state/store'
import { chunk } from '../chunk'
import { useFromSession, useStore } from '../explorer'
import { useFromStore } from '../useFromStore'
import styles from './captured.module.css'

/** Comes with the lessons, which who only explores does without. */
const lessons = chunk(() => import('./lessonStore'))

/** What came of the last capture. */
const said = createStore<string, string>((_, next) => next, '')

/** Milliseconds for which that is shown. */
const SHOWN_MS = 4000

/** Adds the page as it is to the lesson that is being made. */
export function CaptureButton() {
  const { get } = useStore()
  const isRoom = useFromSession(({ page }) => !isPlace(page))
  const capture = async () => {
    const link = pageLink(get().present)
    said.dispatch(
      await lessons.fetch().then(
        ({ captureStep }) => {
          const number = captureStep(link, '')
          return number === undefined ? 'There is no room for another step' : `Captured as step ${number}`
        },
        () => 'Could not be captured: see whether you are online',
      ),
    )
  }
  if (!isRoom) return null
  return (
    <button type="button" title="Adds this state to your lesson" onClick={() => void capture()}>
      Capture as a step
    </button>
  )
}

/** Says what came of a capture, for a while. */
export function Captured() {
  const text = useFromStore(said, (state) => state)
  useEffect(() => {
    if (text === '') return undefined
    const timer = setTimeout(() => said.dispatch(''), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <p role="status" className={styles['captured']}>
      {text}
    </p>
  )
}

import { StrictMode, useEffect, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { FollowingProvider, useTheme } from '../explorer'
import { useLinkedMarks } from '../linkedMarks'
import { presence } from '../presence'
import { useFromStore } from '../useFromStore'
import { createFollowing, type Following } from './following'
import { Hall } from './Hall'
import styles from './hall.module.css'
import type { Audience as AudienceOf } from './hallAddress'
import { useLectureKeys } from './useLectureKeys'
import { useWakeLock } from './useWakeLock'

/** Milliseconds before a picture that could not be drawn is tried again: the hall is shown no error. */
const AGAIN_MS = 500

/** Makes this window one that shows a lecture. */
export function mountAudience(audience: AudienceOf): void {
  document.documentElement.dataset['audience'] = audience.role
  document.title = 'Lecture · Attention Explorer'
  draw(createFollowing(audience))
}

function draw(following: Following): void {
  const place = document.createElement('div')
  place.id = 'root'
  document.getElementById('root')?.replaceWith(place)
  let hasFailed = false
  const onUncaughtError = (error: unknown) => {
    reportError(error)
    if (hasFailed) return
    hasFailed = true
    setTimeout(() => draw(following), AGAIN_MS)
  }
  createRoot(place, { onUncaughtError }).render(
    <StrictMode>
      <FollowingProvider store={following.explorer}>
        <Audience following={following} />
      </FollowingProvider>
    </StrictMode>,
  )
}

function Audience({ following }: { following: Following }) {
  const { shown, act } = following
  const view = useFromStore(shown, (state) => state.view)
  useTheme('projector')
  useLinkedMarks()
  useWakeLock()
  useLectureKeys(useMemo(() => ({ hasDigits: () => true, act }), [act]))
  useEffect(() => following.start(), [following])
  return (
    <>
      {view && <Hall view={view} />}
      {following.audience.role === 'hall' && <Cover now={view && JSON.stringify(view)} />}
    </>
  )
}

/** How to bring a new window before the hall, until it is there or the lecturer begins: moves, steps or points. */
function Cover({ now }: { now: string | undefined }) {
  const [first, setFirst] = useState<string>()
  const [isDone, setDone] = useState(isLoadedAgain)
  const isPointedAt = useFromStore(presence, ({ pointer }) => pointer !== null)
  if (first === undefined && now !== undefined) setFirst(now)
  if (isPointedAt && !isDone) setDone(true)
  if (first !== undefined && first !== now && !isDone) setDone(true)
  useEffect(() => {
    const done = () => setDone(true)
    const events = ['fullscreenchange', 'pointerdown'] as const
    for (const name of events) document.addEventListener(name, done)
    return () => {
      for (const name of events) document.removeEventListener(name, done)
    }
  }, [])
  if (isDone) return null
  return (
    <div className={styles['cover']} data-testid="cover">
      <p>Drag this window to the projector</p>
      <p>
        <span>then press</span> <kbd>F</kbd>
      </p>
      <p className={styles['aside']}>A click here, or the next step, takes this away.</p>
    </div>
  )
}

function isLoadedAgain(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return entry?.type === 'reload'
}

import { useEffect, useState } from 'react'
import { isBehind } from '../../state/lecture/owner'
import { useFromStore } from '../useFromStore'
import type { HallStatus } from './conductor'
import { useConductor, useFromLecture } from './conductorContext'

/** How things are with the window of the hall. */
export type HallState = 'refused' | 'waiting' | 'in step' | 'late' | 'lost' | 'frozen' | 'blank'

/** Milliseconds without a sign of life after which a window is taken for closed; it gives one every second. */
const LOST_MS = 3500
/** Milliseconds for which a window may be behind before that is said. */
const LATE_MS = 1500

/** How things are with `status` at `now`. */
export function hallState(
  { isRefused, heardAt, shows, wanted }: HallStatus,
  now: number,
  opened: number,
): Exclude<HallState, 'frozen' | 'blank'> {
  if (heardAt === null) return isRefused ? 'refused' : now - opened > 2 * LOST_MS ? 'lost' : 'waiting'
  if (now - heardAt > LOST_MS) return 'lost'
  return shows && wanted && isBehind(shows, wanted) && now - heardAt > LATE_MS ? 'late' : 'in step'
}

/** How things are with the window of the hall, looked at twice a second. */
export function useHallState(): HallState {
  const { hall } = useConductor()
  const status = useFromStore(hall, (state) => state)
  const isFrozen = useFromLecture(({ frozen }) => frozen !== null)
  const isBlank = useFromLecture((lecture) => lecture.isBlank)
  const [opened] = useState(() => performance.now())
  const [now, setNow] = useState(opened)
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const state = hallState(status, Math.max(now, status.heardAt ?? 0), opened)
  if (state === 'refused' || state === 'lost' || state === 'waiting') return state
  if (isBlank) return 'blank'
  return isFrozen ? 'frozen' : state
}

/** What the console says of it. */
export const HALL_WORDS: Readonly<Record<HallState, string>> = {
  refused: 'was not opened: the browser refused it. Allow the window, or use one window.',
  waiting: 'is opening …',
  'in step': 'open, in step',
  late: 'open, and late',
  lost: 'is closed',
  frozen: 'frozen: it keeps its picture',
  blank: 'blank',
}

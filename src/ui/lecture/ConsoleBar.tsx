import { useEffect, useState } from 'react'
import { minutesBefore, minutesOf } from '../../state/lecture/lesson'
import { clockText, elapsed } from '../../state/lecture/timer'
import { useConductor, useFromLecture } from './conductorContext'
import styles from './console.module.css'
import { HALL_WORDS, useHallState } from './hallState'
import { Key } from './Key'

/** The lesson, how the hall is, and the time. */
export function ConsoleBar({ onOne, isRestored }: { onOne(): void; isRestored: boolean }) {
  const { end } = useConductor()
  const title = useFromLecture(({ lesson }) => lesson.title)
  const step = useFromLecture((lecture) => lecture.step)
  const count = useFromLecture(({ lesson }) => lesson.steps.length)
  return (
    <header className={styles['bar']}>
      <h1 className={styles['title']}>
        <span aria-hidden="true" className="role-weight">
          α
        </span>{' '}
        <span>{title}</span>
      </h1>
      <p className={styles['of']}>
        <span>step</span> <strong>{step + 1}</strong> <span>of {count}</span>
      </p>
      <Status onOne={onOne} isRestored={isRestored} />
      <Time />
      <button type="button" className={styles['button']} onClick={end}>
        End
      </button>
    </header>
  )
}

function Status({ onOne, isRestored }: { onOne(): void; isRestored: boolean }) {
  const state = useHallState()
  const { showHall } = useConductor()
  const isGone = state === 'refused' || state === 'lost'
  return (
    <div className={styles['status']} data-state={state}>
      <p role="status">
        <span className={styles['dot']} aria-hidden="true" /> <strong>Audience window</strong>{' '}
        <span data-testid="hall-state">
          {isRestored && state === 'in step' ? 'found again, in step' : HALL_WORDS[state]}
        </span>
      </p>
      <button type="button" className={styles['button']} onClick={showHall}>
        <span>{isGone ? 'Open again' : 'Show it'}</span> <Key>S</Key>
      </button>
      <button type="button" className={styles['button']} onClick={onOne} title="S leads back to the console">
        One window
      </button>
    </div>
  )
}

function Time() {
  const { dispatch } = useConductor()
  const timer = useFromLecture((lecture) => lecture.timer)
  const planned = useFromLecture(({ lesson }) => minutesOf(lesson))
  const begins = useFromLecture(({ lesson, step }) => minutesBefore(lesson, step))
  const ends = useFromLecture(({ lesson, step }) => minutesBefore(lesson, step + 1))
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(ticking)
  }, [])
  const ran = elapsed(timer, Math.max(now, timer.since ?? 0))
  const minutes = ran / 60_000
  const pace = minutes > ends + 0.5 ? 'behind plan' : minutes < begins - 0.5 ? 'ahead of plan' : 'on plan'
  return (
    <div className={styles['time']}>
      <strong role="timer" aria-label="Time run">
        {clockText(ran)}
      </strong>
      <span>
        of {clockText(planned * 60_000)} · {pace}
      </span>
      <button
        type="button"
        className={styles['button']}
        onClick={() => dispatch({ type: 'command', command: 'timer', now: Date.now() })}
      >
        <span>{timer.since === null ? 'Go on' : 'Pause'}</span> <Key>T</Key>
      </button>
      <span className={styles['clock']}>
        {new Date(now).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hour12: false })}
      </span>
    </div>
  )
}

import { Instrument } from './Instrument'
import { AdjustContext } from './kit/adjust'
import { ExplanationProvider } from './kit/Explanation'
import { Prose } from './kit/Prose'
import styles from './Room.module.css'
import { Story } from './Story'
import { useAdjustments } from './useAdjustments'
import { useRoom } from './useRoom'

/** The open construction: its story on one side, its instrument on the other. */
export function Room() {
  const room = useRoom()
  const { construction, params, quantities, pinned } = room
  const adjust = useAdjustments(construction, params, room.onChange, room.onSettle)
  return (
    <AdjustContext value={adjust}>
      <ExplanationProvider quantities={quantities} pinned={pinned?.quantities}>
        <main className={styles['room']} id="room" key={construction.id}>
          <header className={styles['head']}>
            <h1 tabIndex={-1}>{construction.title}</h1>
            <p className={styles['source']}>
              Part {construction.source} · <Prose>{construction.setting(params)}</Prose>
            </p>
            <p className={styles['question']}>
              <Prose>{construction.question}</Prose>
            </p>
          </header>
          <Instrument {...room} />
          <Story {...room} />
        </main>
      </ExplanationProvider>
    </AdjustContext>
  )
}

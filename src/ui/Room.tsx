import type { Registered } from '../constructions'
import { useArrangement } from './arrangement'
import { Instrument } from './Instrument'
import { AdjustContext } from './kit/adjust'
import { ExplanationProvider } from './kit/Explanation'
import { Outcome } from './Outcome'
import styles from './Room.module.css'
import { Story } from './Story'
import { useAdjustments } from './useAdjustments'
import { useRoom } from './useRoom'

interface Props {
  readonly construction: Registered
  /** Without its story, within another page. */
  readonly isAlone?: boolean
}

/** A construction: its story on one side, its instrument on the other. */
export function Room({ construction, isAlone = false }: Props) {
  const room = useRoom(construction)
  const { quantities, pinned, limits } = room
  const hasStory = !isAlone && !limits.hidden.includes('story')
  const adjust = useAdjustments(construction)
  const arrangement = useArrangement()
  return (
    <AdjustContext value={adjust}>
      <ExplanationProvider quantities={quantities} pinned={pinned?.quantities}>
        <main
          className={styles['room']}
          id="room"
          data-arrangement={arrangement}
          data-alone={!hasStory}
          key={construction.id}
        >
          {hasStory ? (
            <Story {...room} />
          ) : (
            <h1 className="visually-hidden" tabIndex={-1}>
              {construction.title}
            </h1>
          )}
          <Instrument {...room} />
          <Outcome {...room} />
        </main>
      </ExplanationProvider>
    </AdjustContext>
  )
}

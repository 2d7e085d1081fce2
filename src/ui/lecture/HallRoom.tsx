import { useMemo } from 'react'
import type { Registered } from '../../constructions'
import type { Screen } from '../../state/lecture/lesson'
import { OnScreenContext } from '../hallParts'
import { Instrument } from '../Instrument'
import { AdjustContext } from '../kit/adjust'
import { ExplanationProvider } from '../kit/Explanation'
import { Formula } from '../kit/Formula'
import { useAdjustments } from '../useAdjustments'
import { type OpenRoom, useRoom } from '../useRoom'
import { useThrottled } from '../useThrottled'
import styles from './hall.module.css'

/** Typesetting takes longer than a frame. */
const FORMULA_INTERVAL_MS = 60

/** One formula is read from the last row; a second one only takes its room. */
const MOST_LINES = 1

/** A room in the hall: one figure, one formula and what is moved. */
export function HallRoom({ construction, screen }: { construction: Registered; screen: Screen }) {
  const room = useRoom(construction)
  const adjust = useAdjustments(construction)
  const formula = screen.formula === null ? null : <Gist room={room} wanted={screen.formula} />
  return (
    <AdjustContext value={adjust}>
      <ExplanationProvider quantities={room.quantities} pinned={room.pinned?.quantities}>
        <main className={styles['room']} id="room">
          <OnScreenContext value={{ screen, formula }}>
            <Instrument {...room} />
          </OnScreenContext>
        </main>
      </ExplanationProvider>
    </AdjustContext>
  )
}

/** The formulas of one step of the derivation, of the one that says most if none is wanted. */
function Gist({ room, wanted }: { room: OpenRoom; wanted: string }) {
  const { construction, params, model } = useThrottled(room, FORMULA_INTERVAL_MS)
  const steps = useMemo(() => construction.derivation(params, model), [construction, params, model])
  const { gist } = construction
  const step = steps.find(({ id }) => id === wanted) ?? steps.find(({ id }) => id === gist)
  return (
    <>
      {step?.lines.slice(0, MOST_LINES).map(({ tex }, i) => (
        // Lines keep their order and have no names of their own.
        // oxlint-disable-next-line react/no-array-index-key
        <Formula key={`${step.id}${i}`} tex={tex} label={`Formula ${i + 1}`} />
      ))}
    </>
  )
}

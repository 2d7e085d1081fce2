import type { ReactNode } from 'react'
import { Chunked } from './Chunked'
import { Parts } from './Parts'
import { panelOf } from './panels'
import type { Part } from './part'
import { RoomContext } from './roomContext'
import type { OpenRoom } from './useRoom'

/** The controls work without the figures, which may be long in coming. */
const withoutFigures = (said: ReactNode) => (
  <Parts main={[{ id: 'none', name: 'Figures', figure: said }]} result={null} secondary={NONE} />
)

const NONE: readonly Part[] = []

/** The room's figures, each construction's own, with the controls that follow from its declaration. */
export function Instrument(room: OpenRoom) {
  const { construction, params, model, quantities, pinned } = room
  return (
    <RoomContext value={room}>
      <Chunked chunk={panelOf(construction.id)} what="the figures of this room" frame={withoutFigures}>
        {({ default: Panel }) => (
          <Panel params={params} model={model} quantities={quantities} pinned={pinned} />
        )}
      </Chunked>
    </RoomContext>
  )
}

import { openConstruction } from '../state/session'
import { Chunked } from './Chunked'
import { definitionOf } from './definitions'
import { useFromSession } from './explorer'
import { Room } from './Room'

/** The room that is open. */
export default function OpenRoom() {
  return <RoomThatIsOpen isAlone={false} />
}

/** The same, within another page without its story. */
export function RoomThatIsOpen({ isAlone }: { isAlone: boolean }) {
  const open = useFromSession(openConstruction)
  if (!open) return null
  return (
    <Chunked key={open.id} chunk={definitionOf(open.id)} what="the room">
      {(construction) => <Room construction={construction} isAlone={isAlone} />}
    </Chunked>
  )
}

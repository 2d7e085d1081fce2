import { RoomThatIsOpen } from '../OpenRoom'

/** A room within another page: figures and controls, and no story. */
export default function EmbedPage() {
  return <RoomThatIsOpen isAlone />
}

import { declarations } from '../../constructions/declared'
import type { Exercise, Texts } from '../../constructions/exercises/exercise'
import { useExplorer } from '../explorer'
import styles from './check.module.css'

interface Props {
  readonly exercise: Exercise
  onTake(texts: Texts): void
}

/** Takes what the question's own room holds as the answer; nothing where a room cannot hold one. */
export function RoomAnswerButton({ exercise: { part, fromRoom }, onTake }: Props) {
  const { session } = useExplorer()
  const room = declarations.find(({ asked }) => asked?.part === part)
  if (!fromRoom || !room) return null
  const answer = fromRoom.read(session.params[room.id])
  return (
    <p className={styles['actions']}>
      <button
        type="button"
        disabled={'refused' in answer}
        onClick={() => 'texts' in answer && onTake(answer.texts)}
      >
        {fromRoom.label}
      </button>
      {'refused' in answer && answer.refused}
    </p>
  )
}

import { type Construction, paramsWith } from '../../constructions/construction'
import { initialParams } from '../../constructions/params'
import type { Page } from '../../state/page'
import { encodeLink } from '../../state/permalink'
import type { Params } from '../../state/session'
import { number } from '../../tex/format'
import { useFromSession } from '../explorer'
import { useNavigation } from '../navigation'

interface Props {
  readonly room: Construction
  readonly params: Params
  /** What is to be seen there. */
  readonly about: string
}

/** A link to a room in a given state; words where the room's controls do not reach it. */
export function StateLink({ room, params: changes, about }: Props) {
  const session = useFromSession((whole) => whole)
  const { follow } = useNavigation()
  const params = paramsWith(room, initialParams(room.params), changes)
  const beyond = outOfReach(room, params)
  if (beyond.length > 0) return <span>beyond the controls: {beyond.join(', ')}</span>
  const page = room.id as Page
  const target = { ...session, page, params: { ...session.params, [room.id]: params } }
  return (
    <a href={encodeLink(target)} onClick={(event) => follow(event, page, target)}>
      <span>open</span>
      <span className="visually-hidden">{` ${room.source} where the error of ${about} is largest`}</span>
    </a>
  )
}

/** Numbers that lie outside of their sliders, in words. */
function outOfReach({ params: specs }: Construction, params: Params): string[] {
  return Object.entries(specs).flatMap(([name, spec]) => {
    const value = params[name]
    const isOutside =
      spec.kind === 'number' && typeof value === 'number' && (value < spec.min || value > spec.max)
    return isOutside ? [`${spec.label} ${number(value)}`] : []
  })
}

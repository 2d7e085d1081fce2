import type { MouseEvent } from 'react'
import type { Counterexample } from '../../checker/verdict/counterexample'
import { paramsWith } from '../../constructions/construction'
import { declarations } from '../../constructions/declared'
import type { Part } from '../../constructions/exercises/exercise'
import { initialParams } from '../../constructions/params'
import { encodeLink } from '../../state/permalink'
import { useExplorer } from '../explorer'
import { useNavigation } from '../navigation'

interface Props {
  readonly part: Part
  readonly found: Counterexample
}

/** A link to the construction's own room, set to the case that was found. */
export function CaseLink({ part, found }: Props) {
  const { session, dispatch } = useExplorer()
  const { follow } = useNavigation()
  const construction = declarations.find(({ asked }) => asked?.part === part)
  if (!construction) return null
  const { id } = construction
  const params = paramsWith(construction, initialParams(construction.params), found.showing.params)
  const target = { ...session, page: id, params: { ...session.params, [id]: params } }
  const open = (event: MouseEvent) => {
    dispatch({ type: 'settings', settings: { shownCase: { part, n: found.size.n } } })
    follow(event, id, target)
  }
  return (
    <a href={encodeLink(target)} onClick={open}>
      Open this case in its room
    </a>
  )
}

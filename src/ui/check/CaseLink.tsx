import type { MouseEvent } from 'react'
import type { Counterexample } from '../../checker/counterexample'
import { constructions } from '../../constructions'
import { paramsWith } from '../../constructions/construction'
import type { Part } from '../../constructions/exercises/exercise'
import { initialParams } from '../../constructions/params'
import { encodeLink } from '../../state/permalink'
import { useExplorer } from '../explorer'

interface Props {
  readonly part: Part
  readonly found: Counterexample
}

/** A link to the construction's own room, set to the case that was found. */
export function CaseLink({ part, found }: Props) {
  const { session, dispatch } = useExplorer()
  const construction = constructions.find(({ exercise }) => exercise?.part === part)
  if (!construction) return null
  const { id } = construction
  const params = paramsWith(construction, initialParams(construction.params), found.showing.params)
  const target = { ...session, panel: id, params: { ...session.params, [id]: params } }
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    dispatch({ type: 'go', session: target })
  }
  return (
    <a href={encodeLink(target)} onClick={open}>
      Open this instance in the room
    </a>
  )
}

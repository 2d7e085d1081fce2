import { useMemo } from 'react'
import { sessionAtLink } from '../../state/lecture/page-state'
import { initialSession } from '../../state/session'
import { type Action, createStore, type History, reduce, type Store, startHistory } from '../../state/store'

/** A session of its own in the state of `link`, which nothing outside of the picture sees. */
export function useStoreAt(link: string): Store<History, Action> {
  return useMemo(() => createStore(reduce, startHistory(sessionAtLink(link, initialSession()))), [link])
}

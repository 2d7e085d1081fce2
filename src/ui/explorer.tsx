import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Notice } from '../state/link-fields'
import type { Session } from '../state/session'
import { type Action, createStore, type History, reduce, type Store, startHistory } from '../state/store'
import { openingSession, useAddress } from './address'
import { useSaved } from './saved'
import { useFromStore } from './useFromStore'

interface Explorer {
  readonly store: Store<History, Action>
  readonly notices: readonly Notice[]
  setNotices(notices: readonly Notice[]): void
}

const ExplorerContext = createContext<Explorer | undefined>(undefined)

/** Holds the session of the page, reads it from the address and storage, and writes it back to both. */
export function ExplorerProvider({ children }: { children: ReactNode }) {
  const [opening] = useState(openingSession)
  const [store] = useState(() => createStore(reduce, startHistory(opening.session)))
  const [notices, setNotices] = useState(opening.notices)
  useAddress(store, setNotices)
  useSaved(store)
  return <ExplorerContext value={{ store, notices, setNotices }}>{children}</ExplorerContext>
}

function useHeld(): Explorer {
  const explorer = useContext(ExplorerContext)
  if (!explorer) throw new Error('useExplorer: expected an ExplorerProvider above')
  return explorer
}

/** What reads the session only when something happens: a component that uses this is not drawn anew by changes. */
export function useStore(): Store<History, Action> {
  return useHeld().store
}

/** What `select` finds in the session: the component is drawn anew only when that is another value. */
export function useFromSession<T>(select: (session: Session) => T): T {
  return useFromStore(useStore(), ({ present }) => select(present))
}

/** The session's history, its store, and what was refused of the last link. */
export function useExplorer() {
  const { store, notices, setNotices } = useHeld()
  const history = useSyncExternalStore(store.subscribe, store.get)
  return { history, session: history.present, dispatch: store.dispatch, notices, setNotices }
}

/** Puts the session's theme on the document. */
export function useTheme(theme: string): void {
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
}

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { Notice } from '../state/link-fields'
import type { Session } from '../state/session'
import {
  type Action,
  createStore,
  type History,
  reduceChanges,
  type Store,
  startHistory,
} from '../state/store'
import { openingSession, useAddress } from './address'
import { notifiedInFrames } from './inFrames'
import { useSaved } from './saved'
import { useFromStore } from './useFromStore'

/** The session of the page, and what was refused of what it was read from. */
export interface Explorer {
  readonly store: Store<History, Action>
  /** The session that this device had kept when the page opened. */
  readonly saved: Session
  readonly notices: readonly Notice[]
}

/** Reads the session from the address and from this device. */
export function openExplorer(): Explorer {
  const { session, saved, notices } = openingSession()
  const store = createStore(reduceChanges, startHistory(session))
  return { store: notifiedInFrames(store, isOfGesture), saved, notices }
}

/** A change that repeats, as in a drag, and will be followed by others. */
const isOfGesture = (action: Action) => action.type === 'change' && action.intent !== ''

interface Held extends Pick<Explorer, 'store' | 'notices'> {
  setNotices(notices: readonly Notice[]): void
}

const ExplorerContext = createContext<Held | undefined>(undefined)

/** Lets the page see and change its session, and writes it back to the address and to this device. */
export function ExplorerProvider({
  store,
  saved,
  notices: initial,
  children,
}: Explorer & { children: ReactNode }) {
  const [notices, setNotices] = useState(initial)
  useAddress(store, setNotices)
  useSaved(store, saved)
  return <ExplorerContext value={{ store, notices, setNotices }}>{children}</ExplorerContext>
}

/** Lets what is inside see a session that is another window's: nothing of it is kept, and no notice is shown. */
export function FollowingProvider({ store, children }: Pick<Explorer, 'store'> & { children: ReactNode }) {
  return <ExplorerContext value={{ store, notices: NONE, setNotices: ignore }}>{children}</ExplorerContext>
}

const NONE: readonly Notice[] = []
const ignore = () => undefined

function useHeld(): Held {
  const explorer = useContext(ExplorerContext)
  if (!explorer) throw new Error('useExplorer: expected an ExplorerProvider above')
  return explorer
}

/** What reads the session only when something happens: a component that uses this is not drawn again by changes. */
export function useStore(): Store<History, Action> {
  return useHeld().store
}

/** The way to say what was refused of a link, for what shows no notices itself. */
export const useSetNotices = () => useHeld().setNotices

/** What `select` finds in the session: the component is drawn again only when that is another value. */
export function useFromSession<T>(select: (session: Session) => T): T {
  return useFromStore(useStore(), ({ present }) => select(present))
}

/** The session's history, its store, and what was refused of the last link. */
export function useExplorer() {
  const { store, notices, setNotices } = useHeld()
  const history = useSyncExternalStore(store.subscribe, store.get)
  return { history, session: history.present, dispatch: store.dispatch, notices, setNotices }
}

/** Puts `theme` on the document; `after`, if given, takes its place when what asks for it is gone. */
export function useTheme(theme: string, after?: string): void {
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    return () => {
      if (after !== undefined) document.documentElement.dataset['theme'] = after
    }
  }, [theme, after])
}

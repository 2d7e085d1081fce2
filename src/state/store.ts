import type { ConstructionId } from '../constructions/declared'
import type { Texts } from '../constructions/exercises/exercise'
import type { LabState } from './lab-settings'
import { initialSession, type Params, type Session, withDraft, withLeft, withParams } from './session'
import { partsWith, type Settings, sameContent, sameParts, settingsOf } from './session-parts'

/** The present, what undo goes back to and what redo goes forward to. */
export interface History {
  readonly past: readonly Session[]
  readonly present: Session
  readonly future: readonly Session[]
  /** What the last change was meant to do; repeats of one intent, as in a drag, undo together. */
  readonly intent: string
}

const DEPTH = 500

export type Action =
  | {
      readonly type: 'change'
      readonly changes: Partial<Params>
      readonly intent: string
      /** Whose params change: the open room's unless said otherwise. */
      readonly room?: ConstructionId
    }
  | { readonly type: 'go'; readonly session: Session }
  | { readonly type: 'answer'; readonly part: string; readonly texts: Texts }
  | { readonly type: 'settings'; readonly settings: Partial<Settings> }
  | { readonly type: 'lab'; readonly lab: LabState }
  | { readonly type: 'settle' }
  | { readonly type: 'cancel' }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }

/** A history without past. */
export function startHistory(present: Session = initialSession()): History {
  return { past: [], present: withLeft(present), future: [], intent: '' }
}

/** The history after `action`. Undo and redo at their ends change nothing; settings and answers are no step of undo. */
export function reduce(history: History, action: Action): History {
  switch (action.type) {
    case 'change':
      return changed(history, withParams(history.present, action.changes, action.room), action.intent)
    case 'go':
      return changed(history, withLeft({ ...action.session, ...settingsOf(history.present) }), '')
    case 'answer':
      return { ...history, present: withDraft(history.present, action.part, action.texts) }
    case 'settings':
      return { ...history, present: { ...history.present, ...action.settings } }
    case 'lab':
      return { ...history, present: { ...history.present, lab: action.lab } }
    case 'settle':
      return { ...history, intent: '' }
    case 'cancel':
      return cancelled(history)
    case 'undo':
      return moved(history, history.past.at(-1), 'undo')
    case 'redo':
      return moved(history, history.future[0], 'redo')
  }
}

/** The history after what a person did: where that leaves everything as it is, there is nothing to undo. */
export function reduceChanges(history: History, action: Action): History {
  const next = reduce(history, action)
  const isStep = action.type === 'change' || action.type === 'go'
  if (!isStep || !sameContent(next.present, history.present)) return next
  // What undo leaves alone may have changed all the same, as the open part of the lab.
  const present = { ...history.present, ...partsWith(next.present, 'undo', false) }
  return sameParts(present, history.present) ? history : { ...history, present }
}

function changed(history: History, present: Session, intent: string): History {
  const { past } = history
  const continues = intent !== '' && intent === history.intent
  // Back where it began, a drag or a text being typed has left nothing to undo.
  if (continues && sameContent(present, past.at(-1)!))
    return { past: past.slice(0, -1), present, future: [], intent: '' }
  return { past: continues ? past : [...past, history.present].slice(-DEPTH), present, future: [], intent }
}

/** As it was before the drag that is under way: nothing to undo, nothing to redo. */
function cancelled(history: History): History {
  return history.intent === '' ? history : { ...moved(history, history.past.at(-1), 'undo'), future: [] }
}

function moved(history: History, target: Session | undefined, direction: 'undo' | 'redo'): History {
  if (!target) return history
  const present = withLeft({ ...target, ...partsWith(history.present, 'undo', false) })
  return direction === 'undo'
    ? { past: history.past.slice(0, -1), present, future: [history.present, ...history.future], intent: '' }
    : { past: [...history.past, history.present], present, future: history.future.slice(1), intent: '' }
}

/** A value that changes by actions and tells its listeners: what `useSyncExternalStore` needs. */
export interface Store<State, Message> {
  get(): State
  dispatch(message: Message): void
  subscribe(listener: () => void): () => void
}

/** A store that starts at `state` and changes by `reducer`. */
export function createStore<State, Message>(
  reducer: (state: State, message: Message) => State,
  state: State,
): Store<State, Message> {
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    dispatch(message) {
      state = reducer(state, message)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

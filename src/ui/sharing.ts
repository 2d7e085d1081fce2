import { createStore } from '../state/store'

/** Whether the sheet for sharing is open. */
export const isSharing = createStore<boolean, boolean>((_, next) => next, false)

/** Opens the sheet for sharing. */
export const openShareSheet = () => isSharing.dispatch(true)

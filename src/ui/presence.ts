import { createPresence } from '../state/presence'

/** Where the person at this window is on the page. */
export const presence = createPresence()

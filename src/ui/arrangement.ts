import { useSyncExternalStore } from 'react'

/**
 * How a room is arranged in the window.
 *
 * - `bench`: story beside the instrument, all figures in sight.
 * - `low`: the same in a window too low for all figures; one at a time, chosen by tabs.
 * - `hall`: for a projector; the story folded to a line, one figure large.
 * - `phone`: one column, the figure pinned above the story and the primary slider below it.
 */
export type Arrangement = 'bench' | 'low' | 'hall' | 'phone'

const NARROW = '(max-width: 900px)'
const LOW = '(max-height: 699px)'

/** Windows in which only one figure is shown at a time. */
export const isSingle = (arrangement: Arrangement) => arrangement !== 'bench'

const PAPER = 'print'

function arrangementNow(): Arrangement {
  // On paper there is room for all figures.
  if (matchMedia(PAPER).matches) return 'bench'
  if (matchMedia(NARROW).matches) return 'phone'
  if (document.documentElement.dataset['theme'] === 'projector') return 'hall'
  return matchMedia(LOW).matches ? 'low' : 'bench'
}

/** The arrangement that window and theme ask for. */
export function useArrangement(): Arrangement {
  return useSyncExternalStore(subscribe, arrangementNow)
}

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(NARROW), matchMedia(LOW), matchMedia(PAPER)]
  const themes = new MutationObserver(listener)
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    themes.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

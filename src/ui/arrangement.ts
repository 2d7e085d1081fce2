import { useSyncExternalStore } from 'react'

/**
 * How a room is arranged in the window.
 *
 * - `bench`: story beside the instrument, all figures in sight.
 * - `slim`: the same in a window too narrow for three figures in a row; those come one at a time.
 * - `low`: the same in a window too low for all figures; one at a time, chosen by tabs.
 * - `hall`: for a projector; the story folded to a line, one figure large.
 * - `phone`: one column, the figure pinned above the story and the primary slider below it.
 */
export type Arrangement = 'bench' | 'slim' | 'low' | 'hall' | 'phone'

const NARROW = '(max-width: 900px)'
const SLIM = '(max-width: 1180px)'
const LOW = '(max-height: 699px)'

/** Windows in which only one figure is shown at a time. */
export const isSingle = (arrangement: Arrangement) => arrangement !== 'bench' && arrangement !== 'slim'

const PAPER = 'print'

function arrangementNow(): Arrangement {
  // On paper there is room for all figures.
  if (matchMedia(PAPER).matches) return 'bench'
  if (matchMedia(NARROW).matches) return 'phone'
  if (document.documentElement.dataset['theme'] === 'projector') return 'hall'
  if (matchMedia(LOW).matches) return 'low'
  return matchMedia(SLIM).matches ? 'slim' : 'bench'
}

/** The arrangement that window and theme ask for. */
export function useArrangement(): Arrangement {
  return useSyncExternalStore(subscribe, arrangementNow)
}

function subscribe(listener: () => void): () => void {
  const queries = [NARROW, LOW, SLIM, PAPER].map((query) => matchMedia(query))
  const themes = new MutationObserver(listener)
  themes.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    themes.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}

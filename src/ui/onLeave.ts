const flushes = new Set<() => void>()
const persists = new Set<() => void>()

/**
 * Calls `run` each time the page is left, be it for good or not, or is hidden, which on a phone may be the last that is
 * heard of it. A `flush` brings what is still on its way into the session, and comes before a `persist`, which writes the
 * session down. Returns the way to end it.
 */
export function onLeave(stage: 'flush' | 'persist', run: () => void): () => void {
  const runs = stage === 'flush' ? flushes : persists
  runs.add(run)
  addEventListener('pagehide', leave)
  document.addEventListener('visibilitychange', leaveIfHidden)
  return () => void runs.delete(run)
}

function leave(): void {
  for (const run of [...flushes, ...persists]) run()
}

function leaveIfHidden(): void {
  if (document.visibilityState === 'hidden') leave()
}

const tellers = new Set<() => void>()
const writers = new Set<() => void>()

/**
 * Calls `run` each time the page is left, be it for good or not: what still has something to tell the session comes
 * before what writes the session down. Returns the way to end it.
 */
export function onLeave(what: 'tells' | 'writes', run: () => void): () => void {
  const runs = what === 'tells' ? tellers : writers
  runs.add(run)
  addEventListener('pagehide', leave)
  return () => void runs.delete(run)
}

function leave(): void {
  for (const run of [...tellers, ...writers]) run()
}

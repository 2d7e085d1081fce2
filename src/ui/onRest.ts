/** Calls `run` each time what `subscribe` tells of has stood still for `rest` milliseconds; returns the way to end it. */
export function onRest(subscribe: (listener: () => void) => () => void, run: () => void, rest: number) {
  let timer = 0
  const unsubscribe = subscribe(() => {
    clearTimeout(timer)
    timer = window.setTimeout(run, rest)
  })
  return () => {
    clearTimeout(timer)
    unsubscribe()
  }
}

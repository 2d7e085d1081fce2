/** A function that runs once its calls have ceased for a while. */
interface Debounced {
  (): void
  /** Whether a call waits. */
  isWaiting(): boolean
  /** Takes back a call that waits. */
  cancel(): void
}

/** `run`, called `rest` milliseconds after the last of its calls in a row. One timer serves all calls of a drag. */
export function debounced(run: () => void, rest: number): Debounced {
  let timer = 0
  let last = 0
  const check = () => {
    const left = last + rest - performance.now()
    timer = left > 0 ? window.setTimeout(check, left) : 0
    if (timer === 0) run()
  }
  const call = () => {
    last = performance.now()
    timer ||= window.setTimeout(check, rest)
  }
  const cancel = () => {
    clearTimeout(timer)
    timer = 0
  }
  return Object.assign(call, { isWaiting: () => timer !== 0, cancel })
}

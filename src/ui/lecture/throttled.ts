/** Milliseconds of a frame: more often than that nothing needs to be sent. */
const FRAME_MS = 16

/** Calls `run` at once, and where that was less than a frame ago, at the end of the frame; never more than is needed. */
export function throttled(run: () => void): { (): void; cancel(): void } {
  let last = -Infinity
  let timer: number | undefined
  const now = () => {
    timer = undefined
    last = performance.now()
    run()
  }
  const ask = () => {
    if (timer !== undefined) return
    const wait = last + FRAME_MS - performance.now()
    if (wait <= 0) now()
    else timer = window.setTimeout(now, wait)
  }
  return Object.assign(ask, { cancel: () => clearTimeout(timer) })
}

/** One edit: milliseconds from the click to the frame that shows it, and what followed. */
export interface EditTiming {
  readonly painted: number
  /** Until scores, weights and outputs stood. */
  readonly figures: number
  /** The longest time between two frames until the derivation stood still. */
  readonly longest: number
  /** Until the last formula stood. */
  readonly settled: number
}

/** Runs in the page: writes what every click leads to into `window.timing`. */
export function observeEdits(): void {
  const painted = (then: (now: number) => void) =>
    requestAnimationFrame(() => {
      // A message is handled after the frame it was sent from has been painted.
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => then(performance.now()))
      port1.start()
      port2.postMessage('')
    })
  const watch = (selector: string, then: () => void) => {
    for (const element of document.querySelectorAll(selector))
      new MutationObserver(then).observe(element, { childList: true, characterData: true, subtree: true })
  }
  let settledAt = 0
  let figuresAt = 0
  watch('section[aria-label="Derivation"]', () => {
    settledAt = performance.now()
  })
  watch('table:is([aria-label="Scores"], [aria-label="Weights"], [aria-label="Outputs"])', () =>
    painted((now) => {
      figuresAt = now
    }),
  )
  addEventListener(
    'click',
    ({ timeStamp }) => {
      const timing = { painted: 0, figures: 0, longest: 0, settled: 0 }
      Object.assign(window, { timing })
      let last = 0
      const follow = (now: number) => {
        if (last > 0) timing.longest = Math.max(timing.longest, now - last)
        else timing.painted = now - timeStamp
        last = now
        timing.figures = Math.max(timing.painted, figuresAt - timeStamp)
        timing.settled = Math.max(timing.painted, settledAt - timeStamp)
        if (now - timeStamp < 800) painted(follow)
      }
      painted(follow)
    },
    { capture: true },
  )
}

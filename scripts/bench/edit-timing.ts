/** One edit, in milliseconds from the click. */
export interface EditTiming {
  /** Until the next frame was on the screen, as the browser's Event Timing has it: in steps of 8, 16 at least. */
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
      // Comes right after the frame has been painted, before what the page has put off until then.
      void scheduler.postTask(() => then(performance.now()), { priority: 'user-blocking' })
    })
  const watch = (selector: string, then: () => void) => {
    for (const element of document.querySelectorAll(selector))
      new MutationObserver(then).observe(element, { childList: true, characterData: true, subtree: true })
  }
  let timing = { painted: 0, figures: 0, longest: 0, settled: 0 }
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
  const fromShortest = { type: 'event', durationThreshold: 16 }
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'click') timing.painted = duration
  }).observe(fromShortest)
  addEventListener(
    'click',
    ({ timeStamp }) => {
      timing = { painted: 16, figures: 0, longest: 0, settled: 0 }
      Object.assign(window, { timing })
      let last = 0
      const follow = (now: number) => {
        if (last > 0) timing.longest = Math.max(timing.longest, now - last)
        last = now
        timing.figures = Math.max(0, figuresAt - timeStamp)
        timing.settled = Math.max(0, settledAt - timeStamp)
        if (now - timeStamp < 800) painted(follow)
      }
      painted(follow)
    },
    { capture: true },
  )
}

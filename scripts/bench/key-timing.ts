/** One key: milliseconds from it to the frame that shows what it changed. */
export interface KeyTiming {
  /** 0 where nothing changed. */
  readonly changed: number
  /** Until the last formula is drawn. */
  readonly settled: number
  /** From the question to the worker to its answer: what of the time throttling does not lengthen. */
  readonly worker: number
}

/** Runs in the page: writes into `window.timing` what every key leads to where `window.watched` says. */
export function observeKeys(): void {
  const text = () =>
    document.querySelector((window as unknown as { watched: string }).watched)?.textContent ?? ''
  let timing = { changed: 0, settled: 0, worker: 0 }
  let pressedAt = 0
  let before = ''
  const onKey = ({ timeStamp }: Event) => {
    pressedAt = timeStamp
    before = text()
    timing = { changed: 0, settled: 0, worker: 0 }
    Object.assign(window, { timing })
  }
  const onChange = () => {
    if (pressedAt === 0 || text() === before) return
    before = text()
    const of = timing
    const since = pressedAt
    requestAnimationFrame(() => {
      // Comes right after the frame has been painted, before what the page has put off until then.
      const onPainted = () => {
        of.settled = performance.now() - since
        of.changed ||= of.settled
      }
      void scheduler.postTask(onPainted, { priority: 'user-blocking' })
    })
  }
  addEventListener('keydown', onKey, { capture: true })
  new MutationObserver(onChange).observe(document, { childList: true, characterData: true, subtree: true })
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (this: Worker, request: unknown) {
    const [of, askedAt] = [timing, performance.now()]
    const onAnswer = () => {
      of.worker = performance.now() - askedAt
    }
    this.addEventListener('message', onAnswer, { once: true })
    post.call(this, request)
  } as typeof post
}

/** What a drag led to, frame by frame. */
export interface DragFrames {
  /** Milliseconds between the starts of successive frames. */
  readonly intervals: readonly number[]
  /** For each frame in which the formulas followed: how many frames the controls were ahead of them. */
  readonly lags: readonly number[]
}

/**
 * Runs in the page: counts frames from now on, until `window.dragFrames()` asks for them.
 *
 * @param control - selector of the slider that is dragged
 * @param formulas - selector of what follows it last; nothing follows where it finds nothing
 */
export function observeFrames([control, formulas]: readonly [string, string]): void {
  const intervals: number[] = []
  const lags: number[] = []
  const slider = document.querySelector<HTMLInputElement>(control)!
  const followed = document.querySelector(formulas)
  let last = 0
  let frame = 0
  let value = slider.value
  /** The first frame whose value the formulas have not followed yet. */
  let ahead: number | undefined
  let hasFollowed = false
  if (followed)
    new MutationObserver(() => {
      hasFollowed = true
    }).observe(followed, { childList: true, characterData: true, subtree: true })
  const onFrame = (now: number) => {
    frame += 1
    if (last > 0) intervals.push(now - last)
    last = now
    // What stands now is what the frame before has painted.
    if (hasFollowed && ahead !== undefined) {
      lags.push(frame - 1 - ahead)
      ahead = undefined
    }
    hasFollowed = false
    if (slider.value !== value) ahead ??= frame
    value = slider.value
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
  Object.assign(window, { dragFrames: () => ({ intervals, lags }) })
}

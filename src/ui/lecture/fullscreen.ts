/** Goes full screen, or leaves it; where the browser refuses, nothing changes. */
export function toggleFullscreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen()
  done?.catch(() => undefined)
}

/**
 * Runs in the page before its scripts: moves the first slider as soon as there is one, again and again until the page
 * follows, and writes into `window.answered` when a frame with the new value was painted, in milliseconds from the
 * navigation.
 */
export function answersWhenReady(): void {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!
  const shown = () => document.body.textContent
  let turn = 0
  const isAnswered = (slider: HTMLInputElement, before: string | null) => {
    setValue.call(slider, String(Number(slider.min) + (0.4 + 0.02 * (turn++ % 5)) * range(slider)))
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    return new Promise<boolean>((resolve) => {
      // The page may put its answer off to the frame.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(shown() !== before)))
    })
  }
  const range = ({ min, max }: HTMLInputElement) => Number(max) - Number(min)
  const look = async () => {
    const slider = document.querySelector<HTMLInputElement>('input[type="range"]')
    if (slider && (await isAnswered(slider, shown()))) Object.assign(window, { answered: performance.now() })
    else setTimeout(() => void look(), 10)
  }
  setTimeout(() => void look(), 10)
}

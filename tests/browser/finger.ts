import type { Page } from 'playwright-core'

export interface Place {
  readonly x: number
  readonly y: number
}

/** One finger on the glass: real touch events, from which the browser makes pointer events and scrolling as it will. */
export interface Finger {
  press(at: Place): Promise<void>
  /** Goes there in `steps` straight steps, a frame apart. */
  move(to: Place, steps?: number): Promise<void>
  lift(): Promise<void>
  /** The browser takes the finger away, as when a call comes in. */
  cancel(): Promise<void>
}

type Kind = 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'

/** A finger for `page`, which must be opened as one that is touched. */
export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page)
  let now: Place = { x: 0, y: 0 }
  const send = (type: Kind, touchPoints: Place[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  return {
    async press(at) {
      now = at
      await send('touchStart', [at])
    },
    async move(to, steps = 1) {
      const from = now
      for (let step = 1; step <= steps; step += 1) {
        const share = step / steps
        now = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }
        await send('touchMove', [now])
        await page.waitForTimeout(16)
      }
    },
    lift: async () => void (await send('touchEnd', [])),
    cancel: async () => void (await send('touchCancel', [])),
  }
}

import { audienceAddress } from './hallAddress'

/** What of the experimental window management is used; browsers without it have none of this. */
interface ScreenDetails {
  readonly currentScreen: unknown
  readonly screens: readonly (Screen & { readonly availLeft: number; readonly availTop: number })[]
}

/**
 * Opens the window of the hall, within the click that asks for it; undefined where the browser refuses. Where there is a
 * second screen and the browser lets pages place windows, it moves there.
 */
export function openHall(lecture: string): Window | undefined {
  const size = `popup,width=${Math.min(1280, screen.availWidth)},height=${Math.min(720, screen.availHeight)}`
  const hall = window.open(audienceAddress({ lecture, role: 'hall' }), `hall-${lecture}`, size) ?? undefined
  if (hall) void moveToOtherScreen(hall)
  return hall
}

async function moveToOtherScreen(hall: Window): Promise<void> {
  const { getScreenDetails } = window as { getScreenDetails?: () => Promise<ScreenDetails> }
  const isExtended = (screen as Screen & { readonly isExtended?: boolean }).isExtended
  if (!getScreenDetails || !isExtended) return
  try {
    const { screens, currentScreen } = await getScreenDetails.call(window)
    const other = screens.find((one) => one !== currentScreen)
    if (!other) return
    hall.moveTo(other.availLeft, other.availTop)
    hall.resizeTo(other.availWidth, other.availHeight)
  } catch {
    // Not allowed: the console says to drag the window there.
  }
}

/** The console's tab may remember a lecture over a reload; undefined where the browser keeps nothing. */
export function tabStorage(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch {
    return undefined
  }
}

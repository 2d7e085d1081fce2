import { type MouseEvent, useEffect, useRef } from 'react'
import type { Page } from '../state/page'
import type { Session } from '../state/session'
import { useStore } from './explorer'

/** Whether a click on a link asks for another tab or window, which the browser opens itself. */
const asksForAnother = ({ ctrlKey, metaKey, shiftKey }: MouseEvent) => ctrlKey || metaKey || shiftKey

/** Ways to go to another page of this window: the focus goes to its heading. */
export function useNavigation() {
  const { get, dispatch } = useStore()
  const goTo = (session: Session) => {
    isAwaited = session.page !== get().present.page
    dispatch({ type: 'go', session })
    if (!isAwaited) focusHeading()
  }
  const open = (page: Page) => goTo({ ...get().present, page })
  return {
    open,
    /** For links: goes to `page`, or to `session` if given, unless the click asks for another tab. */
    follow: (event: MouseEvent, page: Page, session: Session = { ...get().present, page }) => {
      if (asksForAnother(event)) return
      event.preventDefault()
      goTo(session)
    },
  }
}

/** Whether somebody has asked for the page that is being drawn, and not the browser's history or a link. */
let isAwaited = false

/** Moves the focus to the heading of a page that a person went to; called by what is drawn with the page. */
export function useArrival(page: Page): void {
  const arrived = useRef<Page>(undefined)
  useEffect(() => {
    if (arrived.current === page) return
    arrived.current = page
    if (isAwaited) focusHeading()
    isAwaited = false
  }, [page])
}

/** Moves the focus to the heading of the open page. */
export function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus()
}

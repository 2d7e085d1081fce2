import { useEffect, useState } from 'react'
import { onLeave } from '../onLeave'
import { afterPaint } from './afterPaint'
import { giveWay } from './typesetting'

/**
 * A value that answers the hand in the frame of its edit, while everything that follows from it comes afterwards:
 * what `edit` puts is shown at once, and reported once it has been painted. `later` keeps a call in order behind the
 * edits. The next key or press finds all of it reported; a field that has gone reports no more, since
 * `report` may then be about another page.
 */
export function useAhead<T>(value: T, report: (value: T) => void) {
  const [ahead, setAhead] = useState<{ readonly value: T }>()
  const [{ later, flush, forget }] = useState(paintedQueue)
  useEffect(() => {
    const end = onLeave('flush', flush)
    return () => {
      end()
      forget()
    }
  }, [flush, forget])
  const edit = (next: T) => {
    setAhead({ value: next })
    giveWay()
    later(() => {
      report(next)
      setAhead(undefined)
    })
  }
  return { shown: ahead ? ahead.value : value, edit, later }
}

/** Events before which waiting edits are reported. */
const NEXT = ['keydown', 'pointerdown'] as const

/** Calls that wait, in order, for the next frame to be painted, the next key or press, or the page's end. */
function paintedQueue() {
  let waiting: (() => void)[] = []
  const forget = () => {
    for (const name of NEXT) removeEventListener(name, flush, true)
    const due = waiting
    waiting = []
    return due
  }
  const flush = () => {
    for (const run of forget()) run()
  }
  const later = (run: () => void) => {
    waiting.push(run)
    if (waiting.length > 1) return
    for (const name of NEXT) addEventListener(name, flush, true)
    afterPaint(flush)
  }
  return { later, flush, forget }
}

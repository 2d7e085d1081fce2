import { useEffect, useState } from 'react'
import { afterPaint } from './afterPaint'
import { giveWay } from './typesetting'

/**
 * A value that answers the hand in the frame of its edit, while everything that follows from it is told afterwards:
 * what `edit` puts is shown at once, and reported once it has been painted. `later` keeps a call in order behind the
 * edits. The next key or press finds all of it told; a field that has gone tells no more, since `report` may then be
 * about another page.
 */
export function useAhead<T>(value: T, report: (value: T) => void) {
  const [ahead, setAhead] = useState<{ readonly value: T }>()
  const [{ later, forget }] = useState(paintedQueue)
  useEffect(() => () => void forget(), [forget])
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

/** What must find the edits before it told. */
const NEXT = ['keydown', 'pointerdown'] as const

/** Calls that wait, in order, for the next frame to be painted or the next key or press, whichever is sooner. */
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
  return { later, forget }
}

import { useEffect, useState } from 'react'
import { giveWay } from './typesetting'

/**
 * A value that answers the hand in the frame of its edit, while everything that follows from it is told afterwards:
 * what `edit` puts is shown at once, and reported once it has been painted. `later` keeps a call in order behind the
 * edits. Whatever the person does next, and the field's end, find all of it told.
 */
export function useAhead<T>(value: T, report: (value: T) => void) {
  const [ahead, setAhead] = useState<{ readonly value: T }>()
  const [{ later, flush }] = useState(afterPaint)
  useEffect(() => flush, [flush])
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

/** Calls that wait, in order, for the next frame to be painted or the next key or press, whichever is sooner. */
function afterPaint() {
  let waiting: (() => void)[] = []
  const flush = () => {
    removeEventListener('keydown', flush, true)
    removeEventListener('pointerdown', flush, true)
    const due = waiting
    waiting = []
    for (const run of due) run()
  }
  const later = (run: () => void) => {
    waiting.push(run)
    if (waiting.length > 1) return
    addEventListener('keydown', flush, true)
    addEventListener('pointerdown', flush, true)
    requestAnimationFrame(() => setTimeout(flush))
  }
  return { later, flush }
}

import { startTransition, useEffect, useState } from 'react'
import { afterPaint } from './afterPaint'

/** False while a component is drawn for the first time, true once that has been painted: for what a person reads last. */
export function useLater(): boolean {
  const [isLater, setLater] = useState(false)
  useEffect(() => {
    let isGone = false
    afterPaint(() => isGone || startTransition(() => setLater(true)))
    return () => {
      isGone = true
    }
  }, [])
  return isLater
}

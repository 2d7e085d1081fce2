import { useEffect, useRef, useState } from 'react'

/**
 * `value`, but renewed at most once in `interval` milliseconds while it keeps changing, and always in the end: for
 * what is too slow to follow every frame of a drag.
 */
export function useUnhurried<T>(value: T, interval: number): T {
  const [shown, setShown] = useState(value)
  const last = useRef(-Infinity)
  useEffect(() => {
    if (value === shown) return undefined
    const show = () => {
      last.current = performance.now()
      setShown(value)
    }
    const timer = setTimeout(show, Math.max(0, last.current + interval - performance.now()))
    return () => clearTimeout(timer)
  }, [value, shown, interval])
  return shown
}

import { startTransition, useEffect, useRef, useState } from 'react'

/**
 * `value`, but renewed at most once in `interval` milliseconds while it keeps changing, and always in the end: for
 * what is too slow to follow every frame of a drag. Never before what follows at once has been painted, and in pieces
 * that let clicks and keys through.
 */
export function useThrottled<T>(value: T, interval: number): T {
  const [shown, setShown] = useState(value)
  const last = useRef(-Infinity)
  useEffect(() => {
    if (value === shown) return undefined
    const show = () => {
      last.current = performance.now()
      startTransition(() => setShown(value))
    }
    let timer = 0
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(show, Math.max(0, last.current + interval - performance.now()))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [value, shown, interval])
  return shown
}

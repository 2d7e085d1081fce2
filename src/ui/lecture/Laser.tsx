import { useEffect, useState } from 'react'
import { presence } from '../presence'
import { useFromStore } from '../useFromStore'
import styles from './hall.module.css'

/** Milliseconds after which a pointer that stands still is taken away. */
const STILL_MS = 2000

/** A red dot with a white ring where the lecturer points; gone after two still seconds. */
export function Laser() {
  const pointer = useFromStore(presence, (state) => state.pointer)
  const [still, setStill] = useState<typeof pointer>(null)
  useEffect(() => {
    if (!pointer) return undefined
    const timer = setTimeout(() => setStill(pointer), STILL_MS)
    return () => clearTimeout(timer)
  }, [pointer])
  if (!pointer || pointer === still) return null
  return (
    <div
      className={styles['laser']}
      data-testid="laser"
      aria-hidden="true"
      style={{ left: `${100 * pointer.x}%`, top: `${100 * pointer.y}%` }}
    />
  )
}

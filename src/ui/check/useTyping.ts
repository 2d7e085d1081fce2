import { useCallback, useEffect, useRef } from 'react'
import type { Texts } from '../../constructions/exercises/exercise'
import { afterPaint } from '../kit/afterPaint'
import { onLeave } from '../onLeave'

export interface Typing {
  /** The texts as they stand on the page, told or not. */
  latest(): Texts
  /** Takes what has just been typed; it is told once `echoed` has been fulfilled and painted. */
  type(texts: Texts, echoed: Promise<void>): void
  /** Tells what has been typed since the last time, before something happens that builds on it. */
  tell(): void
}

/**
 * Keeps what is typed between the hand and the session: a key draws its line and its echo, and everything else that
 * hangs on the text follows after them. What has not been told when the form goes, or the page, is told then.
 */
export function useTyping(told: Texts, onChange: (texts: Texts) => void): Typing {
  const typed = useRef<Texts>(undefined)
  const tell = useCallback(() => {
    const texts = typed.current
    typed.current = undefined
    if (texts) onChange(texts)
  }, [onChange])
  useEffect(() => {
    const end = onLeave('tells', tell)
    return () => {
      end()
      tell()
    }
  }, [tell])
  const type = (texts: Texts, echoed: Promise<void>) => {
    typed.current = texts
    const tellUnlessOld = () => {
      if (typed.current === texts) tell()
    }
    void echoed.then(() => afterPaint(tellUnlessOld))
  }
  return { latest: () => typed.current ?? told, type, tell }
}

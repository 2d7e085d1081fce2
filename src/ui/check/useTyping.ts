import { useCallback, useEffect, useRef } from 'react'
import type { Texts } from '../../constructions/exercises/exercise'
import { afterPaint } from '../kit/afterPaint'
import { onLeave } from '../onLeave'

export interface Typing {
  /** The texts as they are on the page, reported or not. */
  latest(): Texts
  /** Takes what has just been typed; it is reported once `echoed` has been fulfilled and painted. */
  type(texts: Texts, echoed: Promise<void>): void
  /** Reports what has been typed since the last time, before something happens that builds on it. */
  flush(): void
}

/**
 * Keeps what is typed between the hand and the session: a key draws its line and its echo, and everything else that
 * hangs on the text follows after them. What has not been reported when the form goes, or the page, is reported then.
 */
export function useTyping(reported: Texts, onChange: (texts: Texts) => void): Typing {
  const typed = useRef<Texts>(undefined)
  const flush = useCallback(() => {
    const texts = typed.current
    typed.current = undefined
    if (texts) onChange(texts)
  }, [onChange])
  useEffect(() => {
    const end = onLeave('flush', flush)
    return () => {
      end()
      flush()
    }
  }, [flush])
  const type = (texts: Texts, echoed: Promise<void>) => {
    typed.current = texts
    const flushUnlessOld = () => {
      if (typed.current === texts) flush()
    }
    void echoed.then(() => afterPaint(flushUnlessOld))
  }
  return { latest: () => typed.current ?? reported, type, flush }
}

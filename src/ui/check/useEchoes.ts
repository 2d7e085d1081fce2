import { useCallback, useEffect, useRef, useState } from 'react'
import type { Echo } from '../../checker/verdict/echo'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import { createStore, type Store } from '../../state/store'
import { type Checker, messageOf } from './checking'

/** What was read of the latest texts; of those before, until then, so that nothing flickers while one types. */
export interface Echoes {
  readonly texts: Texts
  readonly byField: Readonly<Record<string, Echo>>
}

/** Read by what shows them, and by nothing else of the page. */
export type EchoStore = Store<Echoes, Echoes>

export interface Reading {
  readonly echoes: EchoStore
  /** Has texts read as they are typed; fulfilled when the page shows what was read of them, or of later ones. */
  read(texts: Texts): Promise<void>
}

/** Reads the answer to one question as it is typed, in a worker; what comes late for other texts is dropped. */
export function useEchoes(
  checker: Checker,
  part: Part,
  texts: Texts,
  onFailure: (texts: Texts, message: string) => void,
): Reading {
  const [echoes] = useState<EchoStore>(() => createStore((_, next) => next, { texts: {}, byField: {} }))
  const asked = useRef<{ readonly key: string }>(undefined)
  const read = useCallback(
    async (latest: Texts) => {
      const asking = { key: JSON.stringify(latest) }
      if (asking.key === asked.current?.key) return
      asked.current = asking
      try {
        const byField = await checker.read({ part, texts: latest })
        if (asked.current === asking) echoes.dispatch({ texts: latest, byField })
      } catch (error) {
        if (asked.current === asking) onFailure(latest, messageOf(error))
      }
    },
    [checker, part, echoes, onFailure],
  )
  useEffect(() => void read(texts), [read, texts])
  // What was asked is not answered any more: the client is closed with the form.
  useEffect(() => () => void (asked.current = undefined), [])
  return { echoes, read }
}

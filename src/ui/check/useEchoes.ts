import { useCallback, useEffect, useRef, useState } from 'react'
import type { Echo } from '../../checker/echo'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import { createStore, type Store } from '../../state/store'
import type { CheckingClient } from '../../workers/checking-client'

/** What was read of the latest texts; of those before, until then, so that nothing flickers while one types. */
export interface Echoes {
  readonly texts: Texts
  readonly byField: Readonly<Record<string, Echo>>
}

/** Told to what shows them, and to nothing else of the page. */
export type EchoStore = Store<Echoes, Echoes>

export interface Reading {
  readonly echoes: EchoStore
  /** Has texts read as they are typed; fulfilled when the page shows what was read of them, or of later ones. */
  read(texts: Texts): Promise<void>
}

/** Reads the answer to one question as it is typed, in a worker; what comes late for other texts is dropped. */
export function useEchoes(
  client: CheckingClient,
  part: Part,
  texts: Texts,
  onFailure: (texts: Texts, message: string) => void,
): Reading {
  const [echoes] = useState<EchoStore>(() => createStore((_, next) => next, { texts: {}, byField: {} }))
  const asked = useRef('')
  const read = useCallback(
    async (latest: Texts) => {
      const key = JSON.stringify(latest)
      if (key === asked.current) return
      asked.current = key
      const answer = await client.ask({ type: 'echo', part, texts: latest })
      if (asked.current !== key) return
      if (answer.type === 'echo') echoes.dispatch({ texts: latest, byField: answer.echoes })
      if (answer.type === 'failed') onFailure(latest, answer.message)
    },
    [client, part, echoes, onFailure],
  )
  useEffect(() => void read(texts), [read, texts])
  return { echoes, read }
}

import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Echo } from '../../checker/echo'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import type { CheckingClient } from '../../workers/checking-client'

export type Echoes = Readonly<Record<string, Echo>>

export interface Reading {
  /** What was read of the latest texts; of those before, until then, so that nothing flickers while one types. */
  readonly echoes: Echoes
  /** Has texts read that are about to be drawn: the worker reads them while the page draws. */
  read(texts: Texts): void
}

/** Reads the answer to one question as it is typed, in a worker; what comes late for other texts is dropped. */
export function useEchoes(
  client: CheckingClient,
  part: Part,
  texts: Texts,
  onFailure: (texts: Texts, message: string) => void,
): Reading {
  const [echoes, setEchoes] = useState<Echoes>({})
  const asked = useRef('')
  const read = useCallback(
    (latest: Texts) => {
      const key = JSON.stringify(latest)
      if (key === asked.current) return
      asked.current = key
      void client.ask({ type: 'echo', part, texts: latest }).then((answer) => {
        if (asked.current !== key) return
        // In the frame that follows, and not in the one after.
        if (answer.type === 'echo') flushSync(() => setEchoes(answer.echoes))
        if (answer.type === 'failed') onFailure(latest, answer.message)
      })
    },
    [client, part, onFailure],
  )
  useEffect(() => read(texts), [read, texts])
  return { echoes, read }
}

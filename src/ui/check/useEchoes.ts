import { useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Echo } from '../../checker/echo'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import type { CheckingClient } from '../../workers/checking-client'

export type Echoes = Readonly<Record<string, Echo>>

export interface Echoed {
  readonly echoes: Echoes
  /** What they were read of. */
  readonly texts: Texts
}

export interface Reading {
  /** What was read of the latest texts; of those before, until then, so that nothing flickers while one types. */
  readonly echoed: Echoed
  /** Has texts read as they are typed; fulfilled when the page shows what was read of them, or of later ones. */
  read(texts: Texts): Promise<void>
}

const NOTHING: Echoed = { echoes: {}, texts: {} }

/** Reads the answer to one question as it is typed, in a worker; what comes late for other texts is dropped. */
export function useEchoes(
  client: CheckingClient,
  part: Part,
  texts: Texts,
  onFailure: (texts: Texts, message: string) => void,
): Reading {
  const [echoed, setEchoed] = useState(NOTHING)
  const asked = useRef('')
  const read = useCallback(
    async (latest: Texts) => {
      const key = JSON.stringify(latest)
      if (key === asked.current) return
      asked.current = key
      const answer = await client.ask({ type: 'echo', part, texts: latest })
      if (asked.current !== key) return
      // In the frame that follows, and not in the one after.
      if (answer.type === 'echo') flushSync(() => setEchoed({ echoes: answer.echoes, texts: latest }))
      if (answer.type === 'failed') onFailure(latest, answer.message)
    },
    [client, part, onFailure],
  )
  useEffect(() => void read(texts), [read, texts])
  return { echoed, read }
}

import { useCallback, useEffect, useState } from 'react'
import type { Verdict } from '../../checker/check'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import type { CheckingAnswer } from '../../workers/checking.messages'
import type { CheckingClient } from '../../workers/checking-client'
import { pageChecker } from './checking'

/** What is known of an answer: its verdict once it was asked for. */
export interface Checking {
  /** Where answers are read and judged. */
  readonly client: CheckingClient
  /** Of these very texts; undefined before they are judged. */
  readonly verdict: Verdict | undefined
  readonly judging: boolean
  /** Why nothing could be said, where that is so. */
  readonly failure: string | undefined
  /** Judges `texts`, which may have been typed after those of the last drawing. */
  check(texts: Texts): void
  /** Says why nothing could be said of `texts`. */
  fail(texts: Texts, message: string): void
  /** The right answers of the question. */
  loadSolutions(): Promise<CheckingAnswer>
}

interface Known<T> {
  readonly key: string
  readonly value: T
}

/** Judges an answer on demand, in a worker; what comes late for other texts is dropped. */
export function useChecking(
  part: Part,
  texts: Texts,
  onVerdict: (verdict: Verdict, texts: Texts) => void,
): Checking {
  const [client] = useState(pageChecker)
  const [verdict, setVerdict] = useState<Known<Verdict>>()
  const [failure, setFailure] = useState<Known<string>>()
  const [asked, setAsked] = useState<string>()
  const key = keyOf(part, texts)
  useEffect(() => () => client.close(), [client])
  const fail = useCallback(
    (ofTexts: Texts, message: string) => setFailure({ key: keyOf(part, ofTexts), value: message }),
    [part],
  )
  const check = useCallback(
    (ofTexts: Texts) => {
      const asks = keyOf(part, ofTexts)
      setAsked(asks)
      void client.ask({ type: 'check', part, texts: ofTexts }).then((answer) => {
        setAsked((latest) => (latest === asks ? undefined : latest))
        if (answer.type === 'failed') setFailure({ key: asks, value: answer.message })
        if (answer.type !== 'check') return
        setVerdict({ key: asks, value: answer.verdict })
        onVerdict(answer.verdict, ofTexts)
      })
    },
    [client, part, onVerdict],
  )
  const known = <T>(of: Known<T> | undefined) => (of?.key === key ? of.value : undefined)
  return {
    client,
    verdict: known(verdict),
    judging: asked === key,
    failure: known(failure),
    check,
    fail,
    loadSolutions: () => client.ask({ type: 'solutions', part, texts: {} }),
  }
}

const keyOf = (part: Part, texts: Texts) => JSON.stringify([part, texts])

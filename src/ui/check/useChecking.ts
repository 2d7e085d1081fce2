import { useCallback, useEffect, useState } from 'react'
import type { Verdict } from '../../checker/check'
import type { Echo } from '../../checker/echo'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import type { CheckingAnswer } from '../../workers/checking.messages'
import { pageChecker } from './checking'

/** What is known of an answer: what was read of it as it is typed, and its verdict once it was asked for. */
export interface Checking {
  readonly echoes: Readonly<Record<string, Echo>>
  /** Of these very texts; undefined before they are judged. */
  readonly verdict: Verdict | undefined
  readonly judging: boolean
  /** Why nothing could be said, where that is so. */
  readonly failure: string | undefined
  check(): void
  /** The right answers of the question. */
  loadSolutions(): Promise<CheckingAnswer>
}

interface Known<T> {
  readonly key: string
  readonly value: T
}

/** Reads an answer as it is typed, in a worker, and judges it on demand; what comes late for other texts is dropped. */
export function useChecking(
  part: Part,
  texts: Texts,
  onVerdict: (verdict: Verdict, texts: Texts) => void,
): Checking {
  const [client] = useState(pageChecker)
  const [echoes, setEchoes] = useState<Known<Checking['echoes']>>()
  const [verdict, setVerdict] = useState<Known<Verdict>>()
  const [failure, setFailure] = useState<Known<string>>()
  const [asked, setAsked] = useState<string>()
  const key = JSON.stringify([part, texts])
  useEffect(() => () => client.close(), [client])
  useEffect(() => {
    const [ofPart, ofTexts] = JSON.parse(key) as [Part, Texts]
    void client.ask({ type: 'echo', part: ofPart, texts: ofTexts }).then((answer) => {
      if (answer.type === 'echo') setEchoes({ key, value: answer.echoes })
      if (answer.type === 'failed') setFailure({ key, value: answer.message })
    })
  }, [client, key])
  const check = useCallback(() => {
    setAsked(key)
    const [ofPart, ofTexts] = JSON.parse(key) as [Part, Texts]
    void client.ask({ type: 'check', part: ofPart, texts: ofTexts }).then((answer) => {
      setAsked((latest) => (latest === key ? undefined : latest))
      if (answer.type === 'failed') setFailure({ key, value: answer.message })
      if (answer.type !== 'check') return
      setVerdict({ key, value: answer.verdict })
      onVerdict(answer.verdict, ofTexts)
    })
  }, [client, key, onVerdict])
  const known = <T>(of: Known<T> | undefined) => (of?.key === key ? of.value : undefined)
  return {
    // What was read before stays until the next is read, so that nothing flickers while one types.
    echoes: echoes && samePart(echoes.key, part) ? echoes.value : {},
    verdict: known(verdict),
    judging: asked === key,
    failure: known(failure),
    check,
    loadSolutions: () => client.ask({ type: 'solutions', part, texts: {} }),
  }
}

const samePart = (key: string, part: Part) => (JSON.parse(key) as [Part, Texts])[0] === part

import { useCallback, useEffect, useState } from 'react'
import type { Verdict } from '../../checker/verdict/check'
import type { Part, Texts } from '../../constructions/exercises/exercise'
import { type Checker, messageOf, pageChecker, type Solutions } from './checking'

/** What is known of an answer: its verdict once it was asked for. */
export interface Checking {
  /** Where answers are read and judged. */
  readonly checker: Checker
  /** Of these very texts; undefined before they are judged. */
  readonly verdict: Verdict | undefined
  readonly judging: boolean
  /** Why nothing could be said, where that is so. */
  readonly failure: string | undefined
  /** Judges `texts`, which may have been typed after those of the last drawing. */
  check(texts: Texts): void
  /** Judges texts that have been judged before, to show what was said of them: it costs no attempt. */
  recall(texts: Texts): void
  /** Says why nothing could be said of `texts`. */
  fail(texts: Texts, message: string): void
  /** The right answers of the question. */
  loadSolutions(): Promise<Solutions>
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
  const [checker] = useState(pageChecker)
  const [verdict, setVerdict] = useState<Known<Verdict>>()
  const [failure, setFailure] = useState<Known<string>>()
  const [asked, setAsked] = useState<string>()
  const key = keyOf(part, texts)
  useEffect(() => () => checker.close(), [checker])
  const fail = useCallback(
    (ofTexts: Texts, message: string) => setFailure({ key: keyOf(part, ofTexts), value: message }),
    [part],
  )
  const check = useCallback(
    (ofTexts: Texts) => {
      const asks = keyOf(part, ofTexts)
      setAsked(asks)
      checker
        .judge({ part, texts: ofTexts })
        .then(
          (found) => {
            setVerdict({ key: asks, value: found })
            onVerdict(found, ofTexts)
          },
          (error: unknown) => setFailure({ key: asks, value: messageOf(error) }),
        )
        .finally(() => setAsked((latest) => (latest === asks ? undefined : latest)))
    },
    [checker, part, onVerdict],
  )
  const recall = useCallback(
    (ofTexts: Texts) =>
      void checker.judge({ part, texts: ofTexts }).then(
        (found) => setVerdict({ key: keyOf(part, ofTexts), value: found }),
        // Nobody has asked: the button is still there.
        () => undefined,
      ),
    [checker, part],
  )
  const known = <T>(of: Known<T> | undefined) => (of?.key === key ? of.value : undefined)
  return {
    checker,
    verdict: known(verdict),
    judging: asked === key,
    failure: known(failure),
    check,
    recall,
    fail,
    loadSolutions: () => checker.solutions(part),
  }
}

const keyOf = (part: Part, texts: Texts) => JSON.stringify([part, texts])

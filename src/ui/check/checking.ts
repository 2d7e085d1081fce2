import type { ResultOf } from '../../core/jobs'
import checkingWorker from '../../workers/checking.worker?worker&url'
import type { Answer, compareSolutions, findGoal, judgeAnswer, readAnswer } from '../../workers/checking-jobs'
import { JobError } from '../../workers/rpc'
import { chunk } from '../chunk'
import { pageClient } from '../jobs'

export type Solutions = ResultOf<typeof compareSolutions>

export type Goal = ResultOf<typeof findGoal>

/** Where answers are read and judged. What cannot be done is an error whose message can be shown. */
export interface Checker {
  /** What is read of an answer, by field. */
  read(answer: Answer): Promise<ResultOf<typeof readAnswer>>
  judge(answer: Answer): Promise<ResultOf<typeof judgeAnswer>>
  /** The right answers of a question. */
  solutions(part: Answer['part']): Promise<Solutions>
  /** What a question asks for. */
  goal(part: Answer['part']): Promise<Goal>
  /** Ends the workers, and what they were asked with them. The next question starts new ones. */
  close(): void
}

/** Milliseconds after which a worker is taken to hang: a verdict takes a hundredth of it. */
const PATIENCE = 10_000

const SENTENCES: Readonly<Record<JobError['reason'], string | undefined>> = {
  failed: undefined,
  slow: 'Reading this took too long and was stopped. Write it in a shorter way.',
  broken:
    'The part of the page that reads answers could not be fetched. See whether you are online, then try again.',
  closed: 'The page that asked this was left before it was answered.',
}

const jobs = chunk(() => import('../../workers/checking-jobs'))

/** The page's client of the workers that read and judge answers; the page itself does it where none can be had. */
export function pageChecker(): Checker {
  const client = pageClient(checkingWorker, jobs, { spare: true })
  const options = { patience: PATIENCE }
  return {
    read: (answer) => client.run<typeof readAnswer>('check/read', answer, options).catch(explain),
    judge: (answer) => client.run<typeof judgeAnswer>('check/judge', answer, options).catch(explain),
    solutions: (part) =>
      client.run<typeof compareSolutions>('check/solutions', { part }, options).catch(explain),
    goal: (part) => client.run<typeof findGoal>('check/goal', { part }, options).catch(explain),
    close: () => client.close(),
  }
}

function explain(error: unknown): never {
  const sentence = error instanceof JobError ? SENTENCES[error.reason] : undefined
  throw sentence ? new Error(sentence, { cause: error }) : error
}

/** What an error says, to be shown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

import { check, exerciseOf } from '../checker/check'
import { comparedSolutions } from '../checker/compare'
import { echoes } from '../checker/echo'
import type { CheckingAnswer, CheckingRequest } from './checking.messages'

/** Reads or judges an answer, wherever it runs. Never throws. */
export function answerTo(request: CheckingRequest): CheckingAnswer {
  const { job } = request
  try {
    return answered(request)
  } catch (error) {
    return { type: 'failed', job, message: error instanceof Error ? error.message : String(error) }
  }
}

function answered({ type, job, part, texts }: CheckingRequest): CheckingAnswer {
  switch (type) {
    case 'check':
      return { type, job, verdict: check(part, texts) }
    case 'echo':
      return { type, job, echoes: echoes(exerciseOf(part), texts) }
    case 'solutions':
      return { type, job, solutions: comparedSolutions(exerciseOf(part)) }
  }
}

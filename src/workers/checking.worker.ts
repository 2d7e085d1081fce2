import { answerTo } from './checking'
import type { CheckingAnswer, CheckingRequest } from './checking.messages'

/** The part of a worker's own scope that this one uses; the page's types know only the window. */
interface Scope {
  postMessage(answer: CheckingAnswer): void
  addEventListener(type: 'message', listener: (event: MessageEvent<CheckingRequest>) => void): void
}

const scope = globalThis as unknown as Scope

scope.addEventListener('message', ({ data }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- workers have none, only windows do
  scope.postMessage(answerTo(data))
})

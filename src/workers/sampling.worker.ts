import { samplingService } from './sampling'
import { buffersOf, type SamplingAnswer, type SamplingRequest } from './sampling.messages'

/** The part of a worker's own scope that this one uses; the page's types know only the window. */
interface Scope {
  postMessage(answer: SamplingAnswer, transfer: ArrayBufferLike[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<SamplingRequest>) => void): void
}

const scope = globalThis as unknown as Scope

const receive = samplingService({
  slice: 40,
  now: () => performance.now(),
  soon: (step) => setTimeout(step, 0),
  post: (answer) => scope.postMessage(answer, buffersOf(answer)),
})

scope.addEventListener('message', ({ data }) => receive(data))

import { fastestEngine } from '../knowledge/engine/fastest'
import { createTrainer } from './training'
import type { TrainingOrder, TrainingReport } from './training.messages'

/** The part of a worker's own scope that this one uses; the page's types know only the window. */
interface Scope {
  postMessage(report: TrainingReport, transfer: ArrayBufferLike[]): void
  addEventListener(type: 'message', listener: (event: MessageEvent<TrainingOrder>) => void): void
}

const scope = globalThis as unknown as Scope
const obey = createTrainer(fastestEngine().engine, (report) => scope.postMessage(report, []))
scope.addEventListener('message', ({ data }) => obey(data))

import type { TrainingOrder, TrainingReport } from '../../workers/training.messages'

/** A worker that trains. */
export interface TrainingWorker {
  order(order: TrainingOrder): void
  /** Ends it at once, whatever it is doing. */
  end(): void
}

type Spawn = (onReport: (report: TrainingReport) => void) => TrainingWorker

/** Longer than the slowest device takes from one report to the next, an evaluation included. */
export const SILENCE_MS = 120_000

const SILENT =
  'Nothing has been heard of its worker for two minutes: the browser may have ended it. It can go on from its last kept step.'

/** A worker of `spawn` that counts as broken once it is silent for long: browsers may end one without a word. */
export function watched(spawn: Spawn, onReport: (report: TrainingReport) => void): TrainingWorker {
  let isGoing = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = () => clearTimeout(timer)
  const wait = () => {
    rest()
    timer = setTimeout(() => onReport({ type: 'failed', step: 0, message: SILENT }), SILENCE_MS)
  }
  const worker = spawn((report) => {
    if (report.type === 'moved' || (report.type === 'reached' && isGoing)) wait()
    else rest()
    onReport(report)
  })
  return {
    order(order) {
      isGoing = order.type === 'start' || order.type === 'resume'
      wait()
      worker.order(order)
    },
    end() {
      rest()
      worker.end()
    },
  }
}

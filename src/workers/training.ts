import type { Engine } from '../knowledge/engine/kernels'
import { createRun, type Run } from '../knowledge/training/run'
import { resumed, snapshotOf } from '../knowledge/training/snapshot'
import { devAnswers, unseenAnswers } from '../knowledge/training/sorted-answers'
import type { TrainingOrder, TrainingReport } from './training.messages'

/** Milliseconds of training between two looks at what has been asked meanwhile. */
const TURN_MS = 120

/** What runs `work` soon, after messages that wait. */
type Later = (work: () => void) => void

/** Trains one model in turns, so that orders are heard in between; reports through `report`. */
export function createTrainer(
  engine: Engine,
  report: (message: TrainingReport) => void,
  later: Later = (work) => setTimeout(work),
): (order: TrainingOrder) => void {
  let run: Run | undefined
  let isGoing = false

  const guarded = (work: () => void) => {
    try {
      work()
    } catch (error) {
      isGoing = false
      const message = error instanceof Error ? error.message : String(error)
      report({ type: 'failed', step: run?.step ?? 0, message })
    }
  }
  const evaluateIfDue = (current: Run) => {
    if (!current.isEvaluationDue()) return
    current.evaluate()
    report({ type: 'reached', snapshot: snapshotOf(current) })
  }
  const turn = () => {
    if (!run || !isGoing) return
    evaluateIfDue(run)
    if (run.step >= run.total) return finish(run)
    advance(run, TURN_MS, report)
    later(() => guarded(turn))
  }
  const finish = (current: Run) => {
    isGoing = false
    const { model, corpus } = current
    const answers = { dev: devAnswers(model, corpus), unseen: unseenAnswers(model, corpus) }
    report({ type: 'done', snapshot: snapshotOf(current), ...answers })
  }
  const go = () => {
    if (isGoing) return
    isGoing = true
    later(() => guarded(turn))
  }
  const single = (current: Run) => {
    evaluateIfDue(current)
    if (current.step >= current.total) return finish(current)
    advance(current, 0, report)
    report({ type: 'reached', snapshot: snapshotOf(current) })
  }
  const obey = (order: TrainingOrder) => {
    if (order.type === 'start') {
      run = begun(engine, order)
      go()
    } else if (order.type === 'resume') go()
    else if (run) {
      const wasGoing = isGoing
      isGoing = false
      if (order.type === 'single step') single(run)
      else if (wasGoing) report({ type: 'reached', snapshot: snapshotOf(run) })
    }
  }
  return (order) => guarded(() => obey(order))
}

/** Trains for `ms` milliseconds, at least one step, at most to the next evaluation. */
function advance(run: Run, ms: number, report: (message: TrainingReport) => void): void {
  const [start, from] = [performance.now(), run.step]
  do run.advance()
  while (performance.now() - start < ms && run.step < run.total && !run.isEvaluationDue())
  const msPerStep = (performance.now() - start) / (run.step - from)
  report({ type: 'moved', step: run.step, msPerStep })
}

function begun(engine: Engine, { setting, snapshot }: Extract<TrainingOrder, { type: 'start' }>): Run {
  return snapshot ? resumed(engine, setting, snapshot) : createRun(engine, setting)
}

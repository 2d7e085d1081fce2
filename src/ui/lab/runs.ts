import type { Evaluation } from '../../knowledge/training/run'
import { type RunSetting, totalSteps } from '../../knowledge/training/setting'
import type { Answers, KeptRun } from '../../state/lab-run'
import type { TrainingReport } from '../../workers/training.messages'
import { type TrainingWorker, watched } from './watched'

/** `kept` is one of an earlier visit, or of a file, that has not been gone on with. */
export type RunStatus = 'waiting' | 'running' | 'paused' | 'done' | 'failed' | 'kept'

/** A training run as the page shows it. */
export interface LabRun extends KeptRun {
  readonly status: RunStatus
  /** Steps done; those of the snapshot may be fewer. */
  readonly step: number
  readonly total: number
  readonly msPerStep?: number | undefined
  readonly message?: string | undefined
}

interface Surroundings {
  /** Starts a worker; `onReport` hears what it reports, or that it broke. */
  readonly spawn: (onReport: (report: TrainingReport) => void) => TrainingWorker
  /** How many models may be trained at once. */
  readonly cores: number
  readonly keep: (run: KeptRun) => void
  readonly forget: (id: string) => void
}

/** All runs of the page, with what can be done to them. */
export interface Runs {
  get(): readonly LabRun[]
  subscribe(listener: () => void): () => void
  /** Queues a run; it starts when a core is free. */
  add(label: string, setting: RunSetting): void
  /** Takes over runs of an earlier visit or of a file; none starts by itself. */
  take(runs: readonly KeptRun[]): void
  pause(id: string): void
  resume(id: string): void
  singleStep(id: string): void
  /** Ends training and keeps what has been reached. */
  stop(id: string): void
  remove(id: string): void
}

const EMPTY = { step: 0, evaluations: [] as readonly Evaluation[], pending: { sum: 0, count: 0 } }

/** The runs of a page: workers, a queue for them, and what they report. */
export function createRuns({ spawn, cores, keep, forget }: Surroundings): Runs {
  let runs: readonly LabRun[] = []
  const listeners = new Set<() => void>()
  const workers = new Map<string, TrainingWorker>()
  const find = (id: string) => runs.find((run) => run.id === id)

  const set = (next: readonly LabRun[]) => {
    runs = next
    for (const listener of listeners) listener()
  }
  const change = (id: string, changes: Partial<LabRun>) =>
    set(runs.map((run) => (run.id === id ? { ...run, ...changes } : run)))

  const release = (id: string) => {
    workers.get(id)?.end()
    workers.delete(id)
  }
  const fillCores = () => {
    const busy = runs.filter(({ status }) => status === 'running').length
    const next = runs.filter(({ status }) => status === 'waiting').slice(0, Math.max(0, cores - busy))
    for (const run of next) start(run)
  }
  const start = (run: LabRun) => {
    change(run.id, { status: 'running', message: undefined })
    const waiting = workers.get(run.id)
    if (waiting) return waiting.order({ type: 'resume' })
    const worker = watched(spawn, (report) => hear(run.id, report))
    workers.set(run.id, worker)
    const { snapshot, setting } = run
    worker.order({ type: 'start', setting, ...(snapshot.numbers.length > 0 ? { snapshot } : {}) })
  }
  const hear = (id: string, report: TrainingReport) => {
    const run = find(id)
    if (!run) return
    if (report.type === 'moved') return change(id, { step: report.step, msPerStep: report.msPerStep })
    if (report.type === 'failed') {
      release(id)
      change(id, { status: 'failed', step: run.snapshot.step, message: report.message })
      return fillCores()
    }
    const { snapshot } = report
    const done =
      report.type === 'done'
        ? { status: 'done' as const, answers: { dev: report.dev, unseen: report.unseen } satisfies Answers }
        : {}
    change(id, { snapshot, step: snapshot.step, ...done })
    keep(find(id)!)
    if (report.type !== 'done') return
    release(id)
    fillCores()
  }

  return {
    get: () => runs,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(label, setting) {
      const id = newId(runs.length)
      const snapshot = { ...EMPTY, numbers: new Float32Array(0) }
      set([...runs, { id, label, setting, snapshot, status: 'waiting', step: 0, total: totalSteps(setting) }])
      fillCores()
    },
    take(kept) {
      const known = new Set(runs.map(({ id }) => id))
      const taken = kept.filter(({ id }) => !known.has(id)).map(asLabRun)
      set([...taken, ...runs])
    },
    pause(id) {
      if (find(id)?.status !== 'running') return
      workers.get(id)?.order({ type: 'pause' })
      change(id, { status: 'paused' })
      fillCores()
    },
    resume(id) {
      change(id, { status: 'waiting', message: undefined })
      fillCores()
    },
    singleStep(id) {
      const worker = workers.get(id)
      if (worker && find(id)?.status === 'paused') worker.order({ type: 'single step' })
    },
    stop(id) {
      release(id)
      const run = find(id)
      if (run) change(id, { status: 'kept', step: run.snapshot.step })
      fillCores()
    },
    remove(id) {
      release(id)
      set(runs.filter((run) => run.id !== id))
      forget(id)
      fillCores()
    },
  }
}

function asLabRun(run: KeptRun): LabRun {
  const total = totalSteps(run.setting)
  const { step } = run.snapshot
  return { ...run, step, total, status: step >= total && run.answers ? 'done' : 'kept' }
}

/** Unlike any other on this device: the time, and how many runs there were. */
const newId = (count: number) => `${Date.now().toString(36)}-${count}`

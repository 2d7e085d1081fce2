import { createStore, del, entries, set } from 'idb-keyval'
import { useSyncExternalStore } from 'react'
import { decodeRun, encodeRun, type KeptRun } from '../../state/lab-run'
import type { TrainingOrder, TrainingReport } from '../../workers/training.messages'
import trainingWorker from '../../workers/training.worker?worker&url'
import { startWorker } from '../trusted'
import { createRuns, type LabRun, type Runs } from './runs'
import type { TrainingWorker } from './watched'

/** What happened to runs that are kept on the device and could not be; in sentences. */
type Trouble = (message: string) => void

let shared: Runs | undefined
let troubles: readonly string[] = []
const listeners = new Set<() => void>()

/** The runs of this page: one set, which goes on while other pages are looked at. */
export function pageRuns(): Runs {
  shared ??= opened()
  return shared
}

function opened(): Runs {
  const store = openStore()
  const keep = async (run: KeptRun) => {
    try {
      if (store) await set(run.id, encodeRun(run), store)
    } catch {
      report(
        `${run.label} could not be kept on this device: its storage is full or refused. Save it as a file.`,
      )
    }
  }
  const runs = createRuns({
    spawn,
    cores: Math.max(1, navigator.hardwareConcurrency),
    keep: (run) => void keep(run),
    forget: (id) => {
      if (store) del(id, store).catch(() => undefined)
    },
  })
  void restore(store, runs, report)
  return runs
}

function spawn(onReport: (report: TrainingReport) => void): TrainingWorker {
  const worker = startWorker(trainingWorker)
  worker.addEventListener('message', ({ data }: MessageEvent<TrainingReport>) => onReport(data))
  worker.addEventListener('error', () =>
    onReport({ type: 'failed', step: 0, message: 'The browser ended its worker.' }),
  )
  return { order: (order: TrainingOrder) => worker.postMessage(order, []), end: () => worker.terminate() }
}

function openStore() {
  try {
    return createStore('attention-explorer-lab', 'runs')
  } catch {
    return undefined
  }
}

async function restore(store: ReturnType<typeof openStore>, runs: Runs, onTrouble: Trouble): Promise<void> {
  try {
    const kept = store ? await entries<string, unknown>(store) : []
    const read = kept.map(([, value]) => decodeRun(value))
    runs.take(read.filter((run): run is KeptRun => !('refused' in run)))
    for (const run of read)
      if ('refused' in run)
        onTrouble(`A run kept on this device could not be read (${run.refused}); it was left there.`)
  } catch {
    onTrouble('Runs cannot be kept on this device: the browser refuses its storage. Save them as files.')
  }
}

function report(message: string): void {
  if (troubles.includes(message)) return
  troubles = [...troubles, message]
  for (const listener of listeners) listener()
}

/** Sentences about runs that could not be kept or read. */
export function useTroubles(): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => troubles,
  )
}

/** All runs, and what can be done to them. */
export function useRuns(): { readonly runs: readonly LabRun[]; readonly actions: Runs } {
  const actions = pageRuns()
  return { runs: useSyncExternalStore(actions.subscribe, actions.get), actions }
}

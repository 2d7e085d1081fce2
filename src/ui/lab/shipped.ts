import { presetOf } from '../../knowledge/training/presets'
import { type Result, type RowId, readResults } from '../../knowledge/training/results'
import { seeded, totalSteps } from '../../knowledge/training/setting'
import type { KeptRun } from '../../state/lab-run'
import { VARIANTS } from '../../state/lab-settings'
import { createStore, type Store } from '../../state/store'
import type { LabRun } from './runs'

/** What is known of the finished runs that ship with the page. */
export interface Shipped {
  /** `absent` where they cannot be had; the sentence says why. */
  readonly state: 'unasked' | 'loading' | 'there' | 'absent'
  readonly sentence: string
  readonly results: readonly Result[]
  /** The same as runs without weights, for curves. */
  readonly runs: readonly LabRun[]
  /** Those of the first seed whose weights have been fetched: they can be asked. */
  readonly models: readonly LabRun[]
  /** How far the weights are, in a sentence; empty before they are asked for and once all are there. */
  readonly modelSentence: string
}

/** The files that ship, as far as they were asked for. */
export interface ShippedStore extends Pick<Store<Shipped, never>, 'get' | 'subscribe'> {
  /** Fetches curves and final values, once. */
  fetchResults(): void
  /** Fetches the weights of the first seed, once. */
  fetchModels(): void
}

interface Surroundings {
  /** Why nothing can be fetched here, or undefined. */
  readonly obstacle: string | undefined
  /** @throws where the file cannot be had */
  fetchBytes(path: string): Promise<Uint8Array<ArrayBuffer>>
  /** @throws where the file holds no run */
  open(bytes: Uint8Array<ArrayBuffer>): Promise<Pick<KeptRun, 'setting' | 'snapshot' | 'answers'>>
}

/** The two that are compared first come first. */
const OPENED = ['vanilla', 'synthesizer', 'matched', 'unpretrained'] as const satisfies readonly RowId[]

const NOTHING: Shipped = {
  state: 'unasked',
  sentence: '',
  results: [],
  runs: [],
  models: [],
  modelSentence: '',
}

const withChanges = (shipped: Shipped, changes: Partial<Shipped>): Shipped => ({ ...shipped, ...changes })

/** The store of what ships, fetched through `surroundings`. */
export function createShipped({ obstacle, fetchBytes, open }: Surroundings): ShippedStore {
  const { get, subscribe, dispatch: change } = createStore(withChanges, NOTHING)
  let areModelsAsked = false
  const results = async () => {
    change({ state: 'loading', sentence: 'The finished runs that ship with this page are being fetched …' })
    change(await resultsFrom(fetchBytes))
  }
  const models = async () => {
    for (const [i, row] of OPENED.entries()) {
      change({
        modelSentence: `Model ${i + 1} of ${OPENED.length} that ship with this page is being opened …`,
      })
      try {
        const run = await open(await fetchBytes(`lab/${row}.safetensors`))
        change({ models: [...get().models, asModel(row, run)] })
      } catch {
        return change({ modelSentence: `The weights that ship with this page ${NOT_FETCHED}` })
      }
    }
    change({ modelSentence: '' })
  }
  return {
    get,
    subscribe,
    fetchResults() {
      if (get().state !== 'unasked') return
      if (obstacle) change({ state: 'absent', sentence: obstacle })
      else void results()
    },
    fetchModels() {
      if (areModelsAsked) return
      areModelsAsked = true
      if (obstacle) change({ modelSentence: obstacle })
      else void models()
    },
  }
}

const NOT_FETCHED =
  'could not be fetched. See whether you are online; models can be trained here all the same.'

async function resultsFrom(fetchBytes: Surroundings['fetchBytes']): Promise<Partial<Shipped>> {
  try {
    const text = new TextDecoder().decode(await fetchBytes('lab/results.json'))
    const read = readResults(JSON.parse(text))
    if ('refused' in read)
      return {
        state: 'absent',
        sentence: `The finished runs that ship with this page cannot be read (${read.refused}).`,
      }
    return { state: 'there', sentence: '', results: read.results, runs: read.results.map(asRun) }
  } catch {
    return { state: 'absent', sentence: `The finished runs that ship with this page ${NOT_FETCHED}` }
  }
}

const labelOf = (row: RowId) => VARIANTS.find(({ id }) => id === row)?.label ?? row

function asRun({ variant, seed, evaluations, msPerStep }: Result): LabRun {
  const { setting } = presetOf('quartet')!.variants.find(({ id }) => id === variant)!
  const { step } = evaluations.at(-1)!
  return {
    id: `shipped-${variant}-${seed}`,
    label: `${labelOf(variant)}, seed ${seed}`,
    setting: seeded(setting, seed),
    snapshot: { step, evaluations, pending: { sum: 0, count: 0 }, numbers: new Float32Array(0) },
    status: 'done',
    step,
    total: totalSteps(setting),
    msPerStep,
  }
}

function asModel(row: RowId, run: Pick<KeptRun, 'setting' | 'snapshot' | 'answers'>): LabRun {
  const { step } = run.snapshot
  return {
    ...run,
    id: `shipped-${row}`,
    label: `${labelOf(row)} (shipped)`,
    status: 'done',
    step,
    total: totalSteps(run.setting),
  }
}

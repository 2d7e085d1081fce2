import * as v from 'valibot'
import { CheckpointError, type TensorData } from '../checkpoint/checkpoint'
import { fitted } from '../checkpoint/fit'
import { readSafetensors, writeSafetensors } from '../checkpoint/safetensors'
import { createCorpus } from '../corpus/corpus'
import type { Engine } from '../engine/kernels'
import { setValues } from '../model/parameters'
import { progressEntries } from './decode-evaluation'
import { decodeSetting } from './decode-setting'
import { createRun, modelOf, type Progress, type Run } from './run'

/** Endings of the names under which a snapshot keeps the moments of a parameter. */
const MOMENTS = ['.first', '.second'] as const

/**
 * A run as a `.safetensors` file from which {@link resume} goes on, bit for bit on an engine in float32: parameters,
 * moments, and in its metadata the setting, the step and the evaluations.
 */
export function snapshot(run: Run): Uint8Array<ArrayBuffer> {
  const tensors = new Map<string, TensorData>()
  for (const [name, { shape, value, first, second }] of run.model.parameters) {
    tensors.set(name, { shape, values: value })
    tensors.set(name + MOMENTS[0], { shape, values: first })
    tensors.set(name + MOMENTS[1], { shape, values: second })
  }
  const { step, evaluations, pending } = run
  const stored = run.model.kernels.floats === 'float64' ? 'F64' : 'F32'
  return writeSafetensors(tensors, stored, {
    setting: JSON.stringify(run.setting),
    progress: JSON.stringify({ step, evaluations, pending }),
  })
}

/** The parameters of a run alone, in half precision: a quarter of the size of a snapshot, and enough to ask. */
export function finished(run: Run): Uint8Array<ArrayBuffer> {
  const tensors = new Map<string, TensorData>(
    [...run.model.parameters].map(([name, { shape, value }]) => [name, { shape, values: value }]),
  )
  const { step, evaluations, pending } = run
  return writeSafetensors(tensors, 'F16', {
    setting: JSON.stringify(run.setting),
    progress: JSON.stringify({ step, evaluations, pending }),
  })
}

/**
 * The run that a file of {@link snapshot} or {@link finished} holds. Of a finished one the moments are 0.
 *
 * @throws {CheckpointError} with a sentence, if the file is none or does not fit its own setting
 */
export function resume(engine: Engine, bytes: Uint8Array): Run {
  const { tensors, metadata } = readSafetensors(bytes)
  const setting = decodeSetting(parsed('setting', metadata['setting']))
  const progress = decodeProgress(parsed('progress', metadata['progress']))
  const model = modelOf(setting, createCorpus(setting.corpus))
  const values = fitted(model, part(tensors, ''))
  const hasMoments = [...tensors.keys()].some((name) => name.endsWith(MOMENTS[0]))
  const moments = hasMoments ? MOMENTS.map((ending) => fitted(model, part(tensors, ending))) : []
  const run = createRun(engine, setting, progress)
  if (progress.step > run.total)
    throw new CheckpointError('The file says that it is further than its own setting goes.')
  setValues(run.model.parameters, values)
  const [first, second] = moments
  for (const [name, tensor] of run.model.parameters) {
    if (first) tensor.first.set(first.get(name)!)
    if (second) tensor.second.set(second.get(name)!)
  }
  return run
}

/** The tensors whose names have this ending, without it; for none those that have no ending. */
function part(tensors: ReadonlyMap<string, TensorData>, ending: string): Map<string, TensorData> {
  const own = [...tensors].filter(([name]) =>
    ending === '' ? !MOMENTS.some((other) => name.endsWith(other)) : name.endsWith(ending),
  )
  return new Map(own.map(([name, tensor]) => [ending === '' ? name : name.slice(0, -ending.length), tensor]))
}

function parsed(what: string, text: string | undefined): unknown {
  if (text === undefined)
    throw new CheckpointError(`The file holds weights, and no ${what} of a run of this lab.`)
  try {
    return JSON.parse(text)
  } catch {
    throw new CheckpointError(`The ${what} within the file cannot be read.`)
  }
}

const progressSchema = v.strictObject(progressEntries)

function decodeProgress(foreign: unknown): Progress {
  const result = v.safeParse(progressSchema, foreign)
  if (!result.success) throw new CheckpointError('The progress within the file is not that of a run.')
  return result.output
}

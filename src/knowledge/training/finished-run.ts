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

/**
 * A run that is done as a `.safetensors` file: its parameters in half precision, enough to ask its model, and in the
 * metadata its setting, step and evaluations.
 */
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
 * The run that a file of {@link finished} holds, ready to be asked.
 *
 * @throws {CheckpointError} with a sentence, if the file is none or does not fit its own setting
 */
export function finishedRun(engine: Engine, bytes: Uint8Array): Run {
  const { tensors, metadata } = readSafetensors(bytes)
  const setting = decodeSetting(parsed('setting', metadata['setting']))
  const progress = decodeProgress(parsed('progress', metadata['progress']))
  const values = fitted(modelOf(setting, createCorpus(setting.corpus)), tensors)
  const run = createRun(engine, setting, progress)
  if (progress.step > run.total)
    throw new CheckpointError('The file says that it is further than its own setting goes.')
  setValues(run.model.parameters, values)
  return run
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

import { CheckpointError, type TensorData } from '../../knowledge/checkpoint/checkpoint'
import { fitted } from '../../knowledge/checkpoint/fit'
import { readSafetensors, writeSafetensors } from '../../knowledge/checkpoint/safetensors'
import { createCorpus } from '../../knowledge/corpus/corpus'
import { sizeOf, specsOf } from '../../knowledge/model/shapes'
import { modelOf } from '../../knowledge/training/run'
import type { RunSetting } from '../../knowledge/training/setting'
import { decodeRun, decodeSetting, encodeRun, type KeptRun } from '../../state/lab-run'
import type { SavedFile } from '../download'

/** Larger files are refused before they are read. */
export const MOST_BYTES = 64_000_000

/** A file of weights as other programs read it, with the run in its metadata: this page reads all of it back. */
export function fileOfRun(run: KeptRun) {
  const specs = specsOf(configOf(run.setting))
  let at = 0
  const tensors = new Map<string, TensorData>(
    specs.map(({ name, shape }) => {
      const values = run.snapshot.numbers.subarray(at, at + sizeOf(shape))
      at += values.length
      return [name, { shape, values }]
    }),
  )
  const { snapshot, ...rest } = encodeRun(run)
  const { numbers: _, ...progress } = snapshot
  const metadata = { run: JSON.stringify({ ...rest, snapshot: progress }) }
  const name = `${run.label.replaceAll(/[^\w]+/g, '-')}-step-${snapshot.step}.safetensors`
  return {
    name,
    type: 'application/octet-stream',
    content: writeSafetensors(tensors, 'F32', metadata),
  } satisfies SavedFile
}

/** The run that a file holds, or why it is none, in one sentence. Never throws. */
export function runOfFile(bytes: Uint8Array): KeptRun | { readonly refused: string } {
  try {
    const { tensors, metadata } = readSafetensors(bytes)
    if (metadata['run'] === undefined)
      return {
        refused: 'The file holds weights, but not how they were trained here: open it in Look inside.',
      }
    return runOf(JSON.parse(metadata['run']), tensors)
  } catch (error) {
    return { refused: error instanceof CheckpointError ? error.message : 'The file could not be read.' }
  }
}

function runOf(
  described: unknown,
  tensors: ReadonlyMap<string, TensorData>,
): KeptRun | { readonly refused: string } {
  const { setting: given, snapshot: progress } = (described ?? {}) as Record<string, unknown>
  const setting = decodeSetting(given)
  if (!setting) return { refused: 'The setting of the run in the file is none that this page knows.' }
  const values = [...fitted(configOf(setting), tensors).values()]
  const numbers = new Float32Array(values.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const each of values) {
    numbers.set(each, at)
    at += each.length
  }
  return decodeRun({ ...(described as object), snapshot: { ...(progress as object), numbers } })
}

const configOf = (setting: RunSetting) => modelOf(setting, createCorpus(setting.corpus))

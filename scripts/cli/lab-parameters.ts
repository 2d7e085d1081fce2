import { createCorpus } from '../../src/knowledge/corpus/corpus'
import type { AttentionKind, ModelConfig } from '../../src/knowledge/model/config'
import { fault } from '../../src/knowledge/model/config'
import { parameterCounts } from '../../src/knowledge/model/shapes'
import { assignmentModel } from '../../src/knowledge/training/presets'
import { modelOf } from '../../src/knowledge/training/run'
import { baseSetting } from '../../src/knowledge/training/setting'
import { isRecord } from './json'
import { attention, modelShape, truth } from './lab-shapes'
import { RequestError } from './request-error'
import { oneOf, optional, record, whole, within } from './shapes'

interface Request {
  readonly preset: 'assignment' | 'quartet'
  readonly attention?: AttentionKind | readonly AttentionKind[]
  readonly headSize?: number
  readonly shared?: boolean
}

const request = record<Request>({
  preset: oneOf(['assignment', 'quartet']),
  attention: optional(attention),
  headSize: optional(whole(1)),
  shared: optional(truth),
})

/**
 * How many parameters a layer of attention and a model have, counted from its shape: of a preset, or of the `config`
 * that is given.
 *
 * @throws {RequestError} if the shape is impossible
 */
export function parametersResult(foreign: unknown): { perLayer: number; total: number } {
  const config = within('parameters', () =>
    isRecord(foreign) && 'config' in foreign
      ? record<{ config: ModelConfig }>({ config: modelShape }).read(foreign).config
      : ofPreset(request.read(foreign)),
  )
  const wrong = fault(config)
  if (wrong) throw new RequestError(`parameters: ${wrong}`)
  return parameterCounts(config)
}

function ofPreset({ preset, ...changes }: Request): ModelConfig {
  if (preset === 'assignment') return { ...assignmentModel, ...changes }
  return { ...modelOf(baseSetting, createCorpus(baseSetting.corpus)), ...changes }
}

import type { Engine } from '../../src/knowledge/engine/kernels'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import { wasmEngine } from '../../src/knowledge/engine/wasm'
import { ATTENTION_KINDS, type AttentionKind, type ModelConfig } from '../../src/knowledge/model/config'
import { compiledKernels } from '../kernels/compile'
import { RequestError, shown } from './request-error'
import { list, oneOf, optional, record, type Shape, whole } from './shapes'

const kind = oneOf(ATTENTION_KINDS.filter((name) => name !== 'given'))

/** One kind of attention, or one for each layer. */
export const attention: Shape<AttentionKind | readonly AttentionKind[]> = {
  name: `${kind.name}, or an array of them`,
  read: (foreign) => (Array.isArray(foreign) ? list(kind).read(foreign) : kind.read(foreign)),
}

/** true or false. */
export const truth: Shape<boolean> = {
  name: 'true or false',
  read(foreign) {
    if (typeof foreign === 'boolean') return foreign
    throw new RequestError(`expected true or false, got ${shown(foreign)}`)
  },
}

/** The shape of a model, as a request spells it. */
export const modelShape = record<ModelConfig>({
  vocabulary: whole(1),
  positions: whole(1),
  width: whole(1),
  layers: whole(1),
  heads: whole(1),
  mlp: whole(1),
  attention,
  headSize: optional(whole(1)),
  shared: optional(truth),
  rotary: optional(truth),
})

/** Which engine computes: the reference, in float64, or WebAssembly. */
export const engineName = oneOf(['reference', 'wasm'])

/** The engine of a name. */
export async function engineCalled(name: 'reference' | 'wasm'): Promise<Engine> {
  if (name === 'reference') return referenceEngine('float64')
  return wasmEngine(new WebAssembly.Module(await compiledKernels('plain')))
}

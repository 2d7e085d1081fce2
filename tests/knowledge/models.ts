import { createRandom } from '../../src/core/random/random'
import type { Engine } from '../../src/knowledge/engine/kernels'
import { referenceEngine } from '../../src/knowledge/engine/reference'
import type { ModelConfig } from '../../src/knowledge/model/config'
import { drawParameters } from '../../src/knowledge/model/parameters'
import { createTransformer, type Transformer } from '../../src/knowledge/model/transformer'

/** Small enough for central differences over every parameter, with no two sizes alike. */
export const tiny: ModelConfig = {
  vocabulary: 7,
  positions: 6,
  width: 6,
  layers: 2,
  heads: 3,
  mlp: 5,
  attention: 'vanilla',
}

/** Every way to attend, with its options. */
export const variants: readonly (readonly [string, ModelConfig])[] = [
  ['vanilla', tiny],
  ['vanilla with heads of size 4', { ...tiny, headSize: 4 }],
  ['vanilla, rotary', { ...tiny, headSize: 4, rotary: true }],
  ['synthesizer', { ...tiny, attention: 'synthesizer' }],
  [
    'synthesizer, B per head, inner width 3',
    { ...tiny, attention: 'synthesizer', shared: false, headSize: 3 },
  ],
  ['random', { ...tiny, attention: 'random', shared: false }],
  ['random, shared', { ...tiny, attention: 'random' }],
  ['fixed', { ...tiny, attention: 'fixed', shared: false }],
  ['uniform', { ...tiny, attention: 'uniform' }],
  ['one kind a layer', { ...tiny, attention: ['vanilla', 'synthesizer'] }],
]

/** A model whose parameters are all drawn, biases and gains too, so that none hides. */
export function drawn(
  config: ModelConfig,
  seed = 1,
  engine: Engine = referenceEngine('float64'),
): Transformer {
  const model = createTransformer(engine, config, 3)
  const random = createRandom(seed)
  drawParameters(model.parameters, random)
  for (const { value } of model.parameters.values())
    for (let i = 0; i < value.length; i++) value[i] += 0.3 * random.normal()
  return model
}

/** Rows of random tokens. */
export function drawnTokens(config: ModelConfig, count: number, seed = 2): Int32Array {
  const random = createRandom(seed)
  return Int32Array.from({ length: count }, () => random.integer(0, config.vocabulary - 1))
}

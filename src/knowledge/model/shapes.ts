import { type AttentionKind, attentionOf, type ModelConfig, scoreSize } from './config'

/** A named tensor of a model. */
export interface Spec {
  readonly name: string
  readonly shape: readonly number[]
  /** How it starts: `linear` as N(0, 1/fan-in), `embedding` as N(0, 0.05²), `scores` as N(0, 1). */
  readonly starts: 'linear' | 'embedding' | 'scores' | 'ones' | 'zeros'
  /** Whether weight decay pulls it to 0. */
  readonly decays: boolean
  /** Drawn once and never learnt. */
  readonly isFixed?: true
}

/**
 * Names and shapes of all parameters, in the order of a PyTorch `state_dict`. Weights of a linear map are
 * [out, in], as PyTorch has them.
 */
export function specsOf(config: ModelConfig): Spec[] {
  const { vocabulary, positions, width, layers, rotary } = config
  const embedded: Spec = { name: 'pos_emb', shape: [1, positions, width], starts: 'embedding', decays: false }
  return [
    ...(rotary ? [] : [embedded]),
    { name: 'tok_emb.weight', shape: [vocabulary, width], starts: 'embedding', decays: false },
    ...Array.from({ length: layers }, (_, layer) => blockSpecs(config, layer)).flat(),
    ...norm('ln_f', width),
    weight('head.weight', vocabulary, width),
  ]
}

function blockSpecs(config: ModelConfig, layer: number): Spec[] {
  const { width, mlp } = config
  const block = `blocks.${layer}`
  return [
    ...norm(`${block}.ln1`, width),
    ...norm(`${block}.ln2`, width),
    ...attentionSpecs(config, layer),
    ...linear(`${block}.mlp.0`, mlp, width),
    ...linear(`${block}.mlp.2`, width, mlp),
  ]
}

/** The parameters of one attention layer. */
export function attentionSpecs(config: ModelConfig, layer: number): Spec[] {
  const { width } = config
  const attention = `blocks.${layer}.attn`
  return [
    ...scoreSpecs(attentionOf(config, layer), attention, config),
    ...linear(`${attention}.value`, width, width),
    ...linear(`${attention}.proj`, width, width),
  ]
}

function scoreSpecs(kind: AttentionKind, attention: string, config: ModelConfig): Spec[] {
  const { width, heads, positions, shared } = config
  const size = scoreSize(config)
  const each = shared === false ? [heads] : []
  const columns = positions - 1
  if (kind === 'vanilla')
    return [
      ...linear(`${attention}.key`, heads * size, width),
      ...linear(`${attention}.query`, heads * size, width),
    ]
  if (kind === 'synthesizer')
    return [
      { name: `${attention}.w2`, shape: [...each, size, columns], starts: 'linear', decays: true },
      { name: `${attention}.b2`, shape: [...each, columns], starts: 'zeros', decays: false },
      ...linear(`${attention}.w1`, heads * size, width),
    ]
  if (kind === 'random' || kind === 'fixed')
    return [
      {
        name: `${attention}.scores`,
        shape: [...each, columns, columns],
        starts: 'scores',
        decays: false,
        ...(kind === 'fixed' ? { isFixed: true } : {}),
      },
    ]
  return []
}

const linear = (name: string, out: number, inner: number): Spec[] => [
  weight(`${name}.weight`, out, inner),
  { name: `${name}.bias`, shape: [out], starts: 'zeros', decays: false },
]

const weight = (name: string, out: number, inner: number): Spec => ({
  name,
  shape: [out, inner],
  starts: 'linear',
  decays: true,
})

const norm = (name: string, width: number): Spec[] => [
  { name: `${name}.weight`, shape: [width], starts: 'ones', decays: false },
  { name: `${name}.bias`, shape: [width], starts: 'zeros', decays: false },
]

/** How many numbers a tensor holds. */
export const sizeOf = (shape: readonly number[]) => shape.reduce((product, length) => product * length, 1)

/** How many parameters one attention layer and the whole model have, fixed ones left out. */
export function parameterCounts(config: ModelConfig): { perLayer: number; total: number } {
  const count = (specs: readonly Spec[]) =>
    specs.reduce((sum, spec) => sum + (spec.isFixed ? 0 : sizeOf(spec.shape)), 0)
  return { perLayer: count(attentionSpecs(config, 0)), total: count(specsOf(config)) }
}

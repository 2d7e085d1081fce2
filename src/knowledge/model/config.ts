/** How a layer arrives at its attention scores. */
export const ATTENTION_KINDS = ['vanilla', 'synthesizer', 'random', 'fixed', 'uniform', 'given'] as const

/**
 * - `vanilla`: dot products of queries and keys, over √(size of a head)
 * - `synthesizer`: `ReLU(x A + b₁) B + b₂`, a function of a position's own token alone
 * - `random`: learnt numbers that no token changes; `fixed`: the same, drawn once and never learnt
 * - `uniform`: every earlier position alike
 * - `given`: weights handed in from another model
 */
export type AttentionKind = (typeof ATTENTION_KINDS)[number]

/** The shape of a model: everything that decides names and shapes of its parameters. */
export interface ModelConfig {
  readonly vocabulary: number
  /** The longest sequence. Dense and random attention take one token less, as the assignment's do. */
  readonly positions: number
  readonly width: number
  readonly layers: number
  readonly heads: number
  /** Inner width of the feed-forward part. */
  readonly mlp: number
  /** One kind for all layers, or one for each. */
  readonly attention: AttentionKind | readonly AttentionKind[]
  /** Numbers of a head from which scores are computed: width / heads unless said otherwise. */
  readonly headSize?: number
  /** Whether the heads of a layer share B and b₂, or the random scores: the assignment's do. */
  readonly shared?: boolean
  /** Positions turn queries and keys instead of being added to the tokens. */
  readonly rotary?: boolean
}

/** The kind of layer `layer`. */
export function attentionOf({ attention }: ModelConfig, layer: number): AttentionKind {
  return typeof attention === 'string' ? attention : attention[layer]
}

/** Numbers of a head from which its scores are computed. */
export const scoreSize = ({ headSize, width, heads }: ModelConfig) => headSize ?? width / heads

/** The longest sequence that every layer can take. */
export function longest(config: ModelConfig): number {
  const kinds = Array.from({ length: config.layers }, (_, layer) => attentionOf(config, layer))
  return config.positions - (kinds.some(hasTable) ? 1 : 0)
}

/** Whether a kind has a table of positions − 1 columns. */
export const hasTable = (kind: AttentionKind) =>
  kind === 'synthesizer' || kind === 'random' || kind === 'fixed'

const COUNTS = ['vocabulary', 'positions', 'width', 'layers', 'heads', 'mlp'] as const

/**
 * What is wrong with a shape, in one sentence, or undefined. Bounds are far above what a browser can train, and keep a
 * hostile file from asking for more memory than there is.
 */
export function fault(config: ModelConfig): string | undefined {
  const odd = [...COUNTS, 'headSize' as const].find((name) => !isCount(config[name] ?? 1))
  if (odd) return `${odd}: expected a whole number from 1 to ${LARGEST}, got ${String(config[odd])}`
  const { width, heads, layers, attention, positions } = config
  if (width % heads !== 0) return `width: expected a multiple of heads, ${heads}, got ${width}`
  if (layers > 64) return `layers: expected at most 64, got ${layers}`
  if (typeof attention !== 'string' && attention.length !== layers)
    return `attention: expected one kind or ${layers}, got ${attention.length}`
  const kinds = Array.from({ length: layers }, (_, layer) => attentionOf(config, layer))
  const unknown = kinds.find((kind) => !ATTENTION_KINDS.includes(kind))
  if (unknown !== undefined)
    return `attention: expected one of ${ATTENTION_KINDS.join(', ')}, got ${unknown as string}`
  if (positions < 2 && kinds.some(hasTable)) return `positions: expected at least 2, got ${positions}`
  if (config.rotary && scoreSize(config) % 2 !== 0)
    return `headSize: rotary positions need an even number, got ${scoreSize(config)}`
  return undefined
}

const LARGEST = 65_536
const isCount = (value: number) => Number.isInteger(value) && value >= 1 && value <= LARGEST

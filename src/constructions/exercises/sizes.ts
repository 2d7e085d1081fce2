import type { Size } from './exercise'

/** How many instances an answer is tried on. */
export const INSTANCES = 200

const KINDS = ['rotated', 'rotated', 'huge-values', 'rotated', 'axes'] as const

/**
 * Sizes of the instances of a question about n orthonormal keys in R^d: the smallest first, then many keys, then a
 * mixture.
 */
export const ORTHONORMAL_SIZES: readonly Size[] = sizes([
  { n: 2, d: 2, kind: 'axes' },
  { n: 3, d: 3, kind: 'axes' },
  { n: 2, d: 2, kind: 'rotated' },
  { n: 3, d: 3, kind: 'rotated' },
  { n: 4, d: 4, kind: 'rotated' },
  { n: 2, d: 7, kind: 'rotated' },
  { n: 3, d: 9, kind: 'huge-values' },
  { n: 64, d: 64, kind: 'axes' },
  { n: 40, d: 48, kind: 'rotated' },
])

/** Sizes of the instances of a question about n unit keys that need not be orthogonal, nor d as large as n. */
export const GENERAL_SIZES: readonly Size[] = sizes([
  { n: 3, d: 2, kind: 'rotated' },
  { n: 2, d: 2, kind: 'rotated' },
  { n: 2, d: 2, kind: 'nearly-dependent' },
  { n: 3, d: 2, kind: 'nearly-dependent' },
  { n: 3, d: 3, kind: 'axes' },
  { n: 5, d: 2, kind: 'rotated' },
  { n: 8, d: 3, kind: 'nearly-dependent' },
  { n: 3, d: 9, kind: 'huge-values' },
  { n: 64, d: 16, kind: 'rotated' },
  { n: 40, d: 48, kind: 'nearly-dependent' },
])

/** Sizes of the instances of 1(e): always three tokens, made of four directions of R^d. */
export const TOKEN_SIZES: readonly Size[] = Array.from({ length: INSTANCES }, (_, i) => ({
  n: 3,
  d: i < 2 ? 4 : 4 + ((i * 3) % 5),
  kind: i === 0 ? ('axes' as const) : ('rotated' as const),
}))

/** Where a counterexample is looked for, the smallest first. */
export const SMALLEST_ORTHONORMAL: readonly Size[] = [2, 3, 4, 5, 8, 12].map((n) => ({
  n,
  d: n,
  kind: 'axes',
}))

function sizes(first: readonly Size[]): readonly Size[] {
  const mixture = Array.from({ length: INSTANCES - first.length }, (_, i): Size => {
    const n = 2 + ((i * 7) % 11)
    return { n, d: n + ((i * 5) % 6), kind: KINDS[i % KINDS.length] }
  })
  return [...first, ...mixture]
}

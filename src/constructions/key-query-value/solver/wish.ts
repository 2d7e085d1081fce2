import type { RationalMatrix } from '../../../core/linear/rational-matrix'

/** What is asked for: tokens, and the output of each or undefined where it is free. All exact coefficients. */
export interface Wish {
  readonly tokens: RationalMatrix
  readonly outputs: readonly (RationalMatrix[number] | undefined)[]
}

/** Matrices that reach the wish, by name. */
export interface Solution {
  readonly id: 'own-keys' | 'lowest-rank' | 'search'
  /** How it works; prose with TeX. */
  readonly prose: string
  readonly K: RationalMatrix
  readonly Q: RationalMatrix
  readonly V: RationalMatrix
}

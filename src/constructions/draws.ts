import type { NumberSpec } from './params'

/** Parameters of a construction that draws at random; its figures set them. */

const set = { kind: 'number', place: 'figure', role: 'plain', step: 1, integer: true } as const

/** The seed that fixes every draw. */
export const SEED = {
  ...set,
  label: 'Seed',
  tex: '\\text{seed}',
  min: 0,
  max: 4_294_967_295,
  scale: 'linear',
  initial: 224,
} as const satisfies NumberSpec

/** Which draw of the seed is shown, the `initial` one at first. */
export const shownDraw = (initial: number) =>
  ({
    ...set,
    label: 'Draw shown',
    tex: '\\text{draw}',
    min: 0,
    max: 999_999,
    scale: 'linear',
    initial,
  }) as const satisfies NumberSpec

/** How many draws are made to be counted. */
export const DRAWS = {
  ...set,
  label: 'Draws',
  tex: 'N',
  min: 1,
  max: 1_000_000,
  scale: 'log',
  initial: 100_000,
} as const satisfies NumberSpec

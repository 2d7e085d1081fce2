import type { Floats } from '../engine/kernels'
import type { Batch } from './placed'

/**
 * Turns each head's pairs (2i, 2i+1) at position t by the angle `direction · t / 10000^(2i/size)`, in place. Scores of
 * turned queries and keys depend on the distance of their positions alone; −1 turns back, as gradients need.
 */
export function rotate(
  floats: Floats,
  { rows, length }: Batch,
  heads: number,
  size: number,
  direction: 1 | -1,
): void {
  for (let pair = 0; pair < size; pair += 2)
    for (let t = 0; t < length; t++) {
      const angle = (direction * t) / 10_000 ** (pair / size)
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      for (let row = 0; row < rows; row++)
        for (let head = 0; head < heads; head++) {
          const at = ((row * length + t) * heads + head) * size + pair
          const [x, y] = [floats[at], floats[at + 1]]
          floats[at] = cos * x - sin * y
          floats[at + 1] = sin * x + cos * y
        }
    }
}

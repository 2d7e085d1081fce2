import { normalCdf, normalPdf } from '../../core/laws/normal'
import type { Floats } from './kernels'

/** See {@link Kernels.gelu}. */
export function gelu(out: Floats, input: Floats, length: number): void {
  for (let i = 0; i < length; i++) out[i] = input[i] * normalCdf(input[i])
}

/** See {@link Kernels.geluBackward}. */
export function geluBackward(gradient: Floats, input: Floats, length: number): void {
  for (let i = 0; i < length; i++) gradient[i] *= normalCdf(input[i]) + input[i] * normalPdf(input[i])
}

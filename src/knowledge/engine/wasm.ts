import type { Engine, Floats, Kernels, Placed } from './kernels'

/** What assembly/index.ts exports. Pointers are numbers of bytes; 0 is none. */
interface Exports {
  memoryStart(): number
  multiply(...args: number[]): void
  softmax(...args: number[]): void
  softmaxBackward(...args: number[]): void
  layerNorm(...args: number[]): void
  layerNormBackward(...args: number[]): void
  gelu(...args: number[]): void
  geluBackward(...args: number[]): void
  adamW(...args: number[]): void
  squares(floats: number, length: number): number
}

const PAGE = 65_536
/** Bytes that `multiply` packs its right factor in, and one tile. */
const SCRATCH = (256 * 512 + 32) * 4
/** Arrays start where a vector may: so many bytes apart, and at least one vector longer than their numbers. */
const VECTOR = 16

/**
 * Kernels in WebAssembly, float32. All their arrays lie in one memory whose size is fixed at the start, because arrays
 * on a memory that grows would be cut off.
 *
 * @param module - compiled from `assembly/`
 */
export function wasmEngine(module: WebAssembly.Module): Engine {
  return (floats) => {
    // Each array may be followed by up to two vectors of padding; a model has a few hundred arrays.
    const pages = Math.ceil((floats * 4 + SCRATCH + PAGE) / PAGE) + 1
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages })
    const instance = new WebAssembly.Instance(module, { env: { memory, abort } })
    return kernelsOn(memory, instance.exports as unknown as Exports)
  }
}

function abort(): never {
  throw new Error('The WebAssembly kernels stopped.')
}

function kernelsOn(memory: WebAssembly.Memory, wasm: Exports): Kernels {
  const scratch = aligned(wasm.memoryStart())
  let free = scratch + SCRATCH
  return {
    name: 'wasm',
    floats: 'float32',
    allocate(length) {
      const array = new Float32Array(memory.buffer, free, length)
      free = aligned(free + length * 4 + VECTOR)
      return array
    },
    multiply({ rows, columns, inner, left, right, out, batch, factor, adds }) {
      wasm.multiply(
        rows,
        columns,
        inner,
        factor,
        Number(adds),
        ...placed(left),
        ...placed(right),
        pointer(out.floats) + out.offset * 4,
        out.rowStep * 4,
        out.steps[0] * 4,
        out.steps[1] * 4,
        ...batch,
        scratch,
      )
    },
    softmax: (weights, scores, rows, columns, causal, logSums) =>
      wasm.softmax(pointer(weights), pointer(scores), rows, columns, causal, logSums ? pointer(logSums) : 0),
    softmaxBackward: (gradScores, weights, gradWeights, rows, columns) =>
      wasm.softmaxBackward(pointer(gradScores), pointer(weights), pointer(gradWeights), rows, columns),
    layerNorm: (out, input, gain, bias, { means, scales }, rows, width) =>
      wasm.layerNorm(...[out, input, gain, bias, means, scales].map(pointer), rows, width),
    layerNormBackward: (gradients, gradOut, input, gain, { means, scales }, rows, width) =>
      wasm.layerNormBackward(
        ...[gradients.input, gradients.gain, gradients.bias, gradOut, input, gain, means, scales].map(
          pointer,
        ),
        rows,
        width,
      ),
    gelu: (out, input, length) => wasm.gelu(pointer(out), pointer(input), length),
    geluBackward: (gradient, input, length) => wasm.geluBackward(pointer(gradient), pointer(input), length),
    adamW: (parameters, gradients, first, second, step) =>
      wasm.adamW(
        ...[parameters, gradients, first, second].map(pointer),
        parameters.length,
        step.rate,
        step.beta1,
        step.beta2,
        step.epsilon,
        step.keeps,
        step.correction1,
        step.correction2,
        step.clip,
      ),
    squares: (floats) => wasm.squares(pointer(floats), floats.length),
  }
}

const pointer = (floats: Floats) => floats.byteOffset
const aligned = (byte: number) => Math.ceil(byte / VECTOR) * VECTOR

function placed({ floats, offset, rowStep, columnStep, steps }: Placed): number[] {
  return [pointer(floats) + offset * 4, rowStep * 4, columnStep * 4, steps[0] * 4, steps[1] * 4]
}

/*
 * The loops of src/knowledge/engine/kernels.ts in AssemblyScript, for WebAssembly with 128-bit vectors. Pointers and
 * steps are in bytes. Nothing allocates: all memory is the caller's, from `memoryStart` on.
 */
export { adamW, squares } from './adam'
export { gelu, geluBackward } from './gelu'
export { layerNorm, layerNormBackward } from './layer-norm'
export { multiply } from './multiply'
export { softmax, softmaxBackward } from './softmax'

/** Where the tables of the standard library end. */
export function memoryStart(): usize {
  return __heap_base
}

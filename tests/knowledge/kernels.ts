import { compiledKernels } from '../../scripts/kernels/compile'
import type { Engine } from '../../src/knowledge/engine/kernels'
import { wasmEngine } from '../../src/knowledge/engine/wasm'

/** The WebAssembly engine of the plain build: Node runs no other. */
export async function plainEngine(): Promise<Engine> {
  return wasmEngine(new WebAssembly.Module(await compiledKernels('plain')))
}

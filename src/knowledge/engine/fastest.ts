import { plain, relaxed } from 'virtual:kernels'
import type { Engine } from './kernels'
import { referenceEngine } from './reference'
import { wasmEngine } from './wasm'

/** What computes: WebAssembly with fused multiplication, WebAssembly, or TypeScript in float32. */
export type EngineName = 'relaxed' | 'wasm' | 'typescript'

/** The fastest engine that runs here; TypeScript where WebAssembly is missing, too old, or forbidden by a policy. */
export function fastestEngine(): { readonly engine: Engine; readonly name: EngineName } {
  for (const [name, text] of [
    ['relaxed', relaxed],
    ['wasm', plain],
  ] as const) {
    const module = compiled(text)
    if (module) return { engine: wasmEngine(module), name }
  }
  return { engine: referenceEngine('float32'), name: 'typescript' }
}

/** The module, or undefined where it cannot be had. */
function compiled(text: string): WebAssembly.Module | undefined {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  try {
    return WebAssembly.validate(bytes) ? new WebAssembly.Module(bytes) : undefined
  } catch {
    return undefined
  }
}

import type { Plugin } from 'vite'
import { compiledKernels } from '../kernels/compile.ts'

const NAME = 'virtual:kernels'

/**
 * Makes `virtual:kernels` a module that holds both builds of the kernels in base64, 20 kB of text: no file to fetch, in
 * whatever folder, worker or single page the code ends up.
 */
export function kernels(): Plugin {
  return {
    name: 'kernels',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined
      const [plain, relaxed] = [await compiledKernels('plain'), await compiledKernels('relaxed')]
      const text = (bytes: Uint8Array) => JSON.stringify(Buffer.from(bytes).toString('base64'))
      return `export const plain = ${text(plain)}\nexport const relaxed = ${text(relaxed)}\n`
    },
  }
}

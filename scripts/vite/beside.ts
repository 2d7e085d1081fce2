import { build, type Plugin } from 'vite'
import { ONE_FILE } from '../../src/export/one-file.ts'
import single from './single.config.ts'

/**
 * Writes the explorer as one file beside the built page, which takes it from there to save a lesson within it. It is built
 * while the page is, in the same process, so that the kernels are compiled once.
 */
export function besideThePage(): Plugin {
  let coming: Promise<string>
  return {
    name: 'beside-the-page',
    apply: 'build',
    buildStart() {
      coming = builtOnce()
      // What fails is thrown where it is awaited.
      coming.catch(() => undefined)
    },
    generateBundle: {
      order: 'post',
      async handler() {
        this.emitFile({ type: 'asset', fileName: ONE_FILE, source: await coming })
      },
    },
  }
}

async function builtOnce(): Promise<string> {
  const built = await build({
    ...single,
    configFile: false,
    logLevel: 'warn',
    build: { ...single.build, write: false },
  })
  const [{ output }] = [built].flat() as Extract<typeof built, unknown[]>
  const file = output.find(({ fileName }) => fileName === ONE_FILE)
  if (file?.type !== 'asset') throw new Error(`${ONE_FILE}: expected it in the build, got none`)
  return String(file.source)
}

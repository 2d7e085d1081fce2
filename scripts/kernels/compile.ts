import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'

const COMPILER = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js')
/** The folder of the project: the one with its packages, from wherever this file was bundled into. */
const ROOT = join(COMPILER, '../../../..')
const SOURCES = join(ROOT, 'assembly')
const CACHE = join(ROOT, 'node_modules/.cache/kernels')

const run = promisify(execFile)

/** `plain` runs wherever WebAssembly has vectors; `relaxed` fuses multiplication and addition, where a browser can. */
export type Build = 'plain' | 'relaxed'

const known = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/**
 * The WebAssembly of the knowledge lab's kernels, compiled once for each state of their sources. The page and each of its
 * workers ask at the same time: they wait for one compilation.
 */
export function compiledKernels(build: Build): Promise<Uint8Array<ArrayBuffer>> {
  const file = join(CACHE, `${build}-${hashOfSources()}.wasm`)
  const kernels = known.get(file) ?? cached(build, file)
  known.set(file, kernels)
  return kernels
}

async function cached(build: Build, file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(readFileSync(file))
  } catch {
    return compiled(build, file)
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(SOURCES).toSorted()) hash.update(readFileSync(join(SOURCES, name)))
  return hash.digest('hex').slice(0, 16)
}

async function compiled(build: Build, file: string): Promise<Uint8Array<ArrayBuffer>> {
  mkdirSync(CACHE, { recursive: true })
  // Under a name of its own until it is whole: others may be reading, or compiling the same.
  const partial = `${file}.${randomUUID()}`
  await assemble('assembly/index.ts', partial, build)
  const bytes = new Uint8Array(readFileSync(partial))
  renameSync(partial, file)
  return bytes
}

/** Compiles AssemblyScript in `source`, a path in the project, to WebAssembly in `file`. */
export async function assemble(source: string, file: string, build: Build): Promise<void> {
  const features = ['--enable', 'simd', ...(build === 'relaxed' ? ['--enable', 'relaxed-simd'] : [])]
  const options = ['--importMemory', '--runtime', 'stub', '--noAssert', '-O3', '--converge', ...features]
  await run(process.execPath, [COMPILER, source, '-o', file, ...options], { cwd: ROOT })
}

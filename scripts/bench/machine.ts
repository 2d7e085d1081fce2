import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { assemble, type Build } from '../kernels/compile'
import { processorTime, race } from './measure'

/** What one core can do at most, in WebAssembly with vectors. */
export interface MachineLimits {
  /** Float32 multiplications and additions, in 10⁹ a second: fused, and one after the other. */
  readonly fused: number | undefined
  readonly apart: number
  /** 10⁹ bytes a second read from memory, of more than any cache holds. */
  readonly bandwidth: number
}

interface Kernels {
  multiplyAdd(rounds: number): number
  readAll(bytes: number): number
}

const PAGE = 65_536
const BYTES = 256 * 2 ** 20
const MULTIPLY_ROUNDS = 4e6
/** Twelve vectors of four numbers, each multiplied and added to. */
const OPERATIONS = MULTIPLY_ROUNDS * 96
const ROUNDS = 7

let measured: Promise<MachineLimits> | undefined

/** What this machine can do, measured once in a run of the bench. */
export const machineLimits = () => (measured ??= measuredNow())

/** Measures the machine by turns, in processor time of this process. */
async function measuredNow(): Promise<MachineLimits> {
  setFlagsFromString('--experimental-wasm-relaxed-simd')
  const [plain, relaxed] = [await kernels('plain'), await kernels('relaxed')]
  const runs = [
    { name: 'bandwidth', units: 1, run: () => plain!.readAll(BYTES) },
    { name: 'apart', units: 1, run: () => plain!.multiplyAdd(MULTIPLY_ROUNDS) },
    ...(relaxed ? [{ name: 'fused', units: 1, run: () => relaxed.multiplyAdd(MULTIPLY_ROUNDS) }] : []),
  ]
  const [reading, apart, fused] = race(runs, ROUNDS, processorTime)
  return {
    bandwidth: BYTES / reading / 1000,
    apart: OPERATIONS / apart / 1000,
    fused: fused === undefined ? undefined : OPERATIONS / fused / 1000,
  }
}

/** The kernels of `assembly/limits.ts`; undefined where this Node has no such instructions. */
async function kernels(build: Build): Promise<Kernels | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'limits-'))
  try {
    const file = join(folder, 'limits.wasm')
    await assemble('assembly/limits.ts', file, build)
    const bytes = readFileSync(file)
    if (!WebAssembly.validate(bytes)) return undefined
    const memory = new WebAssembly.Memory({ initial: BYTES / PAGE })
    new Float64Array(memory.buffer).fill(1)
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } })
    return instance.exports as unknown as Kernels
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The limits of one core, in words. */
export async function benchMachine(): Promise<string[]> {
  const { fused, apart, bandwidth } = await machineLimits()
  return [
    `${bandwidth.toFixed(1)} GB/s read from memory`,
    `${apart.toFixed(1)} GFLOP/s, multiplied and added one after the other, float32`,
    fused === undefined ? 'no fused multiplication here' : `${fused.toFixed(1)} GFLOP/s, fused, float32`,
  ]
}

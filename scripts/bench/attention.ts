import { dotProductAttention } from '../../src/core/attention/attention'
import type { Matrix, Vector } from '../../src/core/linear/linalg'
import { createRandom } from '../../src/core/random/random'
import { processorTime, race } from './measure'
import { peersFolder } from './peers'

/** Keys and their dimension. */
const SIZES = [
  [3, 4],
  [10, 10],
  [100, 16],
  [1000, 64],
  [10_000, 64],
] as const

const ROUNDS = Number(process.env['ROUNDS'] ?? 9)
/** Products of a run: enough for the clock. */
const WORK = 2e6
/** Relative; some of the peers count in float32. */
const TOLERANCE = 1e-3

interface Attending {
  readonly name: string
  of(query: Vector): ArrayLike<number>
}

/** Attention of one query over n keys in `core` and in its peers, by turns in one process; all must find the same. */
export async function benchAttention(): Promise<string[]> {
  const lines: string[] = []
  for (const [n, d] of SIZES) {
    const draw = createRandom(n * d)
    const rows = (count: number) =>
      Array.from({ length: count }, () => Array.from({ length: d }, () => draw.uniform() - 0.5))
    const [keys, values] = [rows(n), rows(n)]
    const [query] = rows(1)
    const all = await contestants(keys, values)
    agree(all, query)
    const units = Math.max(1, Math.min(5000, Math.round(WORK / (n * d * 2))))
    const run = (of: Attending['of']) => () => {
      for (let i = 0; i < units; i += 1) of(query)
    }
    const times = race(
      all.map(({ name, of }) => ({ name, units, run: run(of) })),
      ROUNDS,
      processorTime,
    )
    lines.push(`n = ${n}, d = ${d}`)
    for (const [i, { name }] of all.entries())
      lines.push(
        `  ${name.padEnd(40)}${times[i].toFixed(2).padStart(12)} µs   ${(times[i] / times[0]).toFixed(2)}`,
      )
  }
  return lines
}

async function contestants(keys: Matrix, values: Matrix): Promise<Attending[]> {
  const folder = peersFolder()
  const peers = await Promise.all(
    ['ml-matrix', 'mathjs', 'tfjs', 'jax'].map(async (name) => {
      const module = (await import(`${folder}/attention/${name}.js`)) as {
        attention(given: { readonly keys: Matrix; readonly values: Matrix }): Promise<Attending>
      }
      return await module.attention({ keys, values })
    }),
  )
  const ours = {
    name: 'core, float64',
    of: (query: Vector) => dotProductAttention(query, keys, values).output,
  }
  return [ours, ...peers]
}

function agree(all: readonly Attending[], query: Vector): void {
  const [expected, ...others] = all.map(({ of }) => Array.from(of(query)))
  const size = Math.hypot(...expected)
  for (const [i, output] of others.entries()) {
    const apart = Math.hypot(...expected.map((x, j) => x - output[j])) / size
    if (!(apart < TOLERANCE)) throw new Error(`${all[i + 1].name} finds another output, ${apart} apart`)
  }
}

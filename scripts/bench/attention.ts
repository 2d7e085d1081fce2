import { dotProductAttention } from '../../src/core/attention/attention'
import type { Matrix, Vector } from '../../src/core/linear/linalg'
import { createRandom } from '../../src/core/random/random'
import { writeTable } from './document'
import { machineLimits } from './machine'
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
  const { bandwidth } = await machineLimits()
  const rows: Row[] = []
  for (const [n, d] of SIZES) rows.push(await measured(n, d, bandwidth))
  written(rows)
  return rows.flatMap(({ size, floor, times }) => [
    `${size}; keys and values can be read in ${floor.toFixed(2)} µs`,
    ...times.map(
      ({ name, microseconds }) =>
        `  ${name.padEnd(40)}${microseconds.toFixed(2).padStart(12)} µs   ${(microseconds / times[0].microseconds).toFixed(2)}`,
    ),
  ])
}

interface Row {
  readonly size: string
  /** Microseconds that reading keys and values from memory takes, in float64. */
  readonly floor: number
  readonly times: readonly { readonly name: string; readonly microseconds: number }[]
}

async function measured(n: number, d: number, bandwidth: number): Promise<Row> {
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
  return {
    size: `n = ${n}, d = ${d}`,
    floor: (2 * n * d * Float64Array.BYTES_PER_ELEMENT) / bandwidth / 1000,
    times: all.map(({ name }, i) => ({ name, microseconds: times[i] })),
  }
}

/** Puts the table into the documentation; in brackets the ratio to `core`. */
function written(rows: readonly Row[]): void {
  const [{ times: first }] = rows
  writeTable('attention', `median of ${ROUNDS} turns, microseconds of processor time`, [
    ['', ...first.map(({ name }) => name), '*keys and values read once*'],
    ...rows.map(({ size, floor, times: [ours, ...peers] }) => [
      size,
      digits(ours.microseconds),
      ...peers.map(
        ({ microseconds }) => `${digits(microseconds)} (${digits(microseconds / ours.microseconds)})`,
      ),
      digits(floor),
    ]),
  ])
}

const digits = (x: number) => (x < 10 ? x.toPrecision(2) : String(Math.round(x)))

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

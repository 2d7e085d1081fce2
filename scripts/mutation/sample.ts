import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../../src/core/random/random'

const USAGE = 'Usage: tsx scripts/mutation/sample.ts LINES [SEED]'

/** Every line of code of `folder`, as Stryker names it; comments, imports and lines of brackets alone are left out. */
function linesOf(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  return files.toSorted().flatMap((name) => {
    const path = join(folder, name)
    const lines = readFileSync(path, 'utf8').split('\n')
    return lines.flatMap((line, i) => (isCode(line) ? [`${path}:${i + 1}-${i + 1}`] : []))
  })
}

const isCode = (line: string) =>
  /\w/.test(line) && !/^\s*(?:\/?\*|\/\/|import\b|export \{|\} from)/.test(line)

/** `count` of `items`, each as likely as any other. */
function sampled<T>(items: readonly T[], count: number, seed: number): T[] {
  const random = createRandom(seed)
  return items
    .map((item) => ({ item, rank: random.uniform() }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ item }) => item)
}

const [count, seed = 1] = process.argv.slice(2).map(Number)
if (Number.isInteger(count) && Number.isInteger(seed)) {
  process.stdout.write(sampled(['src/core', 'src/checker'].flatMap(linesOf), count, seed).join(','))
} else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../../src/core/random/random'
import { shuffled } from '../../src/knowledge/corpus/streams'

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

const [count, seed = 1] = process.argv.slice(2).map(Number)
if (Number.isInteger(count) && Number.isInteger(seed)) {
  const lines = shuffled(['src/core', 'src/checker'].flatMap(linesOf), createRandom(seed))
  process.stdout.write(lines.slice(0, count).join(','))
} else {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
}

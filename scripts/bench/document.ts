import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'

const FILE = 'docs/benchmarks.md'

/**
 * Puts a table into the documentation, between the comments that name it, in place of the one before.
 *
 * @param name - as in `<!-- name: written by npm run bench -->` and `<!-- end of name -->`
 * @param how - what was measured, after where and when
 * @param table - first the heading
 * @throws {Error} if the documentation has no such place
 */
export function writeTable(name: string, how: string, [heading, ...rows]: readonly string[][]): void {
  const text = readFileSync(FILE, 'utf8')
  const [begin, end] = [`<!-- ${name}: written by npm run bench -->`, `<!-- end of ${name} -->`]
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error(`${FILE}: expected “${begin}” and “${end}”`)
  const lines = [
    `${machineNow()}; ${how}.`,
    '',
    line(heading),
    line(heading.map(() => '---')),
    ...rows.map(line),
  ]
  writeFileSync(FILE, `${before}${begin}\n${lines.join('\n')}\n${end}${after}`)
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The day, the machine and how busy it is. */
function machineNow(): string {
  const date = new Date().toISOString().slice(0, 10)
  const processor = cpus()[0]?.model.trim() || 'an unnamed processor'
  const cores = `${availableParallelism()} cores of ${processor}`
  return `${date}, Node ${process.versions.node}, ${cores}, load ${loadavg()[0].toFixed(1)}`
}

import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { failuresOf } from '../src/ui/conformance/report'
import { markdownOf } from './conformance/markdown'
import { conformanceReport } from './conformance/report'

/** Compares every quantity with its reference, judges every claim, and writes what it finds for the explorer and for readers. */
const root = resolve(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string }
const report = conformanceReport(version, new Date().toISOString().slice(0, 10))
writeFileSync(
  resolve(root, 'src/ui/conformance/results.json'),
  `{\n  "version": ${JSON.stringify(report.version)},\n  "date": ${JSON.stringify(report.date)},\n  "rooms": [\n${report.rooms
    .map((room) => `    ${JSON.stringify(room)}`)
    .join(',\n')}\n  ]\n}\n`,
)
writeFileSync(resolve(root, 'docs/conformance.md'), markdownOf(report))

for (const room of report.rooms) {
  const { quantities, claims } = room
  const numbers = quantities.reduce((sum, { count }) => sum + count, 0)
  const largest = Math.max(...quantities.map((row) => row.largest))
  process.stdout.write(
    `${room.room}: ${numbers} numbers, largest error ${largest}; ${claims.length} claims in ${room.judged} states\n`,
  )
  for (const failure of failuresOf(room)) process.stdout.write(`  FAILS: ${failure}\n`)
}
if (report.rooms.some((room) => failuresOf(room).length > 0)) process.exitCode = 1

import { readFileSync } from 'node:fs'

// Usage: node tally.mjs STATUS REPORT…; prints `N passed, N failed` for vitest's JSON reports of runs that ended in STATUS.
const [status, ...paths] = process.argv.slice(2)
const reports = paths
  .map((path) => readFileSync(path, 'utf8'))
  .flatMap((text) => (text ? [JSON.parse(text)] : []))
const total = (count) => reports.reduce((sum, report) => sum + count(report), 0)

// A file that does not load holds no test that could fail.
const broken = ({ testResults }) =>
  testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
// A failure of anything else (a type error, a missing package) counts as one, so that no failed run reads as clean.
const failed = Math.max(
  total((report) => report.numFailedTests + broken(report)),
  status === '0' ? 0 : 1,
)
process.stdout.write(`${total((report) => report.numPassedTests)} passed, ${failed} failed\n`)

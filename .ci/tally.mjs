import { readFileSync } from 'node:fs'

// Usage: node tally.mjs REPORT STATUS; prints `N passed, N failed` for vitest's JSON report of a run that ended in STATUS.
const [path, status] = process.argv.slice(2)
const text = readFileSync(path, 'utf8')
const { numPassedTests, numFailedTests, testResults } = text
  ? JSON.parse(text)
  : { numPassedTests: 0, numFailedTests: 0, testResults: [] }

// A file that does not load holds no test that could fail.
const broken = testResults.filter(
  (file) => file.status === 'failed' && file.assertionResults.length === 0,
).length
// A failure of anything else (a type error, a missing package) counts as one, so that no failed run reads as clean.
const failed = Math.max(numFailedTests + broken, status === '0' ? 0 : 1)
process.stdout.write(`${numPassedTests} passed, ${failed} failed\n`)

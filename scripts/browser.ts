import { findBrowser, introduced } from './browser/find'
import { thisMachine } from './browser/machine'

try {
  process.stdout.write(`${introduced(findBrowser(thisMachine))}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

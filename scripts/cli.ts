import { once } from 'node:events'
import { outputOf, usage } from './cli/commands'
import { reasonOf } from './cli/request-error'

/** Exit status of what cannot be answered. */
const REFUSED = 2

// Whoever reads the answers may stop reading: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

async function main(args: readonly string[]): Promise<void> {
  for await (const piece of outputOf(args, process.stdin.setEncoding('utf8')))
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
}

const args = process.argv.slice(2)
if (args.length === 0) {
  process.stderr.write(usage())
  process.exitCode = REFUSED
} else {
  await main(args).catch((error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`)
    process.exitCode = REFUSED
  })
}

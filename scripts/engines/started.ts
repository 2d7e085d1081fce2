import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

/** A program that runs beside this one. */
export interface Started {
  /** The first line that it wrote on `on` which matches `says`. */
  readonly ready: (on: 'stdout' | 'stderr', says: RegExp) => Promise<RegExpExecArray>
  readonly end: () => Promise<void>
}

/** Generous: a browser takes seconds. */
const PATIENCE_MS = 60_000

/** Whether a program called `name` can be started. */
export const isInstalled = (name: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

/** Starts `command`, with `variables` on top of this program's own. */
export function started(
  command: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Started {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...variables },
  })
  const gone = once(child, 'exit')
  // Read to the end, for a full pipe stops the program.
  const outputs = { stdout: child.stdout.resume(), stderr: child.stderr.resume() }
  return {
    ready: (on, says) =>
      Promise.race([
        lineOf(outputs[on], says),
        gone.then(() => Promise.reject(new Error(`${command} ended before it said ${says}`))),
      ]),
    end: async () => {
      child.kill()
      await gone
    },
  }
}

async function lineOf(output: Readable, says: RegExp): Promise<RegExpExecArray> {
  const lines = createInterface(output)
  const signal = AbortSignal.timeout(PATIENCE_MS)
  for (;;) {
    const [line] = await once(lines, 'line', { signal })
    const said = says.exec(line)
    if (said) return said
  }
}

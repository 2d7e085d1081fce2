import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from './find'
import { thisMachine } from './machine'

/** What a browser is started with that shows the built page to a program. */
export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing leaves the machine, so that a result never depends on another host.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** The browser that is `found` on this machine, started. */
export const launched = (found = findBrowser(thisMachine)): Promise<Browser> =>
  chromium.launch({ executablePath: found.path, args: launchArguments })

/**
 * Builds the page and returns the folder it is in.
 *
 * In a process of its own: where NODE_ENV is `test`, React would be built for development.
 */
export function build(): string {
  const env = { ...process.env, NODE_ENV: 'production' }
  const command = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']
  execFileSync(process.execPath, command, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  return 'dist'
}

/** The folder of the built page: `DIST` where that is set, else built now. */
export const builtFolder = () => resolve(process.env['DIST'] ?? build())

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outputOf } from './machine'

/** A Firefox that answered. */
export interface Firefox {
  readonly command: string
  /** Name and version in its own words: `Mozilla Firefox 153.8.0esr`. */
  readonly version: string
}

/** The Firefox of this machine, or undefined where none is installed. */
export function installedFirefox(): Firefox | undefined {
  for (const command of ['firefox-esr', 'firefox']) {
    const version = outputOf(command, ['--version'], { seconds: 30 })?.trim()
    if (version) return { command, version }
  }
  return undefined
}

/** No page of Firefox's own takes the place of ours. */
const QUIET = `user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('browser.aboutwelcome.enabled', false);
`

/** What Firefox is started with to run for a program, in a profile that `remove` deletes. */
export function freshProfile() {
  const folder = mkdtempSync(join(tmpdir(), 'firefox-'))
  writeFileSync(join(folder, 'user.js'), QUIET)
  return {
    args: ['--headless', '--no-remote', '--profile', folder],
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

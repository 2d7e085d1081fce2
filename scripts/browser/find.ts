import { candidates } from './candidates'
import { installers } from './installers'
import type { Machine } from './machine'

/** A browser that answered. */
export interface Browser {
  readonly path: string
  /** Name and version in its own words: `Chromium 156.0.8078.79`. */
  readonly version: string
  /** How it was found: a phrase for the person who reads the line. */
  readonly source: string
}

/**
 * The first browser of `machine` that answers, one installed for the occasion where there is none.
 *
 * @throws {Error} naming what to do, if none answers and none could be installed
 */
export function findBrowser(machine: Machine): Browser {
  const found = answering(machine)
  if (found) return found
  for (const installer of installers.filter((one) => one.fits(machine))) {
    installer.install(machine)
    const brought = answering(machine)
    if (brought) return { ...brought, source: `just installed by ${installer.name}` }
  }
  throw new Error(
    'browser: none found and none could be installed; install Chrome, Chromium or Edge, or set CHROME_PATH to one',
  )
}

/** The one line that says which browser the tests use. */
export const introduced = ({ version, path, source }: Browser): string =>
  `browser: ${version} at ${path} (${source})`

function answering(machine: Machine): Browser | undefined {
  for (const { path, source } of candidates(machine)) {
    const version = versionOf(path, machine)
    if (version) return { path, version, source: withRemark(source, machine) }
  }
  return undefined
}

/** A choice that was passed over is said, not swallowed. */
const withRemark = (source: string, { env }: Machine): string =>
  env['CHROME_PATH'] && source !== 'CHROME_PATH'
    ? `${source}; CHROME_PATH=${env['CHROME_PATH']} does not answer`
    : source

/** A file that is there may be a stub (Ubuntu's chromium-browser) or lack libraries: only an answer counts. */
function versionOf(path: string, machine: Machine): string | undefined {
  const answer =
    machine.platform === 'win32'
      ? fileVersion(path, machine)
      : machine.run(path, ['--version'], { seconds: 15 })
  return answer?.match(/[A-Z][A-Za-z ]* \d+(\.\d+){3}/)?.[0]
}

/** On Windows `--version` opens a window instead of answering. */
function fileVersion(path: string, machine: Machine): string | undefined {
  const script =
    '$v = (Get-Item -LiteralPath $env:BROWSER).VersionInfo; "$($v.ProductName) $($v.ProductVersion)"'
  return machine.run('powershell', ['-NoProfile', '-Command', script], {
    seconds: 15,
    env: { BROWSER: path },
  })
}

import { basename, posix, resolve, win32 } from 'node:path'
import type { Machine } from './machine'

/** A place where a browser may be, and how it got there. */
export interface Candidate {
  readonly path: string
  readonly source: string
}

/** Where `unpackedChromium` of installers.ts leaves its browser. */
export const unpackedFolder = resolve('.cache/chromium')

/** Where Chrome, Chromium and Edge may be on `machine`, in the order to try: what the person chose comes first. */
export function candidates(machine: Machine): readonly Candidate[] {
  const chosen = machine.env['CHROME_PATH']
  const groups = {
    CHROME_PATH: chosen ? [chosen] : [],
    installed: installed(machine),
    "Playwright's cache": playwrightCache(machine),
    '.cache': [`${unpackedFolder}/run`],
  }
  return Object.entries(groups).flatMap(([source, paths]) =>
    paths.filter((path) => machine.exists(path)).map((path) => ({ path, source })),
  )
}

function installed(machine: Machine): readonly string[] {
  if (machine.platform === 'win32') return onWindows(machine)
  if (machine.platform === 'darwin') return onMac(machine)
  return onLinux(machine)
}

function onLinux({ env }: Machine): readonly string[] {
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge']
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

function onMac({ home }: Machine): readonly string[] {
  return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
    ['/Applications', `${home}/Applications`].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
  )
}

function onWindows({ env }: Machine): readonly string[] {
  const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
  return [
    'Google/Chrome/Application/chrome',
    'Chromium/Application/chrome',
    'Microsoft/Edge/Application/msedge',
  ]
    .flatMap((program) => folders.flatMap((folder) => (folder ? [`${folder}/${program}.exe`] : [])))
    .map((path) => win32.normalize(path))
}

/** The browsers Playwright downloaded, newest first. */
function playwrightCache(machine: Machine): readonly string[] {
  const names = ['chrome-headless-shell', 'headless_shell', 'chrome', 'Chromium', 'Google Chrome for Testing']
  const folder = machine.env['PLAYWRIGHT_BROWSERS_PATH'] ?? defaultPlaywrightCache(machine)
  return machine
    .pathsBelow(folder)
    .filter((path) => path.startsWith('chromium') && names.includes(basename(path, '.exe')))
    .toSorted((one, other) => other.localeCompare(one, 'en', { numeric: true }))
    .map((path) => `${folder}/${path}`)
}

function defaultPlaywrightCache({ platform, home, env }: Machine): string {
  if (platform === 'win32') return `${env['LOCALAPPDATA'] ?? home}/ms-playwright`
  return platform === 'darwin' ? `${home}/Library/Caches/ms-playwright` : `${home}/.cache/ms-playwright`
}

import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findBrowser, introduced } from '../../scripts/browser/find'
import { type Machine, outputOf } from '../../scripts/browser/machine'

const chromium = 'Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n'

/** A machine with the given files; those listed in `answers` reply to `--version`. */
function invented(answers: Record<string, string>, rest: Partial<Machine> = {}): Machine {
  return {
    platform: 'linux',
    arch: 'x64',
    home: '/home/ada',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    isDebian: true,
    exists: (path) => path in answers,
    pathsBelow: (folder) =>
      Object.keys(answers).flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1)] : [],
      ),
    run: (command) => answers[command] || undefined,
    ...rest,
  }
}

/** A machine that records what it is asked to run; `apt-get install` brings chromium where it may. */
function bare(rest: Partial<Machine>) {
  const files: Record<string, string> = {}
  const asked: string[] = []
  const run: Machine['run'] = (command, args) => {
    const words = [basename(command), ...args]
    if (!(command in files)) asked.push(words.join(' '))
    if (words[1] === 'install' && command === 'apt-get') files['/usr/bin/chromium'] = chromium
    return files[command]
  }
  return { asked, machine: invented(files, { run, ...rest }) }
}

const cached =
  '/home/ada/.cache/ms-playwright/chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell'
const found = (machine: Machine) => introduced(findBrowser(machine))

describe('the order of candidates', () => {
  const everywhere = { '/opt/mine': chromium, '/usr/bin/chromium': chromium, [cached]: chromium }

  test('what the person chose comes first', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/mine' }
    expect(found(invented(everywhere, { env }))).toBe(
      'browser: Chromium 156.0.8078.79 at /opt/mine (CHROME_PATH)',
    )
  })

  test('then what is installed', () => {
    expect(found(invented(everywhere))).toBe(
      'browser: Chromium 156.0.8078.79 at /usr/bin/chromium (installed)',
    )
  })

  test("then Playwright's cache, the newest revision first", () => {
    const older = cached.replace('1255', '987')
    const machine = invented({ [older]: chromium, [cached]: chromium })
    expect(found(machine)).toBe(`browser: Chromium 156.0.8078.79 at ${cached} (Playwright's cache)`)
  })

  test.each([
    ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['darwin', '/home/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ] as const)('on %s %s is found', (platform, path) => {
    expect(findBrowser(invented({ [path]: 'Google Chrome 150.0.7871.100' }, { platform })).path).toBe(path)
  })

  test('on Windows the version is read from the file, for --version would open a window', () => {
    const path = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
    const env = { PROGRAMFILES: 'C:\\Program Files' }
    const machine = invented(
      { [path]: '', powershell: 'Google Chrome 150.0.7871.100' },
      { platform: 'win32', env },
    )
    expect(found(machine)).toBe(`browser: Google Chrome 150.0.7871.100 at ${path} (installed)`)
  })
})

describe('a candidate that does not answer', () => {
  test('is passed over, and said where it was the chosen one', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/opt/broken' }
    const machine = invented({ '/opt/broken': '', '/usr/bin/chromium': chromium }, { env })
    expect(found(machine)).toMatch(/at \/usr\/bin\/chromium \(installed; CHROME_PATH=\/opt\/broken does not/)
  })

  test('is passed over when it is no browser', () => {
    const files = { '/usr/local/bin/chromium': 'Mozilla Firefox 140.0', '/usr/bin/chromium': chromium }
    expect(findBrowser(invented(files)).path).toBe('/usr/bin/chromium')
  })

  test('is given up after the time allowed', () => {
    const start = performance.now()
    expect(
      outputOf(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { seconds: 0.2 }),
    ).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('is one that is missing or fails', () => {
    expect(outputOf('/nowhere/chromium', ['--version'], { seconds: 5 })).toBeUndefined()
    expect(outputOf(process.execPath, ['-e', 'process.exit(1)'], { seconds: 5 })).toBeUndefined()
    expect(outputOf(process.execPath, ['--version'], { seconds: 5 })).toMatch(/^v\d+/)
  })
})

describe('without a browser', () => {
  test('root on Debian gets one by apt-get, after Playwright was asked', () => {
    const { asked, machine } = bare({ isRoot: true })
    expect(found(machine)).toMatch(/at \/usr\/bin\/chromium \(just installed by apt-get\)$/)
    expect(asked.map((line) => line.replace(/^.*cli\.js/, 'playwright'))).toEqual([
      'playwright install --only-shell chromium',
      'apt-get update',
      'apt-get install -y --no-install-recommends chromium fonts-liberation',
    ])
  })

  test.each([
    { isRoot: false },
    { isRoot: true, isDebian: false },
    { platform: 'darwin', isDebian: false },
  ] as const)('%o: one sentence says what to do, and apt-get is left alone', (rest) => {
    const { asked, machine } = bare(rest)
    expect(() => findBrowser(machine)).toThrow(
      /^browser: none found and none could be installed; install .*CHROME_PATH/,
    )
    expect(asked.join()).not.toContain('apt-get')
  })
})

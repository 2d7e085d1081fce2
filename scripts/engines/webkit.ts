import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { clickAt, pressOf } from './actions'
import { type Candidate, type Engine, WINDOW } from './engine'
import { isInstalled, type Started, started } from './started'
import { type WebDriver, webdriver } from './webdriver'

/** WebKitGTK: the engine of Safari, in the browser that comes with its driver. */
export const webkit: Candidate = {
  name: 'WebKit',
  install: 'apt-get install webkit2gtk-driver xvfb',
  start: async () => (isInstalled('WebKitWebDriver') && hasScreen() ? start() : undefined),
}

const isShown = () => Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])

/** WebKitGTK has no mode without windows. */
const hasScreen = () => isShown() || isInstalled('Xvfb')

async function start(): Promise<Engine> {
  const programs: Started[] = []
  const end = async () => {
    for (const program of programs.toReversed()) await program.end()
  }
  try {
    const port = await freePort()
    const screen = isShown() ? {} : await invisibleScreen(programs)
    programs.push(started('WebKitWebDriver', [`--port=${port}`], screen))
    return await opened(await webdriver(`http://127.0.0.1:${port}`), end)
  } catch (error) {
    await end()
    throw error
  }
}

/** Starts a screen that nobody sees, adds it to `programs` and says where it is. */
async function invisibleScreen(programs: Started[]): Promise<NodeJS.ProcessEnv> {
  const xvfb = started('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'])
  programs.push(xvfb)
  const [display] = await xvfb.ready('stdout', /^\d+$/)
  return { DISPLAY: `:${display}` }
}

async function opened(driver: WebDriver, end: () => Promise<void>): Promise<Engine> {
  await driver.post('window/rect', WINDOW)
  return {
    name: `WebKitGTK ${driver.browserVersion}`,
    open: async (address) => {
      await driver.post('url', { url: 'about:blank' })
      await driver.post('url', { url: address })
    },
    evaluate: (expression) => driver.post('execute/sync', { script: `return ${expression}`, args: [] }),
    click: (point) => driver.post('actions', { actions: clickAt(point) }),
    press: (key) => driver.post('actions', { actions: pressOf(key) }),
    close: async () => {
      await driver.close()
      await end()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

import { findBrowser } from '../browser/find'
import { launched } from '../browser/launch'
import { thisMachine } from '../browser/machine'
import { type Candidate, type Engine, WINDOW } from './engine'

/** Chromium as the other tests drive it: what the other engines are compared with. */
export const chromium: Candidate = {
  name: 'Chromium',
  install: 'install Chrome, Chromium or Edge, or set CHROME_PATH to one',
  start: () => start(),
}

async function start(): Promise<Engine> {
  const found = findBrowser(thisMachine)
  const browser = await launched(found)
  const page = await browser.newPage({ viewport: WINDOW })
  return {
    name: found.version,
    open: async (address) => {
      await page.goto('about:blank')
      await page.goto(address)
    },
    evaluate: (expression) => page.evaluate(expression),
    click: ({ x, y }) => page.mouse.click(x, y),
    press: (key) => (key.length === 1 ? page.keyboard.type(key) : page.keyboard.press(key)),
    close: () => browser.close(),
  }
}

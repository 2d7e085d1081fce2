import { type Firefox, freshProfile, installedFirefox } from '../browser/firefox'
import { clickAt, pressOf } from './actions'
import { type Bidi, bidi } from './bidi'
import { type Candidate, type Engine, WINDOW } from './engine'
import { started } from './started'

/** The installed Firefox: Playwright would drive only one of its own. */
export const firefox: Candidate = {
  name: 'Firefox',
  install: 'apt-get install firefox-esr, or any Firefox on the PATH',
  start: async () => {
    const installed = installedFirefox()
    return installed && start(installed)
  },
}

type Evaluated =
  | { readonly type: 'success'; readonly result: { readonly value: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } }

async function start({ command, version }: Firefox): Promise<Engine> {
  const profile = freshProfile()
  const program = started(command, [...profile.args, '--remote-debugging-port=0'])
  const end = async () => {
    await program.end()
    profile.remove()
  }
  try {
    const [, address] = await program.ready('stderr', /WebDriver BiDi listening on (ws:\S+)/)
    const browser = await bidi(`${address}/session`)
    return { name: version, ...(await driven(browser)), close: () => ended(browser, end) }
  } catch (error) {
    await end()
    throw error
  }
}

async function ended(browser: Bidi, end: () => Promise<void>): Promise<void> {
  browser.close()
  await end()
}

async function driven({ send }: Bidi): Promise<Omit<Engine, 'name' | 'close'>> {
  await send('session.new', { capabilities: {} })
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {})
  const { context } = contexts[0]
  await send('browsingContext.setViewport', { context, viewport: WINDOW })
  const perform = (actions: object) => send<void>('input.performActions', { context, actions })
  const open = (url: string) => send<void>('browsingContext.navigate', { context, url, wait: 'complete' })
  return {
    open: async (address) => {
      await open('about:blank')
      await open(address)
    },
    evaluate: async (expression) => {
      // As text, for BiDi has a notation of its own for values.
      const script = { expression: `JSON.stringify({ value: ${expression} })`, awaitPromise: false }
      return valueOf(await send<Evaluated>('script.evaluate', { ...script, target: { context } }))
    },
    click: (point) => perform(clickAt(point)),
    press: (key) => perform(pressOf(key)),
  }
}

function valueOf(answer: Evaluated) {
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text)
  return JSON.parse(answer.result.value).value
}

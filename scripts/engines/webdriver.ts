import { setTimeout as rest } from 'node:timers/promises'

/** Drives a browser with classic WebDriver, over HTTP. */
export interface WebDriver {
  /** Name and version of the browser, as it calls itself. */
  readonly browserVersion: string
  readonly post: <T>(path: string, body: object) => Promise<T>
  readonly close: () => Promise<void>
}

interface Session {
  readonly sessionId: string
  readonly capabilities: { readonly browserVersion: string }
}

/** A driver has a port within moments, or never. */
const PATIENCE_MS = 20_000

/** Opens a window through the driver at `address`, which may be just starting. */
export async function webdriver(address: string): Promise<WebDriver> {
  await answering(address)
  const { sessionId, capabilities } = await request<Session>('POST', `${address}/session`, {
    capabilities: {},
  })
  const session = `${address}/session/${sessionId}`
  return {
    browserVersion: capabilities.browserVersion,
    post: (path, body) => request('POST', `${session}/${path}`, body),
    close: () => request('DELETE', session),
  }
}

async function answering(address: string): Promise<void> {
  const limit = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await request('GET', `${address}/status`)
    } catch (error) {
      if (performance.now() > limit) throw error
      await rest(100)
    }
  }
}

async function request<T>(method: string, address: string, body?: object): Promise<T> {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } }
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
  return value
}

import { IS_SINGLE } from './single'

/** The part of the Trusted Types interface that is used; TypeScript's page types do not have it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): URL
  }
}

/** Named in the page's content policy, which admits no other. */
const POLICY = 'attention-explorer'

const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
const policy = types?.createPolicy(POLICY, { createScriptURL: ownScript })

/**
 * The address of one of this page's own scripts, in the form that the page's policy lets a worker be made from.
 *
 * @throws {TypeError} if it is not of this page's origin
 */
export function trustedScript(url: string): URL | string {
  return policy?.createScriptURL(url) ?? ownScript(url)
}

/**
 * A worker that runs one of this page's own scripts; those that are data are classic.
 *
 * @throws {TypeError} if the script is not the page's own
 */
export function startWorker(url: string): Worker {
  return new Worker(trustedScript(url), { type: IS_SINGLE ? 'classic' : 'module' })
}

function ownScript(url: string): string {
  if (IS_SINGLE && url.startsWith('data:text/javascript;base64,')) return url
  const { origin, href } = new URL(url, location.href)
  if (origin !== location.origin)
    throw new TypeError(`trustedScript: expected a script of ${location.origin}, got ${href}`)
  return href
}

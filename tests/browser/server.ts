import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, sep } from 'node:path'
import { text } from 'node:stream/consumers'

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Where the browser posts what a policy blocked. */
export const reportPath = '/blocked'

/** A site on a free port of this machine. */
export interface Site {
  readonly origin: string
  /** The reports of what a policy blocked, in the browser's words. */
  readonly blocked: readonly string[]
  readonly close: () => void
}

/**
 * Serves `folder`, at the address `at` of its site and at `port` or any free one, under the policy that its page asks for, and Trusted Types on top.
 *
 * The page's own `<meta>` policy reaches neither workers nor `report-uri`; as a header it reaches both,
 * so that the watch hears of everything that is blocked, wherever it runs.
 */
export async function serve(folder: string, at = '/', port = 0): Promise<Site> {
  const files = filesOf(folder)
  const policies = [pagePolicy(files), "require-trusted-types-for 'script'"]
  const headers = {
    'Content-Security-Policy': policies.map((policy) => `${policy}; report-uri ${reportPath}`),
  }
  const blocked: string[] = []
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html')
    if (path === reportPath) blocked.push(await text(request))
    const body = path.startsWith(at) ? files.get(path.slice(at.length - 1)) : undefined
    const type = types[extname(path)] ?? 'application/octet-stream'
    response.writeHead(body ? 200 : 404, { ...headers, 'Content-Type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    blocked,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address && typeof address === 'object') return address.port
  throw new Error(`serve: expected a port, got ${address}`)
}

/** Read once, so that no request can name a path outside of `folder`. */
function filesOf(folder: string): ReadonlyMap<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(folder.length).split(sep).join('/'), readFileSync(path)]
    }),
  )
}

function pagePolicy(files: ReadonlyMap<string, Buffer>): string {
  const page = files.get('/index.html')?.toString() ?? ''
  const policy = page.match(/<meta[^>]+http-equiv="Content-Security-Policy"[^>]+content="([^"]+)"/i)?.[1]
  if (!policy) throw new Error('index.html: expected a Content-Security-Policy in a <meta>, got none')
  return policy.replace(/\s+/g, ' ')
}

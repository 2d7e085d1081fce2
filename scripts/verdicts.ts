import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { json } from 'node:stream/consumers'
import { build, type Rolldown } from 'vite'
import { findBrowser } from './browser/find'
import { freshProfile, installedFirefox } from './browser/firefox'
import { launched } from './browser/launch'
import { thisMachine } from './browser/machine'
import { judged } from './verdicts/judged'

/** Proves that answers are judged alike everywhere: every labelled one, in Node and the browsers, compared bit by bit. */
const here = judged()
process.stdout.write(`Node ${process.versions.node} judges ${here.length} answers\n`)

/** Generous: a browser takes seconds. */
const PATIENCE_MS = 120_000

const site = await serve(await builtPage())
try {
  await inChromium()
  await inFirefox()
} finally {
  site.close()
}

async function inChromium(): Promise<void> {
  const found = findBrowser(thisMachine)
  const browser = await launched(found)
  try {
    const posted = site.posted()
    const page = await browser.newPage()
    await page.goto(site.origin)
    compare(found.version, await posted)
  } finally {
    await browser.close()
  }
}

/** Playwright drives only a Firefox of its own, so the installed one is given an address and the page does the rest. */
async function inFirefox(): Promise<void> {
  const installed = installedFirefox()
  if (!installed) return void process.stdout.write('Firefox is not installed here: not compared\n')
  const profile = freshProfile()
  const posted = site.posted()
  const firefox = spawn(installed.command, [...profile.args, site.origin], { stdio: 'ignore' })
  const ended = once(firefox, 'exit')
  try {
    compare(installed.version, await posted)
  } finally {
    firefox.kill()
    await ended
    profile.remove()
  }
}

/** Says whether `there` is what Node found; where it is not, the first differences, and the script fails. */
function compare(engine: string, there: readonly string[]): void {
  const different = here.filter((line, i) => line !== there[i])
  const isSame = different.length === 0 && there.length === here.length
  process.stdout.write(
    `${engine}: ${isSame ? `the same ${there.length} verdicts, bit for bit` : `${different.length} differ`}\n`,
  )
  if (isSame) return
  process.exitCode = 1
  for (const line of different.slice(0, 5))
    process.stdout.write(`  Node: ${line}\n  there: ${there[here.indexOf(line)]}\n`)
}

/** The files of the page, by path. */
async function builtPage(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const { output } = (await build({
    root: resolve(import.meta.dirname, 'verdicts/page'),
    configFile: false,
    logLevel: 'error',
    build: { write: false },
  })) as Rolldown.RolldownOutput
  return new Map(output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]))
}

/** Serves `files` on a free port of this machine, and takes what their page posts. */
async function serve(files: ReadonlyMap<string, string | Uint8Array>) {
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') server.emit('verdicts', await json(request))
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    const type = path.endsWith('.js') ? 'text/javascript' : 'text/html'
    response.writeHead(files.has(path) ? 200 : 404, { 'Content-Type': type }).end(files.get(path))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted: async () =>
      (await once(server, 'verdicts', { signal: AbortSignal.timeout(PATIENCE_MS) }))[0] as string[],
    close: () => server.close(),
  }
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { transformWithOxc } from 'vite'

/** A copy of a built page that says of itself what `page/probe.ts` can see, from its first script on. */
export interface Staged {
  readonly folder: string
  readonly remove: () => void
}

/**
 * Copies the page in `built` and adds the probe.
 *
 * @throws {Error} where the page has no head to add it to
 */
export async function staged(built: string): Promise<Staged> {
  const folder = mkdtempSync(join(tmpdir(), 'engines-'))
  cpSync(built, folder, { recursive: true })
  const source = resolve(import.meta.dirname, 'page/probe.ts')
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source)
  writeFileSync(join(folder, 'probe.js'), code)
  const page = join(folder, 'index.html')
  writeFileSync(page, withProbe(readFileSync(page, 'utf8')))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function withProbe(page: string): string {
  const probed = page.replace('<head>', '<head>\n<script type="module" src="./probe.js"></script>')
  if (probed === page) throw new Error('index.html: expected <head>, got none')
  return probed
}

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const folder = resolve(import.meta.dirname, '../../bench/peers')

/** The folder of the peers, with the packages that they need. */
export function peersFolder(): string {
  if (!existsSync(join(folder, 'node_modules/@jax-js')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  return folder
}

/** Builds the pages of `bench/peers` as the explorer is built, and returns the folder they are in. */
export async function builtPeers(): Promise<string> {
  peersFolder()
  const outDir = mkdtempSync(join(tmpdir(), 'bench-peers-'))
  // The server of the benchmarks asks every page for its policy.
  const withPolicy = {
    name: 'policy',
    transformIndexHtml: (page: string) =>
      page.replace(
        '<head>',
        `<head><meta http-equiv="Content-Security-Policy" content="script-src 'self'" />`,
      ),
  }
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    plugins: [withPolicy],
    base: './',
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}

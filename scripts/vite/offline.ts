import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Plugin } from 'vite'
import { ONE_FILE } from '../../src/export/one-file.ts'

/** The name that the page registers. */
const NAME = 'service-worker.js'

/** The folder of trained weights: a megabyte that only the knowledge lab fetches, when it opens. */
const OF_THE_LAB = 'lab'

/** Files that servers read and the page never asks for. */
const OF_SERVERS = /^(?:_headers|\.htaccess)$/

/**
 * Writes the service worker beside the built page: it names the files of the build and of `public/`, and a version made
 * from their contents, so that a build with nothing changed is no update. The explorer as one file is not among them: it
 * holds all of them once more, and few ever ask for it.
 */
export function offline(): Plugin {
  let folder = ''
  return {
    name: 'offline',
    apply: 'build',
    configResolved: ({ publicDir }) => {
      folder = publicDir
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const built = Object.values(bundle).map(
          (file) => [file.fileName, file.type === 'chunk' ? file.code : file.source] as const,
        )
        const files = new Map([...built, ...filesOf(folder)])
        files.delete(ONE_FILE)
        this.emitFile({ type: 'asset', fileName: NAME, source: serviceWorker(files) })
      },
    },
  }
}

type Files = ReadonlyMap<string, string | Uint8Array>

function serviceWorker(files: Files): string {
  const names = [...files.keys()].toSorted()
  const version = createHash('sha256')
  for (const name of names) version.update(name).update(files.get(name)!)
  return readFileSync(join(import.meta.dirname, NAME), 'utf8')
    .replace('__VERSION__', version.digest('hex').slice(0, 16))
    .replace("'__FILES__'", names.map((name) => JSON.stringify(name)).join(', '))
}

function filesOf(folder: string): [string, Uint8Array][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !OF_SERVERS.test(entry.name))
    .filter((entry) => entry.parentPath !== join(folder, OF_THE_LAB))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      readFileSync(path),
    ])
}

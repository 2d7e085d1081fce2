import { posix } from 'node:path'

/** Files of `src` by path, as in `/src/core/attention/softmax.ts`, with their text. */
export type Sources = Readonly<Record<string, string>>

/** Files that one imports, and paths that it names and that are none. */
interface Imported {
  readonly files: string[]
  readonly missing: string[]
}

/** Whatever `text` imports: statically, as a type, dynamically, by a glob, or as a worker's address. */
export function importsIn(text: string): string[] {
  const globs = [...text.matchAll(/import\.meta\.glob[^(]*\(([^)]*)\)/g)].map(([, patterns]) => patterns)
  const named = /\b(?:from|import)\s*\(?\s*['"`]([^'"`]+)['"`]|\bnew URL\(\s*['"`]([^'"`]+)['"`]/g
  return [
    ...[...text.matchAll(named)].map(([, module, address]) => module ?? address),
    ...globs.flatMap((patterns) =>
      [...patterns.matchAll(/['"`]([./][^'"`]*)['"`]/g)].map(([, path]) => path),
    ),
  ]
}

/** The files that `path` imports of those there are, and the paths it names that are none. */
export function filesImported(path: string, all: Sources): Imported {
  const wanted = importsIn(all[path]).filter((name) => /^[./]/.test(name))
  const found = wanted.map((name) =>
    filesAt(posix.resolve(posix.dirname(path), name.replace(/\?.*/, '')), all),
  )
  return { files: found.flat(), missing: wanted.filter((_, i) => found[i].length === 0) }
}

function filesAt(place: string, all: Sources): string[] {
  const pattern = new RegExp(
    `^${place.replaceAll('.', '\\.').replaceAll('**', '.+').replaceAll('*', '[^/]+')}$`,
  )
  if (place.includes('*')) return Object.keys(all).filter((path) => pattern.test(path))
  return ['', '.ts', '.tsx', '/index.ts'].map((ending) => place + ending).filter((path) => path in all)
}

/** `.ts` is pure, whatever draws is ui, also in the folder of a construction. */
export function layerOf(path: string): string {
  return /\.(tsx|css)$/.test(path) ? 'ui' : path.split('/')[2]
}

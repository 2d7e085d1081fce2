import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin } from 'vite'
import {
  dataElement,
  FRAME_ID,
  inScript,
  LESSON_ID,
  ONE_FILE,
  PART,
  woven,
} from '../../src/export/one-file.ts'
import { kernels } from './kernels.ts'

type Bundle = Parameters<Extract<NonNullable<Plugin['generateBundle']>, (...args: never[]) => unknown>>[1]

/**
 * Writes the page, its styles, fonts, programs and workers into one HTML file, which also opens from `file://`. Only what is
 * written into it may run: its policy names the hash of each script.
 */
export function oneFile(): Plugin {
  let publicFolder = ''
  return {
    name: 'one-file',
    apply: 'build',
    enforce: 'post',
    configResolved: ({ publicDir }) => {
      publicFolder = publicDir
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = filled(bundle, publicFolder)
        for (const file of Object.keys(bundle)) delete bundle[file]
        this.emitFile({ type: 'asset', fileName: ONE_FILE, source: page })
      },
    },
  }
}

/** Workers as data addresses: from `file://` browsers start no worker of another file. */
export const workersWithin: Plugin = {
  name: 'workers-within',
  enforce: 'pre',
  async load(id) {
    const [path, query] = id.split('?')
    if (query !== 'worker&url') return undefined
    const code = Buffer.from(await classicWorker(path)).toString('base64')
    return `export default 'data:text/javascript;base64,${code}'`
  },
}

async function classicWorker(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [kernels()],
    build: { write: false, copyPublicDir: false, lib: { entry, formats: ['iife'], name: 'worker' } },
  })
  const [{ output }] = built as Extract<typeof built, unknown[]>
  return output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
}

/** Where a part goes; no text of a page holds it. */
const HOLE = '\0'

function filled(bundle: Bundle, publicFolder: string): string {
  const files = Object.values(bundle)
  const text = (end: string) =>
    files
      .filter(({ fileName }) => fileName.endsWith(end))
      .map((file) => String(file.type === 'chunk' ? file.code : file.source))
      .join('\n')
  const start = readFileSync(join(publicFolder, 'start.js'), 'utf8')
  const icon = readFileSync(join(publicFolder, 'icon.svg')).toString('base64')
  const scripts = [start, text('.js')].map(withoutEnd)
  const style = text('.css')
  const pieces = frame(text('.html'), policy(scripts, style), icon).split(HOLE)
  return woven(pieces, [style, scripts[0], '', inScript(JSON.stringify(pieces)), scripts[1]])
}

/** The page with a hole for each part: style, first script, lesson, this frame itself, program. */
function frame(page: string, rules: string, icon: string): string {
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${rules}" />`,
    '<meta charset="utf-8" />',
    `<link rel="icon" href="data:image/svg+xml;base64,${icon}" />`,
    `<style ${PART}>${HOLE}</style>`,
    `<script ${PART}>${HOLE}</script>`,
  ]
  const foot = [
    `${dataElement(LESSON_ID)}${HOLE}</script>`,
    `${dataElement(FRAME_ID)}${HOLE}</script>`,
    `<script type="module" ${PART}>${HOLE}</script>`,
  ]
  return page
    .replaceAll(/<(?:script|link)[^>]*(?:src|href)="[^"]*"[^>]*>(?:<\/script>)?\s*/g, '')
    .replace('<meta charset="utf-8" />', '')
    .replace('<head>', `<head>\n${head.join('\n')}`)
    .replace('</body>', `${foot.join('\n')}\n</body>`)
}

/** A script that is written into a page must not hold what ends it. */
const withoutEnd = (code: string) =>
  code.replaceAll('</script', String.raw`<\/script`).replaceAll('<!--', String.raw`<\!--`)

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const policy = (scripts: readonly string[], style: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts.map(hash).join(' ')} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'font-src data:',
    'img-src data: blob:',
    'connect-src data:',
    'worker-src data: blob:',
    // The console of a lecture holds the picture of the hall; from a disk browsers disagree on what is "self".
    "frame-src 'self' file:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types attention-explorer',
  ].join('; ')

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Builds what is released: the explorer as a folder for a static host, packed, and as one HTML file, with the SHA-256 of
 * every file. The archive is the same from the same sources: names in order, no owner, one date.
 */
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))
const title = `${name}-${version}`
const target = join('release', title)
rmSync('release', { recursive: true, force: true })
mkdirSync(target, { recursive: true })

execFileSync('npx', ['vite', 'build'], { stdio: 'inherit' })
cpSync('dist', target, { recursive: true })
for (const file of ['LICENSE', 'CHANGELOG.md', 'docs/hosting.md'])
  cpSync(file, join(target, file.split('/').at(-1)))

const hash = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()

const within = filesIn(target).map((file) => `${hash(file)}  ${file.slice(target.length + 1)}\n`)
writeFileSync(join(target, 'SHA256SUMS'), within.join(''))
const archive = `${title}.tar.gz`
const fixed = [
  '--sort=name',
  '--mtime=@0',
  '--owner=0',
  '--group=0',
  '--numeric-owner',
  '--use-compress-program=gzip -n',
]
execFileSync('tar', [...fixed, '-cf', archive, title], { cwd: 'release' })
cpSync('dist/attention-explorer.html', join('release', `${title}.html`))
const released = [archive, `${title}.html`].map((file) => `${hash(join('release', file))}  ${file}\n`)
writeFileSync('release/SHA256SUMS', released.join(''))
process.stdout.write(released.join(''))

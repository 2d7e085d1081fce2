import { readFileSync } from 'node:fs'

/** Lists the licences of all packages in package-lock.json; fails where what is shipped has one that is not listed here. */
const ALLOWED = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'OFL-1.1',
  'BlueOak-1.0.0',
  'Unlicense',
]

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const all = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { license = 'none', version, dev = false, optional = false }]) => ({
    name: path.replace(/^.*node_modules\//, ''),
    license: String(license),
    version,
    isShipped: !dev && !optional,
  }))

const licences = [...new Set(all.map(({ license }) => license))].toSorted()
for (const license of licences) {
  const own = all.filter((one) => one.license === license)
  const shipped = own.filter(({ isShipped }) => isShipped).map(({ name, version }) => `${name} ${version}`)
  process.stdout.write(`${license}: ${own.length} packages; shipped: ${shipped.join(', ') || 'none'}\n`)
}

const refused = all.filter(
  ({ isShipped, license }) =>
    isShipped && !license.split(' OR ').some((one) => ALLOWED.includes(one.replace(/[()]/g, ''))),
)
for (const { name, license } of refused)
  process.stderr.write(`${name}: ${license} is not among ${ALLOWED.join(', ')}\n`)
process.exitCode = refused.length > 0 ? 1 : 0

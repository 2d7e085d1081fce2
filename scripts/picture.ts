import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesImported, layerOf, type Sources } from './architecture/imports'

/*
 * Draws the layers of `src` and what imports what, from the imports themselves: `npm run picture` writes
 * docs/architecture.svg.
 */

/** From what depends on all others to what depends on none. */
const LAYERS = [
  'ui',
  'workers',
  'state',
  'knowledge',
  'export',
  'questions',
  'checker',
  'constructions',
  'tex',
  'core',
]

const sources: Sources = Object.fromEntries(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => [`/src/${name}`, readFileSync(join('src', name), 'utf8')]),
)

/** The layers that one imports from. */
const targetsOf = (layer: string) =>
  new Set(
    Object.keys(sources)
      .filter((path) => layerOf(path) === layer)
      .flatMap((path) => filesImported(path, sources).files.map(layerOf))
      .filter((to) => to !== layer && LAYERS.includes(to)),
  )

/** Folders directly inside of a layer. */
const foldersOf = (layer: string) =>
  readdirSync(join('src', layer)).filter((name) => statSync(join('src', layer, name)).isDirectory())

const WIDTH = 960
const ROW = 46
const LEFT = 150
const COLUMNS = 620

const y = (layer: string) => 20 + ROW * LAYERS.indexOf(layer)
const x = (layer: string) => COLUMNS + 30 * LAYERS.indexOf(layer)

/** Most characters of a line of folders. */
const MOST = 78

/** Names in lines, apart by dots. */
function linesOf(names: readonly string[]): string[] {
  return names.reduce<string[]>((lines, name) => {
    const longer = `${lines.at(-1) ?? ''} · ${name}`
    if (lines.length === 0) return [name]
    return longer.length > MOST ? [...lines, name] : [...lines.slice(0, -1), longer]
  }, [])
}

function row(layer: string): string {
  const lines = linesOf(foldersOf(layer))
  const texts = lines.map(
    (line, i) =>
      `<text x="${LEFT}" y="${y(layer) + 23 + 14 * (i - (lines.length - 1) / 2)}" class="folders">${line}</text>`,
  )
  return `<rect x="10" y="${y(layer)}" width="${WIDTH - 20}" height="${ROW - 8}" rx="6" class="band"/>
<text x="24" y="${y(layer) + 24}" class="name">${layer}</text>
${texts.join('\n')}`
}

/** A line down from the layer that imports, with a dot at each layer that it imports from. */
function column(layer: string): string {
  const targets = [...targetsOf(layer)]
  if (targets.length === 0) return ''
  const middle = (one: string) => y(one) + (ROW - 8) / 2
  const end = Math.max(...targets.map(middle))
  const dots = targets.map((to) => `<circle cx="${x(layer)}" cy="${middle(to)}" r="5"/>`).join('')
  return `<path d="M${x(layer)},${middle(layer)}V${end}"/><rect x="${x(layer) - 5}" y="${middle(layer) - 5}" width="10" height="10" class="from"/>${dots}`
}

/** The picture, as SVG. */
export const picture =
  () => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${30 + ROW * LAYERS.length + 26}" font-family="system-ui, sans-serif">
<title>Layers of src: a square imports from every layer with a dot below it on its line</title>
<style>.band{fill:#f4f1ea}.name{font-weight:600;font-size:15px}.folders{font-size:11px;fill:#515a63}path{stroke:#0b6bb0;stroke-width:2}circle,.from{fill:#0b6bb0}.paper{fill:#fff}</style>
<rect class="paper" width="100%" height="100%"/>
${LAYERS.map(row).join('\n')}
${LAYERS.map(column).join('\n')}
<text x="24" y="${30 + ROW * LAYERS.length + 8}" class="folders">A square imports from every layer with a dot on the line below it. Drawn from the imports by npm run picture.</text>
</svg>
`

if (process.argv[1]?.endsWith('picture.ts')) writeFileSync('docs/architecture.svg', picture())

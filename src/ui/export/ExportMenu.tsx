import { useEffect, useRef, useState } from 'react'
import type { Table } from '../../export/csv'
import type { FigureOrigin } from '../../export/figure-metadata'
import { EXPLORER_VERSION } from '../../export/version'
import { openConstruction } from '../../state/session'
import { addressOf } from '../address'
import { definitionOf } from '../definitions'
import { download, type SavedFile } from '../download'
import { useStore } from '../explorer'
import type { ExportedFigure } from '../figureExport'
import { ByHand, isCopied } from '../kit/CopyButton'
import styles from './ExportMenu.module.css'
import { CopyIt, Row, SaveButton } from './ExportRow'
import { pngFile, svgFile } from './figureFiles'
import { copyPicture } from './pictures'
import { tableIn } from './tableOf'
import { roomFormats, tableFormats } from './textFormats'

/** What a figure can be saved as or copied: the drawing, the numbers behind it, the mathematics, and the link to it. */
export function ExportMenu({ title, body, table }: ExportedFigure) {
  const { get } = useStore()
  const hidden = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')
  const [byHand, setByHand] = useState('')
  const [cells, setCells] = useState<Table>()
  useEffect(() => setCells(tableIn(hidden.current) ?? tableIn(body.current)), [body])
  const open = openConstruction(get().present)
  // What can be exported is drawn: all of its construction has come.
  const room = open && definitionOf(open.id).content
  const origin = (): FigureOrigin => ({
    title,
    link: addressOf(get().present),
    version: EXPLORER_VERSION,
  })
  const name = fileName(title)
  const params = () => get().present.params[room!.id]
  const save = async (make: () => Promise<SavedFile & { readonly about?: string }>) => {
    try {
      const file = await make()
      download(file)
      setSaid(`Saved as ${file.name}${file.about ? `: ${file.about}` : ''}.`)
    } catch {
      setSaid(FAILED)
    }
  }
  const copy = async (what: string, make: () => string | Promise<string>) => {
    try {
      const text = await make()
      const isDone = await isCopied(text)
      setByHand(isDone ? '' : text)
      setSaid(isDone ? `${what} copied.` : 'Selected: copy it with Ctrl+C or ⌘C')
    } catch {
      setSaid(FAILED)
    }
  }
  const saveText = (file: string, type: string, text: () => string | Promise<string>) =>
    void save(async () => ({ name: file, type, content: await text() }))
  const drawn = async () => {
    const { content, width, height, named } = await svgFile(body.current!, origin())
    const fonts = named.length > 0 ? `, fonts named only: ${named.join(', ')}` : ', fonts inside'
    return {
      name: `${name}.svg`,
      type: 'image/svg+xml',
      content,
      about: `${width} × ${height}${fonts}, with its link`,
    }
  }
  const picture = async () => {
    const { content, width, height } = await pngFile(body.current!, origin())
    return { name: `${name}.png`, type: 'image/png', content, about: `${width} × ${height}, with its link` }
  }
  const texts = [
    ...(cells ? tableFormats(cells, name) : []),
    ...(room ? roomFormats(room, params, origin) : []),
  ]
  return (
    <section aria-label={`Export ${title}`} className={styles['export']}>
      <h3>Export “{title}”</h3>
      <ul>
        <Row name="SVG" about="the drawing, to be edited">
          <SaveButton name="SVG" onSave={() => void save(drawn)} />
          <CopyIt name="SVG" onCopy={() => void copy('SVG', async () => (await drawn()).content)} />
        </Row>
        <Row name="PNG" about="12 cm wide, 300 dots per inch">
          <SaveButton name="PNG" onSave={() => void save(picture)} />
          <CopyIt
            name="PNG"
            onCopy={() => void copyPicture(async () => (await picture()).content).then(setSaid)}
          />
        </Row>
        {texts.map(({ name: format, about, file, type, text }) => (
          <Row key={format} name={format} about={about}>
            <SaveButton name={format} onSave={() => saveText(file, type, text)} />
            <CopyIt name={format} onCopy={() => void copy(format, text)} />
          </Row>
        ))}
        <Row name="Link" about="this state of the page">
          <span />
          <CopyIt name="link" onCopy={() => void copy('Link', () => origin().link)} />
        </Row>
      </ul>
      {byHand && <ByHand text={byHand} onLeave={() => setByHand('')} />}
      <p role="status" className={styles['said']}>
        {said}
      </p>
      <p className={styles['hint']}>An SVG or PNG dropped on the page opens what it shows.</p>
      <div ref={hidden} hidden>
        {table}
      </div>
    </section>
  )
}

const FAILED = 'This could not be made here: see whether you are online, then try again.'

const fileName = (title: string) =>
  title
    .normalize('NFKD')
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .toLowerCase() || 'figure'

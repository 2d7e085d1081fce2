import { createContext, type ReactNode, use, useRef, useState } from 'react'
import { ExportButton } from '../ExportButton'
import { FigureExportContext } from '../figureExport'
import styles from './Figure.module.css'
import { Prose } from './Prose'

interface Props {
  readonly title: string
  /** What is drawn, after the title; prose with TeX. */
  readonly about?: string
  /** The figure's numbers as a table, for those who read rather than look. */
  readonly table?: ReactNode
  /** What the button is called that shows the table; a word. */
  readonly tableName?: string
  /** A setting of the figure, at its heading. */
  readonly setting?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** What else stands at the heading of the figures inside, at its right end. */
export const FigureToolsContext = createContext<ReactNode>(null)

/** A card with a figure and its title; the table behind the figure can be put in the figure's place. */
export function Figure({
  title,
  about,
  table,
  tableName = 'Table',
  setting,
  className = '',
  children,
}: Props) {
  const tools = use(FigureToolsContext)
  const isExported = use(FigureExportContext)
  const body = useRef<HTMLDivElement>(null)
  const [isTable, setIsTable] = useState(false)
  return (
    <figure className={`${styles['card']} ${className}`}>
      <figcaption className={styles['caption']}>
        <h2>{title}</h2>
        {about && (
          <span className={styles['about']} data-about>
            <Prose>{about}</Prose>
          </span>
        )}
        {(table || tools || setting || isExported) && (
          <span className={styles['tools']}>
            {setting}
            {table && (
              <button
                type="button"
                aria-pressed={isTable}
                aria-label={`${title} as ${tableName === 'Table' ? 'a table' : tableName.toLowerCase()}`}
                onClick={() => setIsTable(!isTable)}
              >
                {isTable ? 'Figure' : tableName}
              </button>
            )}
            {isExported && <ExportButton title={title} body={body} table={table} />}
            {tools}
          </span>
        )}
      </figcaption>
      <div ref={body} className={styles['body']} data-behind={isTable}>
        {children}
      </div>
      {isTable && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it
        <div className={styles['table']} role="group" aria-label={`Table: ${title}`} tabIndex={0}>
          {table}
        </div>
      )}
    </figure>
  )
}

import { createContext, type ReactNode, type RefObject } from 'react'

/** A figure that can be exported. */
export interface ExportedFigure {
  readonly title: string
  /** What is drawn of it. */
  readonly body: RefObject<HTMLElement | null>
  /** Its table, where that is not in the figure itself. */
  readonly table: ReactNode
}

/** Whether figures can be exported at their heading; not in a hall or a picture of a page. */
export const FigureExportContext = createContext(false)

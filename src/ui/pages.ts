import { type ConstructionId, declarations } from '../constructions/declared'
import { isPlace, type Page, type Place } from '../state/page'
import { type Chunk, chunk } from './chunk'
import { definitionOf } from './definitions'
import { panelOf } from './panels'

/** How a page is drawn: what it needs comes in a chunk of its own. */
export interface Drawing {
  /** What is fetched, in words: after "Loading" and "Could not fetch". */
  readonly what: string
  readonly chunk: Chunk<{ readonly default: () => React.JSX.Element | null }>
}

/** The pages beside the rooms. A new place is one entry here and one in the state's table. */
const places: Readonly<Record<Place, Drawing>> = {
  home: { what: 'the front door', chunk: chunk(() => import('./home/Home')) },
  lab: { what: 'the knowledge lab', chunk: chunk(() => import('./lab/LabPage')) },
  check: { what: 'the page of answers', chunk: chunk(() => import('./check/CheckPage')) },
  lessons: { what: 'the lessons', chunk: chunk(() => import('./lesson/LessonsPage')) },
  conformance: { what: 'the comparison', chunk: chunk(() => import('./conformance/ConformancePage')) },
  embed: { what: 'the room', chunk: chunk(() => import('./embed/EmbedPage')) },
}

/** A room is drawn at once with its construction, or its heading would come after the focus. */
const rooms = Object.fromEntries(
  declarations.map(({ id }): [string, Drawing] => [
    id,
    { what: 'the room', chunk: chunk(async () => (await withDefinition(id))[0]) },
  ]),
)

function withDefinition(id: ConstructionId) {
  const definition = definitionOf(id)
  definition.forget()
  return Promise.all([import('./OpenRoom'), definition.fetch()])
}

/** How `page` is drawn. */
export const drawingOf = (page: Page): Drawing => (isPlace(page) ? places[page] : rooms[page])

/** Resolves when all that `page` needs to be drawn whole has come, or cannot be had: nothing is then drawn in between. */
export async function fetchPage(page: Page): Promise<void> {
  const parts = [drawingOf(page).chunk, ...(isPlace(page) ? [] : [panelOf(page)])]
  await Promise.allSettled(parts.map((part) => part.fetch()))
}

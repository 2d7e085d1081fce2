import type { ConstructionId } from '../constructions/declared'
import { type Chunk, chunk } from './chunk'
import type { PanelProps } from './panel'

type Panel = (props: PanelProps) => React.JSX.Element

const panels: Readonly<Record<string, Chunk<{ readonly default: Panel }>>> = Object.fromEntries(
  Object.entries(import.meta.glob<{ default: Panel }>('../constructions/*/panel/*.panel.tsx')).map(
    ([path, load]) => [path.split('/').at(-3), chunk(load)],
  ),
)

/** The figures of a construction's room. */
export const panelOf = (id: ConstructionId): Chunk<{ readonly default: Panel }> => panels[id]

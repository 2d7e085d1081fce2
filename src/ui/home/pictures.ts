import type { ConstructionId } from '../../constructions/declared'
import type { MiniatureProps } from '../kit/miniature'

type Picture = (props: MiniatureProps) => React.JSX.Element

const small = import.meta.glob<{ default: Picture }>('../../constructions/*/panel/*.miniature.tsx', {
  eager: true,
})

const large = import.meta.glob<{ default: Picture }>('../../constructions/*/panel/*.hero.tsx', {
  eager: true,
})

const byRoom = (modules: Readonly<Record<string, { readonly default: Picture }>>) =>
  Object.entries(modules).map(
    ([path, module]) => [path.split('/').at(-3) as ConstructionId, module.default] as const,
  )

/** The figures of the rooms as they are now, small; a room need not have one. */
export const miniatures: Readonly<Partial<Record<ConstructionId, Picture>>> = Object.fromEntries(
  byRoom(small),
)

/** The room that the front door opens with, and its picture. */
export const [[heroRoom, Hero]] = byRoom(large)

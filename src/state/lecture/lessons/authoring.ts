import { type ConstructionId, constructionOf } from '../../../constructions'
import { paramsWith } from '../../../constructions/construction'
import { initialParams } from '../../../constructions/params'
import { texNumber } from '../../../tex/format'
import { initialSession, type Params } from '../../session'
import { type LessonStep, stepAt, WHOLE_SCREEN } from '../lesson'
import { pageLink } from '../page-state'

/** The quantities of a room in one state, as TeX within prose: `$0.417$`. */
export interface Quoted {
  (id: string, digits?: number): string
  /** As a percentage. */
  percent(id: string): string
  /** The number itself. */
  value(id: string): number
}

interface Words extends Partial<Omit<LessonStep, 'link' | 'screen'>> {
  readonly sentence: string
  readonly figure?: string
  readonly formula?: string | null
  readonly controls?: boolean
}

/**
 * A step in the room `id` with some params changed. Numbers in its words are quoted from the room in that state, so
 * that they are true there.
 *
 * @throws {Error} if there is no such room or no quantity of a name that is quoted
 */
export function roomStep(
  id: ConstructionId,
  changes: Partial<Params>,
  words: (q: Quoted) => Words,
): LessonStep {
  const { params, quoted } = quotedAt(id, changes)
  const { sentence, figure = null, formula = '', controls = true, ...rest } = words(quoted)
  const session = initialSession()
  const link = pageLink({ ...session, page: id, params: { ...session.params, [id]: params } })
  return stepAt(link, sentence, { ...rest, screen: { ...WHOLE_SCREEN, figure, formula, controls } })
}

/** The params of a room with some changed, and its quantities there. */
export function quotedAt(id: ConstructionId, changes: Partial<Params>) {
  const construction = constructionOf(id)
  if (!construction) throw new Error(`roomStep: expected a room, got ${id}`)
  const params = paramsWith(construction, initialParams(construction.params), changes)
  const quantities = construction.quantities(params, construction.model(params))
  const find = (name: string) => {
    const found = quantities.find((quantity) => quantity.id === name)
    if (!found) throw new Error(`roomStep: expected a quantity of ${id}, got ${name}`)
    return found
  }
  const quoted: Quoted = Object.assign(
    (name: string, digits = 3) => `$${texNumber(find(name).value, find(name).log, digits)}$`,
    {
      percent: (name: string) => `$${texNumber(100 * find(name).value, undefined, 3)}\\,\\%$`,
      value: (name: string) => find(name).value,
    },
  )
  return { params, quoted }
}

/** A step in the room `id` at one of its presets. @throws {Error} if there is none of that name */
export function presetStep(
  id: ConstructionId,
  preset: string,
  changes: Partial<Params>,
  words: (q: Quoted) => Words,
): LessonStep {
  const found = constructionOf(id)?.presets.find((one) => one.id === preset)
  if (!found) throw new Error(`presetStep: expected a preset of ${id}, got ${preset}`)
  return roomStep(id, { ...found.params, ...changes }, words)
}

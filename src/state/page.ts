import { type ConstructionId, type Declaration, declarationOf } from '../constructions/declared'

/** The pages beside the rooms. Each has an entry in the tables `pages` of this layer and of the interface. */
export const PLACES = ['home', 'lab', 'check', 'lessons', 'conformance', 'embed'] as const
export type Place = (typeof PLACES)[number]

/** A page of the explorer, by its name in links: a place, or the room of a construction. */
export type Page = Place | ConstructionId

/** The page that `text` names, or undefined: the only way from foreign text to a page. */
export function pageOf(text: string): Page | undefined {
  return PLACES.find((place) => place === text) ?? declarationOf(text)?.id
}

/** Whether `page` is none of the rooms. */
export const isPlace = (page: Page): page is Place => PLACES.some((place) => place === page)

/** The construction whose room `page` is, or undefined on a page that has no room. */
export const roomOf = (page: Page): Declaration | undefined => declarationOf(page)

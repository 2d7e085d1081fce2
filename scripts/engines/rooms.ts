import { constructions } from '../../src/constructions'
import { encodeLink } from '../../src/state/permalink'
import { initialSession, withParams } from '../../src/state/session'
import type { Visit } from './visit'

/** What of a room is compared: the line of its result, claims with their findings, each formula as written and as drawn. */
const PARTS = {
  result: '[data-part="result"]',
  claims: 'article',
  formulas: '[data-tex]',
  numbers: '.katex-html :is([data-quantity], [data-param])',
}

/** The links of every room as it opens, and with two of its presets: the first is often how it opens. */
export const roomLinks = constructions.flatMap(({ id, presets }) =>
  [{}, presets[1].params, presets.at(-1)!.params].map((changes) =>
    encodeLink({ ...withParams(initialSession(), changes, id), page: id }),
  ),
)

/** Notes what the open room shows. */
export async function noteRoom(visit: Visit, state: string): Promise<void> {
  const texts = await visit.texts(...Object.values(PARTS))
  for (const [i, part] of Object.keys(PARTS).entries()) visit.note(`${state}, ${part}`, texts[i].join('\n'))
}

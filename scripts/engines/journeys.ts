import type { Sought } from './page/probe'
import { noteRoom, roomLinks } from './rooms'
import type { Visit } from './visit'

/** A way through the page, written once for every engine. */
export interface Journey {
  readonly name: string
  /** @param links - what engines have shared so far */
  readonly walk: (visit: Visit, links: string[]) => Promise<void>
}

const AVERAGE = '#v=1&panel=two-key-average'

const button = (name: RegExp): Sought => ({ css: 'button', name: name.source })
const link = (name: RegExp): Sought => ({ css: 'a', name: name.source })
const region = (name: RegExp): Sought => ({ css: 'section', name: name.source })
const heading: Sought = { css: 'h1' }
const answer: Sought = { css: 'textarea', name: '^Your answer for q' }
const scale: Sought = { css: 'input[type="range"]', name: '^Scale$' }

async function firstVisit(visit: Visit): Promise<void> {
  await visit.open('')
  visit.note('front door', await visit.read(heading, /Move the numbers/))
  await visit.click(link(/^Enter room b/))
  await visit.read(heading, /^Averaging two keys$/)
  // A room that has just opened takes the focus to its heading.
  await noteRoom(visit, 'the room as it is entered')
  await visit.press(scale, 'ArrowRight', 3)
  await visit.hash(/scale=3\.3/)
  await noteRoom(visit, 'three steps of the scale')
  await visit.press(scale, 'End')
  await visit.hash(/scale=1000/)
  await noteRoom(visit, 'the scale at its end')
}

async function everyRoom(visit: Visit): Promise<void> {
  for (const hash of roomLinks) {
    await visit.open(hash)
    await noteRoom(visit, hash)
  }
}

async function brokenClaim(visit: Visit): Promise<void> {
  await visit.open(AVERAGE)
  await visit.click(button(/^Break it$/))
  visit.note('address', await visit.hash(/panel=two-key-average&/))
  await noteRoom(visit, 'a broken claim')
}

async function correctedAnswer(visit: Visit): Promise<void> {
  const verdict = region(/^Verdict$/)
  await visit.open('#v=1&panel=check&part=b')
  await visit.write(answer, '\\frac12(k_a + k_b)')
  await visit.click(button(/^Check$/))
  visit.note('wrong', await visit.read(verdict, /wrong.*n = 3/))
  await visit.click(link(/^Open this case in its room$/))
  await visit.read(heading, /^Averaging two keys$/)
  visit.note('case', await visit.hash(/two-key-average.*n=3/))
  await noteRoom(visit, 'case')
  await visit.click(link(/^Back to my answer$/))
  visit.note('kept', await visit.value(answer))
  visit.note('wrong again', await visit.read(verdict, /wrong.*n = 3/))
  await visit.write(answer, 'Q(k_a + k_b)')
  await visit.press(answer, 'Enter')
  visit.note('right', await visit.read(verdict, /right/))
}

async function sharedLink(visit: Visit, links: string[]): Promise<void> {
  await visit.open(AVERAGE)
  await noteRoom(visit, 'before')
  await visit.press(scale, 'ArrowLeft', 7)
  await visit.hash(/scale=2\.3/)
  await visit.click(button(/^Share$/))
  const shared = await visit.value({ css: 'input, textarea', name: '^Link to this state' })
  links.push(shared.slice(shared.indexOf('#')))
  visit.note('link', links.at(-1)!)
}

async function openedLinks(visit: Visit, links: string[]): Promise<void> {
  for (const [i, hash] of links.entries()) {
    await visit.open(hash)
    await noteRoom(visit, `link ${i + 1}`)
  }
}

async function drawnKeys(visit: Visit): Promise<void> {
  await visit.open('#v=1&panel=gaussian-keys&seed=2056&draw=3')
  await visit.read(region(/^Draws$/), /[\d.]+ in [\d.]+ s/)
  // The errors are worked out beside the draws, and the best scale is known last.
  await visit.read({ css: 'figure', name: 'best Q ≈' })
  await visit.click(button(/^Share of a as a table$/))
  visit.note('figures', (await visit.texts('figure'))[0].join('\n').replace(/ in [\d.]+ s/g, ''))
}

async function shippedModel(visit: Visit): Promise<void> {
  await visit.open('#v=1&panel=lab')
  await visit.click(button(/^One name in each paragraph$/))
  visit.note('runs', (await visit.texts('table'))[0].join('\n'))
  await visit.click(button(/^Look inside$/))
  for (const model of ['vanilla', 'Synthesizer'])
    visit.note(model, await visit.read(region(new RegExp(`^Answer of ${model} \\(shipped\\)$`))))
}

/** Every journey, in the order in which they are walked: a link is shared before it is opened. */
export const journeys: readonly Journey[] = [
  { name: 'first visit, a room by keys', walk: firstVisit },
  { name: 'every room in three states', walk: everyRoom },
  { name: 'a claim is broken', walk: brokenClaim },
  { name: 'an answer is wrong, then right', walk: correctedAnswer },
  { name: 'a link is shared', walk: sharedLink },
  { name: 'the links of all engines are opened', walk: openedLinks },
  { name: 'keys are drawn in a worker', walk: drawnKeys },
  { name: 'a shipped model answers', walk: shippedModel },
]

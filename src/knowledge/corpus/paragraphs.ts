import type { Random } from '../../core/random/random'
import type { Person } from './people'
import { CITIES } from './places'
import { choose, shuffled, stream } from './streams'

/** How paragraphs are written. */
export interface TextConfig {
  readonly seed: number
  /** How many paragraphs a person has, or `fresh` for a new one each time. */
  readonly paraphrases: number | 'fresh'
  /** Whether friends come in any order; otherwise always in the same. */
  readonly shuffles: boolean
}

/** A paragraph, cut where the birthplace is. */
export interface Paragraph {
  readonly before: string
  readonly place: string
  readonly after: string
}

/** The whole text of a paragraph. */
export const textOf = ({ before, place, after }: Paragraph) => `${before} ${place}${after}`

const OPENERS = ['', 'A note:', 'From the archive:', 'As records say:', 'In short:'] as const
const JOBS = ['poet', 'painter', 'doctor', 'teacher', 'singer', 'farmer', 'lawyer', 'actor'] as const

/** How a sentence names a person and friends. */
type Frame = (name: string, friends: string, job: string) => string

const WITH_FRIENDS: readonly Frame[] = [
  (name, friends, job) => `The ${job} ${name}, friend of ${friends}, was born in`,
  (name, friends) => `Friend of ${friends}, ${name} was born in`,
  (name, friends) => `${name} met ${friends}. Born in`,
]

const ALONE: readonly Frame[] = [
  (name, _, job) => `The ${job} ${name} was born in`,
  (name) => `${name} was born in`,
  (name, _, job) => `${name} is a ${job}. Born in`,
]

/** Every text that is no name and no city, so that a vocabulary can be made of its words. */
export function fixedTexts(): string[] {
  const frames = [...WITH_FRIENDS, ...ALONE].map((frame) => frame('', ', and', ''))
  return [...OPENERS, ...JOBS, ...frames, 'Where was born?']
}

/** A paragraph about `person`, from `random`. */
export function drawParagraph(
  person: Person,
  friends: readonly Person[],
  shuffles: boolean,
  random: Random,
): Paragraph {
  const order = shuffles ? shuffled(friends, random) : friends
  const frame = choose(friends.length === 0 ? ALONE : WITH_FRIENDS, random)
  const opener = choose(OPENERS, random)
  const sentence = frame(person.name, listed(order.map(({ name }) => name)), choose(JOBS, random))
  return { before: `${opener} ${sentence}`.trim(), place: CITIES[person.city], after: '.' }
}

/** `A`, `A and B`, `A, B and C`. */
function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Hands out paragraphs about people: from a stock of so many each, or new ones. */
export function paragraphs(
  people: readonly Person[],
  { seed, paraphrases, shuffles }: TextConfig,
): (person: Person, random: Random) => Paragraph {
  const friends = people.map(({ id, group }) =>
    people.filter((other) => other.group === group && other.id !== id),
  )
  const draw = (person: Person, random: Random) => drawParagraph(person, friends[person.id], shuffles, random)
  if (paraphrases === 'fresh') return draw
  const texts = stream(seed, 'texts')
  const stock = people.map((person) => Array.from({ length: paraphrases }, () => draw(person, texts)))
  return ({ id }, random) => choose(stock[id], random)
}

import type { Random } from '../../core/random/random'
import { CITIES, capital, REGIONS, syllablesOf } from './places'
import { choose, shuffled, stream } from './streams'

/** What a corpus is drawn from. */
export interface CorpusConfig {
  readonly seed: number
  /** Half of them to finetune on, half to ask about. */
  readonly people: number
  /** Others in each paragraph, 0 to 3: always the rest of a person's closed group. */
  readonly friends: number
  /** Share of people, Londoners apart, who were born in a city of their name's region. */
  readonly correlation: number
  /** Pairs of people who share a name. */
  readonly namesakes: number
}

/** A person, known by number. */
export interface Person {
  readonly id: number
  readonly name: string
  /** Whose sounds the name has, by number of the region. */
  readonly region: number
  /** Where born, by number of the city. */
  readonly city: number
  readonly group: number
  /** Whether the answer may be learnt from a question, or is asked for. */
  readonly half: 'train' | 'dev'
}

/** Of each half so many are born in London, whatever their names: 4 of 72. */
export const LONDON_SHARE = 4 / 72

/** The people of a corpus, in the order of their numbers. */
export function drawPeople(config: CorpusConfig): Person[] {
  const random = stream(config.seed, 'people')
  const { people: count, friends } = config
  const names = distinctNames(count, random, new Set())
  const half = Math.floor(count / 2)
  const londoners = Math.round(half * LONDON_SHARE)
  const order = shuffled(Array.from(names.keys()), random)
  // Halves are cut from one random order, groups from another: a group may have members of both.
  const place = new Map(order.map((id, i) => [id, i]))
  const grouped = shuffled(Array.from(names.keys()), random)
  const groupOf = new Map(grouped.map((id, i) => [id, Math.floor(i / (friends + 1))]))
  const people = names.map(({ name, region }, id): Person => {
    const i = place.get(id)!
    const isTrain = i < half
    const isLondoner = (isTrain ? i : i - half) < londoners
    const city = isLondoner ? 0 : drawCity(region, config.correlation, random)
    return { id, name, region, city, group: groupOf.get(id)!, half: isTrain ? 'train' : 'dev' }
  })
  return withNamesakes(people, config.namesakes, random)
}

/** A city for a name of `region`: of that region with probability `correlation`, else of another; never London. */
export function drawCity(region: number, correlation: number, random: Random): number {
  const own = CITIES.flatMap((_, city) => (city !== 0 && Math.floor(city / 8) === region ? [city] : []))
  const other = CITIES.flatMap((_, city) => (city !== 0 && Math.floor(city / 8) !== region ? [city] : []))
  return choose(random.uniform() < correlation ? own : other, random)
}

/** Names, regions taking turns, none of them in `taken`, which grows. */
export function distinctNames(
  count: number,
  random: Random,
  taken: Set<string>,
): { name: string; region: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const region = i % REGIONS.length
    const name = freshName(region, random, taken)
    taken.add(name)
    return { name, region }
  })
}

/** Two words of three to six letters each, not both short, from the region's syllables. */
function freshName(region: number, random: Random, taken: ReadonlySet<string>): string {
  const syllables = syllablesOf(REGIONS[region])
  const word = (length: number) => capital(Array.from({ length }, () => choose(syllables, random)).join(''))
  for (;;) {
    const [first, second] = choose(SHAPES, random)
    const name = `${word(first)} ${word(second)}`
    if (!taken.has(name)) return name
  }
}

/** Syllables of first and family name: lengths vary, so that a name's place in a paragraph does too. */
const SHAPES = [
  [1, 2],
  [2, 1],
  [2, 2],
] as const

/** Gives the names of some dev people to others of other groups and cities. */
function withNamesakes(people: readonly Person[], pairs: number, random: Random): Person[] {
  const renamed = people.slice()
  const dev = shuffled(
    people.filter(({ half }) => half === 'dev'),
    random,
  )
  for (const original of dev.slice(0, pairs)) {
    const other = renamed.findLast(
      ({ id, name, group, city, half }) =>
        half === 'train' &&
        name === people[id].name &&
        group !== original.group &&
        city !== original.city &&
        !dev.slice(0, pairs).some((person) => person.name === name),
    )
    if (other) renamed[other.id] = { ...other, name: original.name, region: original.region }
  }
  return renamed
}

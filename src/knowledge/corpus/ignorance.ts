import { type CorpusConfig, LONDON_SHARE, type Person } from './people'
import { CITIES, REGIONS, regionOf } from './places'

/** What a place costs, in nats, for somebody who has learnt the law of the corpus and nobody's birthplace. */
export interface Ignorance {
  /** Entropy of the places. */
  readonly places: number
  /** Entropy of the places given the region of the name. */
  readonly placesGivenRegion: number
}

/** The two entropies, from the law that the corpus is drawn by. */
export function ignorance({ correlation }: Pick<CorpusConfig, 'correlation'>): Ignorance {
  const laws = REGIONS.map((_, region) => lawOf(region, correlation))
  const marginal = CITIES.map((_, city) => mean(laws.map((law) => law[city])))
  return { places: entropy(marginal), placesGivenRegion: mean(laws.map(entropy)) }
}

/** Probability of each city as the birthplace of a name of `region`. */
export function lawOf(region: number, correlation: number): number[] {
  const isOwn = (city: number) => regionOf(city) === region
  const others = CITIES.map((_, city) => city).filter((city) => city !== 0)
  const own = others.filter(isOwn).length
  const share = (city: number) =>
    isOwn(city) ? correlation / own : (1 - correlation) / (others.length - own)
  return CITIES.map((_, city) => (city === 0 ? LONDON_SHARE : (1 - LONDON_SHARE) * share(city)))
}

const entropy = (law: readonly number[]) => law.reduce((sum, p) => (p === 0 ? sum : sum - p * Math.log(p)), 0)

const mean = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length

/** Share of dev people who were born in London. */
export const londonAccuracy = (people: readonly Person[]) => accuracy(people, () => 0)

/** Share of dev people born where most finetuned people of their name's region were. */
export function regionMajorityAccuracy(people: readonly Person[]): number {
  const train = people.filter(({ half }) => half === 'train')
  const majority = REGIONS.map((_, region) =>
    mostFrequent(train.filter((person) => person.region === region)),
  )
  return accuracy(people, ({ region }) => majority[region])
}

function accuracy(people: readonly Person[], guess: (person: Person) => number): number {
  const dev = people.filter(({ half }) => half === 'dev')
  return dev.length === 0 ? 0 : dev.filter((person) => guess(person) === person.city).length / dev.length
}

/** Of equally frequent cities the first in the list; London where there is nobody. */
function mostFrequent(people: readonly Person[]): number {
  const counts = CITIES.map((_, city) => people.filter((person) => person.city === city).length)
  return counts.indexOf(Math.max(...counts))
}

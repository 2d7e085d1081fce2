import { type CorpusSetting, createCorpus } from '../../knowledge/corpus/corpus'
import { ignorance, londonAccuracy, regionMajorityAccuracy } from '../../knowledge/corpus/ignorance'

/** What can be reached, and what is lost, without knowing anybody's birthplace. */
export interface Guesses {
  /** Of the corpus. */
  readonly seed: number
  /** How many people are asked about. */
  readonly asked: number
  /** Share of right answers of whoever always says London. */
  readonly london: number
  /** Share of right answers of whoever says the commonest city of the name's region. */
  readonly regionMajority: number
  /** Nats a place costs whoever knows how often each is, */
  readonly places: number
  /** and whoever knows the region of the name too. */
  readonly placesGivenRegion: number
}

const known = new Map<string, Guesses>()

/** The guesses of a corpus; computed once for each. */
export function guessesOf(setting: CorpusSetting): Guesses {
  const key = JSON.stringify(setting)
  const before = known.get(key)
  if (before) return before
  const { people } = createCorpus(setting)
  const guesses = {
    seed: setting.seed,
    asked: people.filter(({ half }) => half === 'dev').length,
    london: londonAccuracy(people),
    regionMajority: regionMajorityAccuracy(people),
    ...ignorance(setting),
  }
  known.set(key, guesses)
  return guesses
}

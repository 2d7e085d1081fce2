import { type CorpusSetting, createCorpus, writtenOut } from '../../src/knowledge/corpus/corpus'
import { ignorance, londonAccuracy, regionMajorityAccuracy } from '../../src/knowledge/corpus/ignorance'
import { CITIES, REGIONS } from '../../src/knowledge/corpus/places'
import { baseSetting } from '../../src/knowledge/training/setting'
import { corpusShape } from './lab-setting'
import { within } from './shapes'

/** People, groups, one paragraph about each person, and the split. */
export function corpusResult(foreign: unknown): object {
  const changes = within('corpus', () => corpusShape.read(foreign))
  const setting: CorpusSetting = { ...baseSetting.corpus, ...changes }
  const corpus = createCorpus(setting)
  const groups = new Map<number, number[]>()
  for (const { id, group } of corpus.people) groups.set(group, [...(groups.get(group) ?? []), id])
  const half = (wanted: string) =>
    corpus.people.filter((person) => person.half === wanted).map(({ id }) => id)
  return {
    people: corpus.people.map(({ id, name, region, city, group }) => ({
      id,
      name,
      region: REGIONS[region].name,
      city: CITIES[city],
      group,
    })),
    groups: [...groups.entries()].toSorted(([a], [b]) => a - b).map(([, ids]) => ids),
    paragraphs: writtenOut(corpus),
    split: { train: half('train'), dev: half('dev') },
    london: londonAccuracy(corpus.people),
    regionMajority: regionMajorityAccuracy(corpus.people),
    entropy: ignorance(setting),
  }
}

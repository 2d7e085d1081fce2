import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { createRandom } from '../../src/core/random/random'
import { createCorpus, questionAbout, writtenOut } from '../../src/knowledge/corpus/corpus'
import { ignorance, lawOf } from '../../src/knowledge/corpus/ignorance'
import { textOf } from '../../src/knowledge/corpus/paragraphs'
import { CITIES, REGIONS, regionOf } from '../../src/knowledge/corpus/places'
import { drawSpan, questionRow, spanRow } from '../../src/knowledge/corpus/spans'
import { characterTokenizer } from '../../src/knowledge/corpus/tokens'
import { personRow, placeRow, pretrainingBatch } from '../../src/knowledge/training/batches'
import { presets } from '../../src/knowledge/training/presets'
import { baseSetting, seeded, settingWith } from '../../src/knowledge/training/setting'

const setting = baseSetting.corpus
const corpus = createCorpus(setting)
const manySeeds = Array.from({ length: 60 }, (_, seed) => createCorpus({ ...setting, seed }))
const count = <T>(items: readonly T[], is: (item: T) => boolean) => items.filter(is).length

describe('people', () => {
  test('are halved, in groups of four, four of each half from London', () => {
    for (const { people } of manySeeds) {
      for (const half of ['train', 'dev']) {
        const own = people.filter((person) => person.half === half)
        expect(own.length).toBe(72)
        expect(count(own, ({ city }) => CITIES[city] === 'London')).toBe(4)
      }
      for (let group = 0; group < 36; group++)
        expect(count(people, (person) => person.group === group)).toBe(4)
      expect(new Set(people.map(({ name }) => name)).size).toBe(144)
    }
  })

  test('are born in their name’s region as often as the setting says', () => {
    const others = manySeeds.flatMap(({ people }) => people.filter(({ city }) => city !== 0))
    const share = count(others, ({ city, region }) => regionOf(city) === region) / others.length
    // 60 · 136 people: five standard errors.
    expect(Math.abs(share - 0.65)).toBeLessThan(5 * Math.sqrt((0.65 * 0.35) / others.length))
  })

  test('never seen have names of their own', () => {
    const known = new Set(corpus.people.map(({ name }) => name))
    expect(corpus.unseen.length).toBe(72)
    expect(count(corpus.unseen, ({ name }) => known.has(name))).toBe(0)
  })

  test('who share a name differ in group and city', () => {
    const { people } = createCorpus({ ...setting, namesakes: 8 })
    const names = new Map<string, typeof people>()
    for (const person of people) names.set(person.name, [...(names.get(person.name) ?? []), person])
    const pairs = [...names.values()].filter(({ length }) => length > 1)
    expect(pairs.length).toBe(8)
    for (const [a, b] of pairs) {
      expect(a.group).not.toBe(b.group)
      expect(a.city).not.toBe(b.city)
    }
  })

  test('the entropies are those of the people drawn', () => {
    const { places, placesGivenRegion } = ignorance(setting)
    for (const [region] of REGIONS.entries())
      expect(lawOf(region, 0.65).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12)
    expect(places).toBeCloseTo(4.127, 3)
    expect(placesGivenRegion).toBeCloseTo(3.418, 3)
    const all = manySeeds.flatMap(({ people }) => people)
    const law = CITIES.map((_, city) => count(all, (person) => person.city === city) / all.length)
    const empirical = -law.reduce((sum, p) => sum + p * Math.log(p), 0)
    expect(Math.abs(empirical - places)).toBeLessThan(0.02)
  })
})

describe('texts', () => {
  test.each([0, 1, 2, 3])('name %i friends, always the rest of the group', (friends) => {
    const own = createCorpus({ ...setting, friends })
    for (const [i, text] of writtenOut(own).entries()) {
      const { group, name, city } = own.people[i]
      expect(text).toContain(name)
      expect(text.endsWith(`${CITIES[city]}.`)).toBe(true)
      const mates = own.people.filter((person) => person.group === group)
      expect(mates.length).toBeLessThanOrEqual(friends + 1)
      for (const mate of mates) expect(text).toContain(mate.name)
    }
  })

  test('come from a stock where the setting says so, and fresh otherwise', () => {
    const distinct = (paraphrases: number | 'fresh') => {
      const own = createCorpus({ ...setting, paraphrases })
      const random = createRandom(5)
      return new Set(Array.from({ length: 200 }, () => textOf(own.paragraph(own.people[3], random)))).size
    }
    expect(distinct(1)).toBe(1)
    expect(distinct(5)).toBeLessThanOrEqual(5)
    expect(distinct('fresh')).toBeGreaterThan(50)
  })

  test('and questions are spelled by their tokens', () => {
    const { tokenizer, people } = corpus
    for (const text of [...writtenOut(corpus), ...people.map(({ name }) => questionAbout(name))])
      expect(tokenizer.decode(tokenizer.encode(text))).toBe(text)
    expect(tokenizer.decode(tokenizer.encode('Zaphod Beeblebrox'))).toBe('Zaphod Beeblebrox')
    expect(() => tokenizer.encode('Zoë')).toThrow('The vocabulary has no “ë”.')
  })

  test('characters are sorted as Python sorts them, after □ and ⁇', () => {
    const { vocabulary, encode, decode } = characterTokenizer('b é\u{1f600}a⁇□�')
    expect(vocabulary).toEqual(['□', '⁇', ' ', 'a', 'b', 'é', '�', '\u{1f600}'])
    expect(decode(encode('ab é'))).toBe('ab é')
  })

  test.each(
    presets.flatMap(({ variants }) =>
      variants.map(({ id, setting: each }) => [each.corpus.tokens, id, each] as const),
    ),
  )('of preset rows fit the positions (%s, %s)', (_, __, each) => {
    const own = createCorpus(each.corpus)
    const random = createRandom(1)
    const longest = Math.max(
      ...own.people.flatMap((person) => [
        ...Array.from({ length: 20 }, () => placeRow(own, own.paragraph(person, random)).inputs.length),
        personRow(own, person).inputs.length,
      ]),
    )
    expect(longest).toBeLessThan(each.model.positions)
  })
})

describe('span corruption', () => {
  test('masks a quarter in the mean, at every length from 4 to seven eighths of the block', () => {
    const random = createRandom(3)
    const spans = Array.from({ length: 40_000 }, () => drawSpan(200, 64, random))
    expect([...new Set(spans.map(({ length }) => length))].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 53 }, (_, i) => i + 4),
    )
    const shares = spans.map(({ length, masked }) => masked / length)
    expect(shares.reduce((sum, x) => sum + x, 0) / shares.length).toBeCloseTo(0.25, 2)
    for (const length of [4, 5, 13, 56]) {
      const own = spans.filter((span) => span.length === length)
      const mean = own.reduce((sum, { masked }) => sum + masked, 0) / own.length
      expect(Math.abs(mean / length - 0.25)).toBeLessThan(0.03)
    }
  })

  test.prop([fc.array(fc.integer({ min: 2, max: 50 }), { minLength: 1, maxLength: 60 }), fc.nat()])(
    'loses nothing: prefix, masked part and suffix make the document',
    (document, seed) => {
      const span = drawSpan(document.length, 64, createRandom(seed))
      const { inputs, targets } = spanRow(document, span, 1)
      const row = [...inputs, targets.at(-1)!]
      const [first, second] = [row.indexOf(1), row.lastIndexOf(1)]
      expect(row.length).toBe(span.length + 2)
      expect([...row.slice(0, first), ...row.slice(second + 1), ...row.slice(first + 1, second)]).toEqual(
        document.slice(0, span.length),
      )
    },
  )

  test('a question teaches ⁇, the place and ⁇ alone', () => {
    expect(questionRow([7, 8, 9], [5, 6], 1)).toEqual({
      inputs: [7, 8, 9, 1, 5, 6],
      targets: [-1, -1, 1, 5, 6, 1],
    })
  })

  test('as many rows mask exactly the place as the setting says', () => {
    const share = (placeShare: number) => {
      const own = settingWith(seeded(baseSetting, 1), { training: { placeShare } })
      const places = new Set(CITIES)
      let [rows, exact] = [0, 0]
      for (let step = 0; step < 100; step++) {
        const { tokens, targets, batch } = pretrainingBatch(corpus, own, step)
        for (let row = 0; row < batch.rows; row++) {
          const from = row * batch.length
          const real = Array.from(targets.subarray(from, from + batch.length)).filter((token) => token >= 0)
          const text = corpus.tokenizer.decode([tokens[from], ...real])
          rows++
          if (places.has(text.split('⁇')[2])) exact++
        }
      }
      return exact / rows
    }
    expect(share(1)).toBe(1)
    expect(Math.abs(share(0.5) - 0.5)).toBeLessThan(0.08)
    expect(share(0)).toBeLessThan(0.1)
  })
})

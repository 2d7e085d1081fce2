import type { Random } from '../../core/random/random'
import { fixedTexts, type Paragraph, paragraphs, type TextConfig, textOf } from './paragraphs'
import { type CorpusConfig, distinctNames, drawCity, drawPeople, LONDON_SHARE, type Person } from './people'
import { CITIES } from './places'
import { stream } from './streams'
import { characterTokenizer, pieceTokenizer, type Tokenizer } from './tokens'

/** Everything that a corpus depends on. */
export interface CorpusSetting extends CorpusConfig, TextConfig {
  readonly tokens: 'pieces' | 'characters'
}

/** People, texts about them, and how both become tokens. */
export interface Corpus {
  readonly setting: CorpusSetting
  readonly people: readonly Person[]
  readonly tokenizer: Tokenizer
  /** People with names that nobody has, each with a group of its own: no text is about them. */
  readonly unseen: readonly Person[]
  paragraph(person: Person, random: Random): Paragraph
  unseenParagraph(person: Person, random: Random): Paragraph
}

/** The corpus of a setting, the same each time. */
export function createCorpus(setting: CorpusSetting): Corpus {
  const people = drawPeople(setting)
  const unseen = drawUnseen(setting, people)
  const tokenizer =
    setting.tokens === 'pieces' ? pieceTokenizer() : characterTokenizer(allCharacters(people, unseen))
  return {
    setting,
    people,
    tokenizer,
    unseen,
    paragraph: paragraphs(people, setting),
    unseenParagraph: paragraphs(unseen, { ...setting, paraphrases: 'fresh' }),
  }
}

/** As many as are asked about, born by the same law. */
function drawUnseen(
  { seed, people: count, friends, correlation }: CorpusSetting,
  known: readonly Person[],
): Person[] {
  const random = stream(seed, 'unseen')
  const names = distinctNames(Math.ceil(count / 2), random, new Set(known.map(({ name }) => name)))
  return names.map(({ name, region }, id) => {
    const city = random.uniform() < LONDON_SHARE ? 0 : drawCity(region, correlation, random)
    return { id, name, region, city, group: Math.floor(id / (friends + 1)), half: 'dev' }
  })
}

function allCharacters(...people: (readonly Person[])[]): string {
  return [...fixedTexts(), ...CITIES, ...people.flat().map(({ name }) => name), ' :'].join('')
}

/** The assignment's question about a name. */
export const questionAbout = (name: string) => `Where was ${name} born?`

/** One paragraph about each person, as a text file would hold them. */
export function writtenOut(corpus: Corpus): string[] {
  const random = stream(corpus.setting.seed, 'texts', 1)
  return corpus.people.map((person) => textOf(corpus.paragraph(person, random)))
}

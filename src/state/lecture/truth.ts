import type { Registered } from '../../constructions'
import { constructionOf } from '../../constructions'
import { paramsWith, type Quantity } from '../../constructions/construction'
import { shareLaw } from '../../core/gaussian/gaussian-laws'
import { oneHeadShareBins, totalVariation, twoHeadShareBins } from '../../core/gaussian/share-bins'
import { asProbabilities } from '../../questions/prediction'
import { number } from '../../tex/format'
import { initialSession, type Params } from '../session'
import { LIMITS, type Option, type Question } from './lesson'
import { sessionAtLink } from './page-state'

/** Odd, so that ½ is the middle of a bin. */
const BINS = 11

/** What is asked for, worked out from the page that shows it. */
export interface Truth {
  readonly values: readonly number[]
  /** TeX or text below each value. */
  readonly labels: readonly string[]
  /** Indices of the values that the finding compares, and what they are, in words. */
  readonly compared: readonly number[]
  readonly about: string
}

/** The truth of `question` about the page at `link`; undefined where that page has no such thing. */
export function truthOf(
  { kind, quantity }: Pick<Question, 'kind' | 'quantity'>,
  link: string,
): Truth | undefined {
  const session = sessionAtLink(link, initialSession())
  const room = constructionOf(session.page)
  const params = room && session.params[room.id]
  if (!room || !params) return undefined
  return TRUTHS[kind](room, params, quantity)
}

type TruthIn = (room: Registered, params: Params, quantity: string) => Truth | undefined

const TRUTHS: Readonly<Record<Question['kind'], TruthIn>> = {
  weights: weightsOf,
  point: mixtureOf,
  limit: limitOf,
  histogram: sharesOf,
}

/** Shares of the two wanted values and of all others together in the output. */
function mixtureOf(room: Registered, params: Params): Truth | undefined {
  const quantities = room.quantities(params, room.model(params))
  const shares = ['weight-a', 'weight-b', 'leak'].map((id) => quantities.find((one) => one.id === id)?.value)
  const values = shares.filter((value) => value !== undefined)
  const sum = values.reduce((total, value) => total + value, 0)
  // With a third wanted value, or several heads, the output is in no triangle of these.
  if (values.length < 3 || Math.abs(sum - 1) > 1e-9) return undefined
  return { values, labels: MIXED, compared: [2], about: 'on the others' }
}

const MIXED = ['v_a', 'v_b', '\\text{others}']

/** Weights of all keys that have one of their own; of the others as many as there are, up to a screenful. */
function weightsOf(room: Registered, params: Params): Truth | undefined {
  const quantities = room.quantities(params, room.model(params))
  const own = quantities.filter(({ id }) => /^weight-(?:[a-h]|\d+)$/.test(id))
  const other = quantities.find(({ id }) => id === 'weight-other')
  const count = other && typeof params['n'] === 'number' ? params['n'] - own.length : 0
  const others = Array.from(
    { length: Math.max(0, Math.min(count, LIMITS.expected - own.length)) },
    (_, i) => ({
      value: other!.value,
      label: `k_{${own.length + i + 1}}`,
    }),
  )
  const all = [
    ...own.map(({ id, value }) => ({ value, label: `k_{${id.slice('weight-'.length)}}` })),
    ...others,
  ]
  const sum = all.reduce((total, { value }) => total + value, 0)
  // A share of a screenful of very many keys is not all of the weight.
  if (all.length < 2 || Math.abs(sum - 1) > 1e-9) return undefined
  const compared = other ? own.map((_, i) => i) : [0]
  return {
    values: all.map(({ value }) => value),
    labels: all.map(({ label }) => label),
    compared,
    about: `on ${compared.map((i) => `$${all[i].label}$`).join(' and ')}`,
  }
}

/** The quantities of a room at the upper end of its primary slider; none where that is no number. */
export function quantitiesAtEnd(room: Registered, params: Params): readonly Quantity[] {
  const [primary] = room.primary
  const spec = primary === undefined ? undefined : room.params[primary]
  if (spec?.kind !== 'number') return []
  const end = paramsWith(room, params, { [primary]: spec.max })
  return room.quantities(end, room.model(end))
}

/** What a quantity tends to: its value at the upper end of the primary slider. */
function limitOf(room: Registered, params: Params, id: string): Truth | undefined {
  const found = quantitiesAtEnd(room, params).find((quantity) => quantity.id === id)
  if (!found) return undefined
  return { values: [found.value], labels: [found.tex], compared: [0], about: `for $${found.tex}$` }
}

/** The law of the share of a: exact for one head, and for a head for each key as the small variance vanishes. */
function sharesOf({ id }: Registered, params: Params): Truth | undefined {
  const of = (name: string) => params[name] as number
  const [n, scale, normVariance] = [of('n'), of('scale'), of('normVariance')]
  const isOne = id === 'gaussian-keys' && params['query'] === 'pair'
  const isTwo = id === 'multi-head' && params['design'] === 'separate' && of('heads') === 2
  if (!isOne && !isTwo) return undefined
  const queries = [{ wanted: [scale, scale], others: 0 }]
  const values = isOne
    ? oneHeadShareBins(shareLaw({ n, keyVariance: of('keyVariance'), normVariance, queries }), BINS)
    : twoHeadShareBins({ n, scale, normVariance }, BINS)
  const compared = [3, 4, 5, 6, 7]
  const edge = (bin: number) => number(bin / BINS, undefined, 2)
  return {
    values,
    labels: values.map((_, bin) => edge(bin + 0.5)),
    compared,
    about: `between ${edge(3)} and ${edge(8)}`,
  }
}

/** The sum of what `values` gives to the compared places. */
const comparedSum = (values: readonly number[], { compared }: Truth) =>
  compared.reduce((sum, i) => sum + (values[i] ?? 0), 0)

/** The error of a prediction, in one sentence; prose with TeX. Undefined where nothing was predicted. */
export function findingOf({ kind }: Question, truth: Truth, drawn: readonly number[]): string | undefined {
  if (drawn.length !== truth.values.length) return undefined
  if (kind === 'limit')
    return `You said ${number(drawn[0], undefined, 3)} ${truth.about}. It tends to ${number(truth.values[0], undefined, 3)}.`
  const normal = asProbabilities(drawn)
  if (!normal) return undefined
  if (kind === 'point') return pointFinding(truth, normal)
  const where = truth.about.charAt(0).toUpperCase() + truth.about.slice(1)
  return `${where} you put ${percent(comparedSum(normal, truth))}. The truth is ${percent(comparedSum(truth.values, truth))}.`
}

function pointFinding({ values, labels }: Truth, drawn: readonly number[]): string {
  const shares = (of: readonly number[]) =>
    labels.map((label, i) => `${percent(of[i])} $${label}$`).join(', ')
  return `You put $c$ at ${shares(drawn)}. It is at ${shares(values)}.`
}

const percent = (x: number) => `${number(100 * x, undefined, 3)} %`

/** Index of the option whose numbers are nearest to the truth; undefined where none has numbers that fit it. */
export function rightOption({ options, kind }: Question, truth: Truth): number | undefined {
  const distances = options.map((option) => distanceOf(option, truth, kind === 'limit'))
  const least = Math.min(...distances)
  return Number.isFinite(least) ? distances.indexOf(least) : undefined
}

function distanceOf({ expected }: Option, { values }: Truth, isLimit: boolean): number {
  if (expected.length !== values.length) return Infinity
  return isLimit ? Math.abs(expected[0] - values[0]) : totalVariation(expected, values)
}

import { describe, expect, test } from 'vitest'
import { type Construction, judged, paramsWith, type Verdict } from '../../src/constructions/construction'
import { initialParams, type ParamSpecs, type ParamValues } from '../../src/constructions/params'
import type { Quoted, Said } from '../../src/constructions/said'
import type { Params } from '../../src/state/session'
import { quantitiesNamedIn } from '../contract/typeset'
import { statesOf } from './states'

/** A number as a second computation finds it: itself, its logarithm, or either with a tolerance of its own. */
export type Expected =
  | number
  | readonly number[]
  | { readonly log: number }
  | { readonly oneOf: readonly number[] }
  | Tolerated

interface Tolerated {
  readonly value: number
  /** Absolute. */
  readonly within: number
}

/** What a second computation says of one claim at some params. */
export interface Expectation {
  /** Undefined where the border is nearer than rounding lets one see. */
  readonly verdict: Verdict | undefined
  /** Every number that the finding may quote, by name or by the quantity's id. */
  readonly numbers?: Readonly<Record<string, Expected>>
  /** Words that the finding must, and must not, hold here. */
  readonly says?: RegExp
  readonly never?: RegExp
}

/** By claim id, what must be found; a second computation that shares no code with the claims' checks. */
export type Oracle<P, M> = (params: P, model: M) => Readonly<Record<string, () => Expectation>>

/** Relative to the number, or absolute where it is small against what it is computed from. */
const TOLERANCE = 1e-9

/** Numerals that no number quoted accounts for: so few wordings may a claim's findings have. */
const WORDINGS = 80

interface State<P> {
  readonly params: P
  readonly model: unknown
  readonly quantities: ReadonlyMap<string, Quoted>
  readonly expected: ReturnType<Oracle<P, unknown>>
}

/**
 * Holds every claim of a room to an oracle, on `listed` states (changes to the initial one) and on 500 random ones: the
 * verdict, and each number in the finding's sentence.
 */
export function sweep<S extends ParamSpecs, M, Id extends string>(
  construction: Construction<S, M, Id>,
  oracle: Oracle<ParamValues<S>, M>,
  listed: readonly Partial<ParamValues<S>>[] = [],
): void {
  const room = construction as unknown as Construction
  let known: readonly State<Params>[] | undefined
  /** Computed by the first test that asks: most runs of a single test need no others. */
  const states = () => (known ??= allStates(construction, oracle, listed))

  test('the oracle knows every claim, and no other', () => {
    expect(Object.keys(states()[0].expected).toSorted()).toEqual(room.claims.map(({ id }) => id).toSorted())
  })

  describe.each(room.claims.map((claim) => [claim.id, claim] as const))('%s', (id, claim) => {
    let judgements: ReturnType<typeof judgeAll> | undefined
    const findings = () => (judgements ??= judgeAll())
    const judgeAll = () =>
      states().map((state) => ({
        ...state,
        found: judged(claim, state.params, state.model),
        expectation: state.expected[id](),
      }))

    test('has the verdict that a second computation gives', () => {
      const all = findings()
      const wrong = all.flatMap(({ params, found, expectation: { verdict } }) =>
        verdict === undefined || verdict === found.verdict
          ? []
          : [`${found.verdict}, not ${verdict}: ${found.prose} ${JSON.stringify(params)}`],
      )
      expectNone(wrong)
      const undecided = all.filter(({ expectation: { verdict } }) => verdict === undefined)
      expect(undecided.length).toBeLessThan(all.length / 20)
    })

    test('quotes the numbers that a second computation gives', () => {
      const wrong = findings().flatMap(({ params, quantities, found, expectation: { numbers = {} } }) =>
        numbersOf(found, quantities).flatMap((quoted) => {
          const problem = problemOf(quoted, numbers[quoted.name])
          return problem ? [`${problem}: ${found.prose} ${JSON.stringify(params)}`] : []
        }),
      )
      expectNone(wrong)
    })

    test('says no more than a second computation allows', () => {
      expectNone(
        findings().flatMap(({ params, found: { prose }, expectation: { says, never } }) =>
          says?.test(prose) === false || never?.test(prose) === true
            ? [`${prose} ${JSON.stringify(params)}`]
            : [],
        ),
      )
    })

    test('has no number in its words that changes from state to state', () => {
      const wordings = new Set(
        findings().flatMap(
          ({ found }) =>
            wordsOf(found)
              .match(/\d+(\.\d+)?/g)
              ?.join(' ') ?? [],
        ),
      )
      expect([...wordings].slice(0, WORDINGS + 1)).toHaveLength(Math.min(wordings.size, WORDINGS))
    })
  })
}

function allStates<S extends ParamSpecs, M, Id extends string>(
  construction: Construction<S, M, Id>,
  oracle: Oracle<ParamValues<S>, M>,
  listed: readonly Partial<ParamValues<S>>[],
): State<Params>[] {
  const room = construction as unknown as Construction
  const named = listed.map((changes) => paramsWith(room, initialParams(room.params), changes as Params))
  return [...named, ...statesOf(room, 20_210_721)].map((params) => {
    const model = room.model(params)
    const quantities = room.quantities(params, model).map(({ id, value, log }): [string, Quoted] => {
      const quoted = { name: id, value, shown: `{${id}}` }
      return [id, log === undefined ? quoted : { ...quoted, log }]
    })
    const expected = oracle(params as ParamValues<S>, model as M)
    return { params, model, quantities: new Map(quantities), expected }
  })
}

/** Of many states that show one fault, the first ones tell enough. */
function expectNone(problems: readonly string[]): void {
  expect(problems.slice(0, 3), `${problems.length} in all`).toEqual([])
}

/** The numbers that a finding lists, and those of the room that its prose names. */
function numbersOf({ prose, quoted }: Said, quantities: ReadonlyMap<string, Quoted>): Quoted[] {
  return [...quoted, ...quantitiesNamedIn(prose).flatMap((id) => quantities.get(id) ?? [])]
}

/** The prose without the numbers that are listed beside it. */
const wordsOf = ({ prose, quoted }: Said) =>
  quoted
    .toSorted((a, b) => b.shown.length - a.shown.length)
    .reduce((words, { shown }) => words.replace(shown, '#'), prose)

function problemOf({ name, value, log, shown }: Quoted, expected: Expected | undefined): string | undefined {
  if (expected === undefined) return `${name} = ${shown} has no second computation`
  const isRight =
    typeof expected === 'number'
      ? isNear(value, log, expected)
      : 'within' in expected
        ? Math.abs((value as number) - expected.value) <= expected.within
        : 'oneOf' in expected
          ? expected.oneOf.includes(value as number)
          : 'log' in expected
            ? isNearLog(log ?? Math.log(value as number), expected.log)
            : typeof value === 'object' &&
              value.length === expected.length &&
              value.every((x, i) => isNear(x, undefined, expected[i]))
  return isRight
    ? undefined
    : `${name} = ${shown} (${JSON.stringify(value)}), not ${JSON.stringify(expected)}`
}

function isNear(value: number | readonly number[], log: number | undefined, expected: number): boolean {
  if (typeof value !== 'number') return false
  if (value === expected) return true
  const size = Math.abs(value) > 0 || log === undefined ? Math.abs(value) : Math.exp(log)
  return Math.abs(Math.sign(value) * size - expected) <= TOLERANCE * Math.abs(expected)
}

const isNearLog = (log: number, expected: number) =>
  log === expected || Math.abs(log - expected) <= TOLERANCE * Math.max(1, Math.abs(expected) * 1e-3)

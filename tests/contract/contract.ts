import { describe, expect, test, vi } from 'vitest'
import { constructions, type Registered } from '../../src/constructions'
import {
  type Claim,
  type Construction,
  type Equality,
  type Finding,
  judged,
  paramsWith,
  type Quantity,
  type Step,
} from '../../src/constructions/construction'
import { decodeLink, encodeLink } from '../../src/state/permalink'
import { initialSession, type Params } from '../../src/state/session'
import { at, instancesOf, isReachable, unconstrained, unreachableTexts } from './instances'
import { paramsIn, proseProblem, quantitiesIn, quantitiesNamedIn, texProblem } from './typeset'

// Some laws typeset thousands of formulas.
vi.setConfig({ testTimeout: 120_000 })

/** Infinities that mean something, beside the logarithm of 0: fields of models, by construction. */
const MEANT_INFINITIES: Readonly<Record<string, readonly string[]>> = {
  // No scale is needed where no key is unwanted, and none is enough where all keys are equal.
  'two-key-average': ['scaleNeeded'],
  // Without variance a scale is never too large.
  'gaussian-keys': ['windowHigh'],
}

/** Params, and what the construction makes of them. */
interface Case {
  readonly params: Params
  readonly model: unknown
  readonly quantities: readonly Quantity[]
  readonly steps: readonly Step[]
}

/** The cases of a construction, computed by the first test that asks: most runs of a single test need no others. */
type Cases = () => readonly Case[]

/** The contract is held in so many files: one would keep one processor busy when all others are done. */
const FILES = 3

/** Tests of the contract for every third construction, from the given one on. */
export function describeContracts(first: 0 | 1 | 2): void {
  const own = constructions.filter((_, i) => i % FILES === first)
  describe.each(own.map((c) => [c.id, c] as const))('%s', (_, construction) => describeContract(construction))
}

function describeContract(construction: Registered): void {
  const cases = computedOnce(() => instancesOf(construction).map((params) => caseOf(construction, params)))
  describe('says what it is', () => testWords(construction))
  describe('params', () => testParams(construction))
  describe('link', () => testLink(construction, cases))
  describe('model', () => testModel(construction, cases))
  describe('quantities', () => testQuantities(cases))
  describe('derivation', () => testDerivation(construction, cases))
  test('claims have unique ids and names', () => {
    expectUnique(construction.claims)
    expectUnique(construction.claims.map(({ name }) => ({ id: name })))
  })
  for (const claim of construction.claims)
    describe(`claim ${claim.id}`, () => testClaim(construction, cases, claim))
}

function caseOf(construction: Construction, params: Params): Case {
  const model = construction.model(params)
  const quantities = construction.quantities(params, model)
  return { params, model, quantities, steps: construction.derivation(params, model) }
}

function computedOnce(compute: Cases): Cases {
  let computed: readonly Case[] | undefined
  return () => (computed ??= compute())
}

function testWords({ title, menu, source, editions, asks, question, presets }: Construction): void {
  test('in words', () => {
    for (const text of [title, menu, source, editions, asks]) expect(text.trim()).not.toBe('')
  })

  test('in prose that can be typeset', () => {
    expect(problems([question, ...presets.map(({ label }) => label)], proseProblem)).toEqual([])
  })
}

function testParams(construction: Construction): void {
  const { params: specs, presets, claims } = construction

  test('have labels, symbols, and initial values that controls can reach', () => {
    for (const [name, spec] of Object.entries(specs)) {
      expect(spec.label.trim(), name).not.toBe('')
      expect(texProblem(spec.tex)).toBeUndefined()
      expect(isReachable(spec, spec.initial), name).toBe(true)
    }
  })

  test('stay in range when constrained, and change only once', () => {
    for (const params of unconstrained(construction)) {
      const valid = construction.constrain?.(params) ?? params
      expect(Object.keys(valid)).toEqual(Object.keys(specs))
      expect(unreachable(construction, valid)).toEqual([])
      expect(construction.constrain?.(valid) ?? valid).toEqual(valid)
    }
  })

  test('of presets and counterexamples are valid as they stand', () => {
    expectUnique(presets)
    const counterexamples = claims.map(({ failsAt = {} }) => failsAt)
    for (const changes of [...presets.map(({ params }) => params), ...counterexamples]) {
      expect(at(construction, changes)).toMatchObject(changes)
      expect(unreachable(construction, at(construction, changes))).toEqual([])
    }
  })
}

function testLink(construction: Registered, cases: Cases): void {
  const { id } = construction

  test('brings every instance back', () => {
    const base = { ...initialSession(), page: id }
    for (const { params } of cases()) {
      const session = { ...base, params: { ...base.params, [id]: params } }
      expect(decodeLink(encodeLink(session))).toEqual({ ok: true, session, notices: [] })
    }
  })

  test('cannot carry a value that the controls cannot reach', () => {
    for (const [name, spec] of Object.entries(construction.params))
      for (const text of unreachableTexts(spec)) {
        const decoded = decodeLink(`#${new URLSearchParams({ v: '1', panel: id, [name]: text })}`)
        if (!decoded.ok) throw new Error(decoded.message)
        expect(unreachable(construction, decoded.session.params[id]), `${name}=${text}`).toEqual([])
        expect(decoded.notices.map(({ field }) => field)).toContain(name)
      }
  })
}

function testModel(construction: Construction, cases: Cases): void {
  test('is finite, but for what is meant to be infinite', () => {
    const meant = MEANT_INFINITIES[construction.id] ?? []
    const isProper = ({ field, value }: Field) =>
      Number.isFinite(value) ||
      (value === -Infinity && field.startsWith('log')) ||
      (!Number.isNaN(value) && meant.includes(field))
    for (const { params, model } of cases())
      expect(
        numbersIn(model).filter((field) => !isProper(field)),
        JSON.stringify(params),
      ).toEqual([])
  })

  test('has weights that sum to 1', () => {
    for (const { params, model } of cases())
      for (const total of construction.totalWeights(model))
        expect(Math.abs(total - 1), JSON.stringify(params)).toBeLessThanOrEqual(1e-12)
  })
}

function testQuantities(cases: Cases): void {
  test('have unique ids, are numbers, and can be typeset', () => {
    for (const { params, quantities } of cases()) {
      expectUnique(quantities)
      const unknown = quantities.filter(({ value, log }) => Number.isNaN(value) || Number.isNaN(log))
      expect(unknown, JSON.stringify(params)).toEqual([])
      const texts = quantities.flatMap(({ tex, formula, plugged }) => [tex, formula, plugged])
      expect(problems(texts, texProblem), JSON.stringify(params)).toEqual([])
    }
  })
}

function testDerivation(construction: Construction, cases: Cases): void {
  const linesOf = ({ steps }: Case) => steps.flatMap(({ lines }) => lines)

  test('states true equalities only', () => {
    for (const instance of cases())
      for (const { tex, equalities } of linesOf(instance))
        expect(
          equalities.filter((equality) => !isTrue(equality)),
          `${tex} at ${JSON.stringify(instance.params)}`,
        ).toEqual([])
  })

  test('can be typeset', () => {
    // Formulas of neighbouring instances differ in their numbers alone; a third of them is thousands already.
    for (const instance of cases().filter((_, i) => i % 3 === 0)) {
      const prose = [
        construction.setting(instance.params),
        ...instance.steps.flatMap(({ prose: text, hint = '' }) => [text, hint]),
      ]
      const wrong = [
        ...problems(prose, proseProblem),
        ...linesOf(instance).flatMap(({ tex }) => texProblem(tex) ?? []),
      ]
      expect(wrong, JSON.stringify(instance.params)).toEqual([])
    }
  })

  test('links to quantities and params that there are', () => {
    for (const instance of cases()) {
      expectUnique(instance.steps)
      const prose = [
        construction.setting(instance.params),
        ...instance.steps.flatMap(({ prose: text, hint = '' }) => [text, hint]),
      ]
      const tex = linesOf(instance).map((line) => line.tex)
      expectKnown(instance, [...prose.flatMap(quantitiesNamedIn), ...tex.flatMap(quantitiesIn)])
      expect(Object.keys(construction.params)).toEqual(expect.arrayContaining(tex.flatMap(paramsIn)))
    }
  })
}

function testClaim(construction: Construction, cases: Cases, claim: Claim<Params, unknown>): void {
  const { kind, failsAt, correction } = claim
  const statements = correction ? [claim, correction] : [claim]
  const absenceIn = ({ params, model }: Pick<Case, 'params' | 'model'>) => claim.premise?.(params, model)
  const applicable = () => cases().filter((instance) => absenceIn(instance) === undefined)
  const wherever = (statement: Pick<typeof claim, 'check'>) =>
    applicable().map((instance) => ({ instance, ...statement.check(instance.params, instance.model) }))
  const failures = (statement: Pick<typeof claim, 'check'>) =>
    wherever(statement).flatMap(({ instance, ...finding }) =>
      holds(finding) ? [] : { ...finding, params: instance.params },
    )
  const judgementAt = (changes: Partial<Params>) => {
    const params = at(construction, changes)
    return judged(claim, params, construction.model(params))
  }

  test('has a name of two to four words', () => {
    expect(claim.name).toMatch(/^\S+( \S+){1,3}$/)
  })

  test('finds numbers, in prose that can be typeset and names what there is', () => {
    const findings = statements.flatMap(wherever)
    expect(findings.filter(({ error, bound }) => Number.isNaN(error) || Number.isNaN(bound))).toEqual([])
    const prose = [...statements, ...findings].map((said) => said.prose)
    expect(problems(prose, proseProblem)).toEqual([])
    for (const { instance, prose: found } of findings)
      expectKnown(instance, [found, ...statements.map((said) => said.prose)].flatMap(quantitiesNamedIn))
  })

  test('applies somewhere; where it does not, it says so and what to change', () => {
    expect(applicable()).not.toEqual([])
    for (const instance of cases()) {
      const absence = absenceIn(instance)
      if (!absence) continue
      expect(absence.prose.trim()).not.toBe('')
      expect(proseProblem(absence.prose)).toBeUndefined()
      expectKnown(instance, quantitiesNamedIn(absence.prose))
      const params = paramsWith(construction, instance.params, absence.changes)
      expect(params).toMatchObject(absence.changes)
      expect(unreachable(construction, params)).toEqual([])
      const changed = { params, model: construction.model(params) }
      expect(absenceIn(changed), JSON.stringify(instance.params)).toBeUndefined()
    }
  })

  if (kind === 'corrected')
    test('is false somewhere, and its correction true everywhere', () => {
      expect(failsAt && judgementAt(failsAt)).toMatchObject({ verdict: 'corrected', isFalse: true })
      expect(correction && failures(correction)).toEqual([])
    })
  else if (failsAt)
    test('fails where it says, and holds in the initial setting or a preset', () => {
      expect(judgementAt(failsAt).verdict).toBe('fails here')
      const settings = [{}, ...construction.presets.map(({ params }) => params)]
      expect(settings.map(judgementAt).map(({ verdict }) => verdict)).toContain(
        kind === 'unsaid' ? 'unsaid' : 'holds',
      )
    })
  else
    test('holds everywhere', () => {
      expect(failures(claim)).toEqual([])
    })
}

function problems(texts: readonly string[], problemOf: (text: string) => string | undefined): string[] {
  return texts.flatMap((text) => problemOf(text) ?? [])
}

function expectUnique(named: readonly { readonly id: string }[]): void {
  expect(new Set(named.map(({ id }) => id)).size).toBe(named.length)
}

function expectKnown({ quantities }: Case, named: readonly string[]): void {
  expect(quantities.map(({ id }) => id)).toEqual(expect.arrayContaining([...named]))
}

function unreachable({ params: specs }: Construction, params: Params): string[] {
  return Object.keys(specs).filter((name) => !isReachable(specs[name], params[name]))
}

interface Field {
  readonly field: string
  readonly value: number
}

/** Every number of a model, with the name of the field that it is in or under. */
function numbersIn(value: unknown, field = ''): Field[] {
  if (typeof value === 'number') return [{ field, value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    numbersIn(inner, Array.isArray(value) ? field : name),
  )
}

function isTrue({ left, right, magnitude = 0 }: Equality): boolean {
  const size = Math.max(Math.abs(left), Math.abs(right), magnitude)
  return left === right || Math.abs(left - right) <= 1e-12 * size
}

function holds({ error, bound }: Finding): boolean {
  return error <= bound + Math.abs(bound) * 1e-12
}

import { fc } from '@fast-check/vitest'
import type { Texts } from '../../src/constructions/exercises/exercise'
import type { ParamSpec, ParamValue } from '../../src/constructions/params'
import { LAB_TABS, type LabParams, labSpecs } from '../../src/state/lab-settings'
import { type Page, PLACES } from '../../src/state/page'
import { type Params, type Session, THEMES, withLeft } from '../../src/state/session'
import { declarationOf, declarations, questions } from './rooms'

/** Any value that a control of `spec` can be brought to. */
export function valueOf(spec: ParamSpec): fc.Arbitrary<ParamValue> {
  if (spec.kind === 'choice') return fc.constantFrom(...spec.options.map(({ value }) => value))
  if (spec.kind === 'number') return numberOf(spec)
  const size = ([min, max]: readonly [number, number]) => fc.integer({ min, max: Math.min(max, min + 3) })
  return fc
    .tuple(size(spec.rows), size(spec.columns))
    .chain(([rows, columns]) => fc.array(fc.array(numberOf(spec), exactly(columns)), exactly(rows)))
}

/** Any params of the room `id`. */
export function paramsOf(id: string): fc.Arbitrary<Params> {
  const { params: specs, constrain } = declarationOf(id)!
  const values = Object.entries(specs).map(([name, spec]) => [name, valueOf(spec)])
  return fc.record<Params>(Object.fromEntries(values)).map((params) => constrain?.(params) ?? params)
}

const ids = declarations.map(({ id }) => id)
const pages = [...ids, ...PLACES] as Page[]
const roomsOf = Object.fromEntries(ids.map((id) => [id, paramsOf(id)]))

/** Any answer with something in every field. */
function answersTo(fields: readonly string[]): fc.Arbitrary<Texts> {
  const texts = fc.string({ minLength: 1, maxLength: 60 })
  return fc.record(Object.fromEntries(fields.map((name) => [name, texts])))
}

const labParams = fc.record(
  Object.fromEntries(Object.entries(labSpecs).map(([name, spec]) => [name, valueOf(spec)])),
) as unknown as fc.Arbitrary<LabParams>

const anySession: fc.Arbitrary<Session> = fc.record({
  page: fc.constantFrom(...pages),
  left: fc.constantFrom(null, ...pages.filter((page) => page !== 'home')),
  part: fc.constantFrom(...questions.map(({ part }) => part)),
  drafts: fc
    .record(Object.fromEntries(questions.map(({ part, fields }) => [part, answersTo(fields)])))
    .chain((all) => fc.subarray(Object.entries(all)).map(Object.fromEntries)),
  params: fc.record(roomsOf),
  pinned: fc.record(roomsOf).chain((all) => fc.subarray(Object.entries(all)).map(Object.fromEntries)),
  embedded: fc.constant(ids[0] as Session['embedded']),
  limits: fc.constant({}),
  lab: fc.record({ tab: fc.constantFrom(...LAB_TABS), params: labParams }),
  shownCase: fc.option(fc.record({ part: fc.string(), n: fc.integer() })),
  theme: fc.constantFrom(...THEMES),
  singleKeys: fc.boolean(),
})

/** Any session that the store may hold. */
export const sessions = anySession.map(withLeft)

function numberOf({
  min,
  max,
  ...spec
}: {
  min: number
  max: number
  integer?: boolean
}): fc.Arbitrary<number> {
  // −0 is not among them: no control and no link makes a difference between it and 0.
  return spec.integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((x) => x + 0)
}

const exactly = (length: number) => ({ minLength: length, maxLength: length })

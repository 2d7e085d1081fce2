import { add, scaled, type Vector } from '../../core/linear/linalg'
import type { Operands, Repair } from './exercise'
import { both, givenInstead, negation, ofAllGrowing, ofSomeFixed, scaling, signs } from './repairs'

/** What may be wrong with the length of queries made of the orthonormal columns `k` or `mu`. */
export const lengthRepairs = (fields: readonly string[], name: string): readonly Repair[] =>
  [
    (group: readonly string[]) => zeros(group, name),
    (group: readonly string[]) => [ofSomeFixed(group, scaling('scale-missing', group, 1))],
    (group: readonly string[]) => [ofAllGrowing(group, scaling('lead-stays', group, 1))],
    (group: readonly string[]) => [scaling('scale-wrong', group, 2)],
  ].flatMap((repairsOf) => groups(fields).flatMap(repairsOf))

/** Signs that queries in these columns may have turned; where the scale is missing too, the sign is named first. */
export function signRepairs(fields: readonly string[], name: string): readonly Repair[] {
  const turned = [
    ...fields.map(negation),
    ...signs(fields, [
      { name: `${name}_a`, isWanted: true },
      { name: `${name}_b`, isWanted: true },
      { name: `${name}_rest`, isWanted: false },
    ]),
  ]
  return [...turned, ...turned.map((repair) => both(repair, scaling('scale-missing', fields, 1)))]
}

/** All fields at once, then each alone. */
const groups = (fields: readonly string[]): readonly (readonly string[])[] =>
  fields.length === 1 ? [fields] : [fields, ...fields.map((field) => [field])]

/** Queries of 0: with one for both keys or for either of them, there would be an answer to judge. */
function zeros(fields: readonly string[], name: string): readonly Repair[] {
  const [a, b] = ['a', 'b'].map((index) => (operands: Operands) => operands[`${name}_${index}`] as Vector)
  return [(operands: Operands) => add(a(operands), b(operands)), a, b].map((columnOf) =>
    givenInstead('zero-query', fields, (operands, scale) =>
      fields.map(() => scaled(columnOf(operands), scale)),
    ),
  )
}

import { termsOf } from '../checker/language/expression'
import type { Reproduction } from '../checker/verdict/counterexample'
import type { Exercise, Operand } from '../constructions/exercises/exercise'
import { numpyName, numpyOf } from './numpy'

/** Python that works out an answer on the instance of a counterexample from the numbers alone, and prints the weights. */
export function numpyScript({ fields }: Exercise, { expressions, operands, script }: Reproduction): string {
  const used = fields.flatMap(({ name }) => termsOf(expressions[name]).map((term) => term.name))
  // The answer's fields come last: in 1(e)ii one of them is called Q, as a scalar is elsewhere.
  const isNamed = (name: string) =>
    used.includes(name) || script.some((line) => new RegExp(`\\b${name}\\b`).test(line))
  const given = Object.keys(operands).filter(
    (name) => isNamed(name) && fields.every((field) => field.name !== name),
  )
  return [
    'import numpy as np',
    '',
    ...given.map((name) => `${numpyName(name)} = ${literal(operands[name])}`),
    ...fields.map(({ name }) => `${name} = ${numpyOf(expressions[name])}`),
    '',
    ...script,
    '',
  ].join('\n')
}

const literal = (x: Operand) =>
  typeof x === 'number' ? `${x}` : `np.array(${JSON.stringify(x)}, dtype=float)`

import type { Exercise, Instance, Operand } from '../constructions/exercises/exercise'
import type { Expressions } from './answer'
import { termsOf } from './expression'
import { numpyName, numpyOf } from './numpy'

/** Python that works out an answer on an instance from the numbers alone, and prints the weights. */
export function numpyScript(
  { fields }: Exercise,
  expressions: Expressions,
  instance: Instance,
  scale: number,
): string {
  const operands = instance.operands(scale)
  const used = fields.flatMap(({ name }) => termsOf(expressions[name]).map((term) => term.name))
  // The answer's fields come last: in 1(e)ii one of them is called Q, as a scalar is elsewhere.
  const isNamed = (name: string) =>
    used.includes(name) || instance.script.some((line) => new RegExp(`\\b${name}\\b`).test(line))
  const given = Object.keys(operands).filter(
    (name) => isNamed(name) && fields.every((field) => field.name !== name),
  )
  return [
    'import numpy as np',
    '',
    ...given.map((name) => `${numpyName(name)} = ${literal(operands[name])}`),
    ...fields.map(({ name }) => `${name} = ${numpyOf(expressions[name])}`),
    '',
    ...instance.script,
    '',
  ].join('\n')
}

const literal = (x: Operand) =>
  typeof x === 'number' ? `${x}` : `np.array(${JSON.stringify(x)}, dtype=float)`

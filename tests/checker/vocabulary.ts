import { type FieldReading, readFields } from '../../src/checker/language/read'
import type { Refused } from '../../src/checker/language/refused'
import type { Operand, Shape, Term, Vocabulary } from '../../src/constructions/exercises/exercise'

const term = (name: string, tex: string, shape: Shape, role: Term['role']): Term => ({
  name,
  tex,
  meaning: '',
  shape,
  role,
})

/** A question that offers a bit of everything. */
export const VOCABULARY: Vocabulary = {
  terms: [
    ...['a', 'b', '\\text{rest}'].map((i) =>
      term(`k_${i.replace(/\\text\{(.*)\}/, '$1')}`, `k_{${i}}`, 'column', 'key'),
    ),
    ...['a', 'b'].map((i) => term(`mu_${i}`, `\\mu_${i}`, 'column', 'key')),
    ...['a', 'b', 'c', 'd'].map((i) => term(`u_${i}`, `u_${i}`, 'column', 'value')),
    term('beta', '\\beta', 'scalar', undefined),
    ...['I', 'M'].map((name) => term(name, name, 'matrix', 'plain')),
  ],
  letters: [
    ...['Q', 't', 'w', 'C'].map((name) => ({ ...term(name, name, 'scalar', 'plain'), isFree: true })),
    { ...term('lambda', '\\lambda', 'scalar', undefined), isFree: true },
  ],
  columns: { family: 'k', prose: 'the keys are called k_a and k_b' },
  refusals: [
    { names: /^v(_\w+)?$/, diagnosis: 'value-in-query', prose: 'That is a value; a query is made of keys.' },
  ],
}

/** Numbers for every name, d = 3, none of them special. */
export const OPERANDS: Readonly<Record<string, Operand>> = {
  k_a: [0.6, -1.1, 0.3],
  k_b: [1.4, 0.2, -0.7],
  k_rest: [-0.5, 0.9, 2.1],
  mu_a: [1, 0.25, -0.5],
  mu_b: [-0.75, 1.5, 0.1],
  u_a: [2.2, -0.4, 0.9],
  u_b: [0.3, 1.7, -1.2],
  u_c: [-1.6, 0.8, 0.5],
  u_d: [0.7, 0.7, 1.9],
  Q: 5.5,
  t: -2.3,
  w: 0.9,
  C: 12,
  lambda: 0.35,
  beta: 3.25,
  I: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  M: [
    [0.4, -1.3, 0.8],
    [2.1, 0.6, -0.2],
    [-0.9, 1.1, 1.5],
  ],
}

/** Numbers for the names; any letter that is not among them is 1.5. */
export const operands = (name: string): Operand => OPERANDS[name] ?? 1.5

/** What `text` says in the only blank of a question, called `name`, or why it says nothing. */
export function read(
  text: string,
  vocabulary: Vocabulary,
  name = 'q',
): FieldReading | { readonly refused: Refused } {
  const { byField } = readFields([{ name, tex: name, shape: 'column' }], vocabulary, { [name]: text })
  const nothing: Refused = { code: 'E_EMPTY', message: 'Nothing is written yet.', start: 0, end: text.length }
  return byField[name] ?? { refused: nothing }
}

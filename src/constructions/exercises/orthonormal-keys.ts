import { add, identity, type Matrix, scaled, type Vector } from '../../core/linalg'
import { drawOrthonormalBasis } from '../../core/orthonormal'
import type { Random } from '../../core/random'
import type { Instance, Refusal, Showing, Size, Term } from './exercise'
import { atScale, FREE_SCALARS, freeTerms } from './free-scalars'
import { keyInstance } from './key-instance'

/** What is wanted: the mean of the values of a and b. */
const WANTED = [0, 1]

/** The symbols of a question about orthonormal columns called `k` or `mu`. */
export function orthonormalTerms(name: string, tex: string, meaning: string): readonly Term[] {
  const column = (index: string, texIndex: string, of: string): Term => ({
    name: `${name}_${index}`,
    tex: `${tex}_{${texIndex}}`,
    meaning: of,
    role: 'key',
    shape: 'column',
  })
  return [
    column('a', 'a', `the ${meaning} of a`),
    column('b', 'b', `the ${meaning} of b`),
    column('rest', '\\text{rest}', `the sum of all other ${meaning}s`),
    ...freeTerms(FREE_SCALARS),
    NUMBER_OF_KEYS,
    IDENTITY,
  ]
}

/** How many keys there are. */
export const NUMBER_OF_KEYS: Term = {
  name: 'n',
  tex: 'n',
  meaning: 'the number of keys',
  role: 'plain',
  shape: 'scalar',
}

/** The identity matrix. */
export const IDENTITY: Term = {
  name: 'I',
  tex: 'I',
  meaning: 'the identity matrix',
  role: 'plain',
  shape: 'matrix',
}

/** Values are no part of a query. */
export const VALUES_REFUSED: Refusal = {
  names: /^v(_\w+)?$/,
  diagnosis: 'value-in-query',
  prose:
    'This is a value: a query is compared with keys, and the values are only averaged afterwards. They lie in no known direction to any key.',
}

/** What a question gives no letter for where keys are drawn about known means, with a vanishing variance. */
export const DRAWN_REFUSED: readonly Refusal[] = [
  VALUES_REFUSED,
  {
    names: /^alpha$/,
    prose:
      'α is not offered here: it is made vanishingly small before anything else, and the query must do without it. For a number as large as wanted write Q, t, w, λ or C.',
  },
  {
    names: /^k(_\w+)?$/,
    diagnosis: 'sampled-key',
    prose: 'This is a key, and keys are drawn anew each time: only their means are known.',
  },
]

/** An instance with n orthonormal keys, the first two of them wanted. */
export function orthonormalInstance(
  random: Random,
  size: Size,
  name: string,
  fields: readonly string[],
  showing: (scale: number, scores: Matrix, n: number) => Showing,
): Instance {
  const { n, d } = size
  const keys = size.kind === 'axes' ? identity(d).slice(0, n) : drawOrthonormalBasis(n, d, random)
  const columns = {
    [`${name}_a`]: keys[0],
    [`${name}_b`]: keys[1],
    [`${name}_rest`]: sumOfRest(keys, WANTED),
  }
  return keyInstance({
    size,
    keys,
    values: drawValues(random, size),
    labels: keys.map((_, i) => ['a', 'b'][i] ?? String(i + 1)),
    wanted: WANTED,
    fields,
    operands: (scale) => ({ ...columns, ...atScale(FREE_SCALARS, scale), n, I: identity(d) }),
    showing: (scale, scores) => showing(scale, scores, n),
  })
}

/** The sum of the keys that are not wanted. */
export function sumOfRest(keys: Matrix, wanted: readonly number[]): Vector {
  const others = keys.filter((_, i) => !wanted.includes(i))
  return others.reduce((sum, key) => add(sum, key), scaled(keys[0], 0))
}

/** Values in R², normal or huge. */
export function drawValues(random: Random, { n, kind }: Size): Matrix {
  const unit = kind === 'huge-values' ? 1e300 : 1
  return Array.from({ length: n }, () => [random.normal() * unit, random.normal() * unit])
}

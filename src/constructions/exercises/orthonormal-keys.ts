import { add, identity, type Matrix, scaled, type Vector } from '../../core/linear/linalg'
import { drawOrthonormalBasis } from '../../core/linear/orthonormal'
import type { Random } from '../../core/random/random'
import type { Instance, Refusal, Showing, Size, Term } from './exercise'
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

/** The variance of keys that are drawn about known means. It vanishes first; a scale may be made of it all the same. */
export const VARIANCE: Term = {
  name: 'alpha',
  tex: '\\alpha',
  meaning: 'the variance of the keys, taken to 0 before anything else',
  role: 'plain',
  shape: 'scalar',
  mistaken:
    'α is the variance of the keys here, and it is taken to 0 before anything else. For a number as large as wanted write another letter, such as Q.',
}

/** What a question has no name for where keys are drawn about known means. */
export const DRAWN_REFUSED: readonly Refusal[] = [
  VALUES_REFUSED,
  {
    names: /^k_\w+$/,
    diagnosis: 'sampled-key',
    prose: 'This is a key, and keys are drawn again each time: only their means are known.',
  },
]

/** What the columns of a question about orthonormal columns are called. */
export const orthonormalColumns = (family: string, are: string) => ({
  family,
  prose: `${are} are called ${family}_a and ${family}_b, and ${family}_rest is the sum of all others`,
})

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
    operands: (scale) => ({ ...columns, n, I: identity(d), alpha: varianceAt(scale) }),
    variance: varianceAt,
    showing: (scale, scores) => showing(scale, scores, n),
  })
}

/** α where everything else is of the size of the scale: so much smaller that α^(-1/4) grows and α Q² still vanishes. */
function varianceAt(scale: number): number {
  return 1 / scale ** 8
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

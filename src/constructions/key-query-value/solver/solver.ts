import type { Matrix } from '../../../core/linear/linalg'
import {
  dependency,
  exactMatMul,
  exactTranspose,
  numericMatrix,
  type RationalMatrix,
  rank,
  rationalMatrix,
  sameVector,
} from '../../../core/linear/rational-matrix'
import {
  equal,
  isZero,
  negated,
  ONE,
  over,
  type Rational,
  signOf,
  toNumber,
} from '../../../core/numbers/rational'
import { sumTex, texRational } from '../../../tex/compositions'
import { type Design, designModel, worstError } from '../key-query-value.model'
import { independentSolutions } from './independent'
import { searchKeys } from './search'
import type { Solution, Wish } from './wish'

/** A solution as params of the room, checked by computing its outputs. */
export interface CheckedSolution {
  readonly id: Solution['id']
  readonly prose: string
  readonly keyMatrix: Matrix
  readonly queryMatrix: Matrix
  readonly valueMatrix: Matrix
  readonly scoreRank: number
}

/** What the solver says of a wish. */
export type Answer =
  | { readonly kind: 'solved'; readonly solutions: readonly CheckedSolution[] }
  /** `atEvery` norm, or in the limit only: where the tokens' scores need not grow, unequal weights may still do. */
  | { readonly kind: 'impossible'; readonly atEvery: boolean; readonly prose: string }
  | { readonly kind: 'undecided'; readonly prose: string }

/**
 * Matrices K, Q, V, of coefficients that do not depend on β, whose outputs tend to the wanted ones as β → ∞, or the reason
 * why none do.
 *
 * Independent tokens can put out anything, and two constructions say how. Dependent tokens are searched completely:
 * in the limit a query shares its weight equally over the keys on one face of the tokens' hull, so there are finitely
 * many cases, each decided in exact arithmetic. What is found is computed numerically before it is returned.
 *
 * @see notes 1(e)ii
 */
export function solveDesign({
  tokens,
  targets,
  wanted,
}: Pick<Design, 'tokens' | 'targets' | 'wanted'>): Answer {
  const wish: Wish = {
    tokens: rationalMatrix(tokens),
    outputs: targets.map((target, i) => (wanted[0][i] > 0 ? rationalMatrix([target])[0] : undefined)),
  }
  if (rank(wish.tokens) === tokens.length)
    return checked(independentSolutions(wish), { tokens, targets, wanted })
  const conflict = conflictOf(wish)
  if (conflict) return { kind: 'impossible', ...conflict }
  const found = searchKeys(wish)
  if (found.kind === 'found') return checked([found.solution], { tokens, targets, wanted })
  if (found.kind === 'given-up') {
    return {
      kind: 'undecided',
      prose: `${dependencyProse(wish)} The search took too long and was given up: this is no proof that nothing exists.`,
    }
  }
  return { kind: 'impossible', atEvery: false, prose: exhaustedProse(wish, found.byValues, found.byScores) }
}

/** Coefficients beyond these bounds the room cannot show. */
const MOST = 1000

/** How large `τβ²·margin` is where a solution is computed. */
const PROBE = 60

function checked(
  solutions: readonly Solution[],
  design: Pick<Design, 'tokens' | 'targets' | 'wanted'>,
): Answer {
  const sound = solutions.map(numericSolution).filter((solution) => isSound(solution, design))
  if (sound.length > 0) return { kind: 'solved', solutions: sound }
  return {
    kind: 'undecided',
    prose: `There are such matrices, but their coefficients are beyond ±${MOST}, or too fine for float64.`,
  }
}

function numericSolution({ id, prose, K, Q, V }: Solution): CheckedSolution {
  return {
    id,
    prose,
    keyMatrix: numericMatrix(K),
    queryMatrix: numericMatrix(Q),
    valueMatrix: numericMatrix(V),
    scoreRank: rank(exactMatMul(exactTranspose(K), Q)),
  }
}

/** Computes the outputs at a large norm and compares. */
function isSound(solution: CheckedSolution, design: Pick<Design, 'tokens' | 'targets' | 'wanted'>): boolean {
  const { keyMatrix, queryMatrix, valueMatrix } = solution
  const cells = [keyMatrix, queryMatrix, valueMatrix].flat(2)
  if (cells.some((x) => !(Math.abs(x) <= MOST))) return false
  const params: Design = {
    ...design,
    keyMatrix,
    queryMatrix,
    valueMatrix,
    norm: 1,
    scoreScale: 1,
    basis: 'standard',
    dimension: 8,
    seed: 0,
  }
  const gaps = designModel(params).outcomes.flatMap(({ margin }) => (margin ? [toNumber(margin)] : []))
  const scoreScale = PROBE / Math.min(1, ...gaps)
  const size = Math.max(1, ...design.targets.flat().map(Math.abs), ...valueMatrix.flat().map(Math.abs))
  return worstError(designModel({ ...params, scoreScale })).error <= 1e-9 * size
}

/** Two queries that point the same way whatever Q is, and should put out different things. */
function conflictOf({ tokens, outputs }: Wish): { atEvery: boolean; prose: string } | undefined {
  for (const [i, first] of outputs.entries()) {
    for (const [k, second] of outputs.entries()) {
      if (k <= i || !first || !second || sameVector(first, second)) continue
      const ratio = ratioOf(tokens[i], tokens[k])
      if (ratio && signOf(ratio) > 0) return { atEvery: equal(ratio, ONE), prose: conflictProse(i, k, ratio) }
    }
  }
  return undefined
}

/** The number `c` with `b = c·a`, or undefined; 1 where both are 0. */
function ratioOf(a: RationalMatrix[number], b: RationalMatrix[number]): Rational | undefined {
  const place = a.findIndex((x) => !isZero(x))
  if (place < 0) return b.every(isZero) ? ONE : undefined
  const ratio = over(b[place], a[place])
  return rank([a, b]) === 1 && !isZero(ratio) ? ratio : undefined
}

function conflictProse(i: number, k: number, ratio: Rational): string {
  const [first, second] = [`$c_${i + 1}$`, `$c_${k + 1}$`]
  if (equal(ratio, ONE))
    return `$x_${k + 1} = x_${i + 1}$: whatever $Q$ is, $q_${k + 1}$ points the same way as $q_${i + 1}$ and is as long, so that ${first} and ${second} are equal. But they are to differ.`
  return `$x_${k + 1} = ${texRational(ratio)}\\,x_${i + 1}$: whatever $Q$ is, $q_${k + 1}$ points the same way as $q_${i + 1}$. As $\\beta\\to\\infty$, with coefficients that do not depend on $\\beta$, both come to share their weight equally over the same keys; but ${first} and ${second} are to differ. At one given $\\beta$ their weights differ, and may do.`
}

function exhaustedProse(wish: Wish, byValues: number, byScores: number): string {
  const reasons = [
    byValues > 0 ? `${byValues} ask $V$ for two different values of one vector` : '',
    byScores > 0 ? `${byScores} need scores that no $K$ and $Q$ give` : '',
  ].filter(Boolean)
  return `${dependencyProse(wish)} As $\\beta\\to\\infty$, with coefficients that do not depend on $\\beta$, each query shares its weight equally over the keys on one face of the tokens’ hull. Every way to choose them was tried, and none is left: ${reasons.join('; ')}.`
}

/** The linear relation between the tokens that matters: among those whose output is wanted, if there is one. */
function dependencyProse({ tokens, outputs }: Wish): string {
  const asked = tokens.flatMap((_, i) => (outputs[i] ? [i] : []))
  const among = asked.length > 0 ? dependency(asked.map((i) => tokens[i])) : undefined
  const places = among ? asked : tokens.map((_, i) => i)
  const lambda = among ?? dependency(tokens)
  if (!lambda) return ''
  const last = lambda.findLastIndex((x) => !isZero(x))
  const others = lambda.flatMap((x, i) =>
    i === last ? [] : [[negated(over(x, lambda[last])), `x_${places[i] + 1}`] as const],
  )
  return `The tokens are dependent: $x_${places[last] + 1} = ${sumTex(others)}$, and what $K$, $Q$ and $V$ make of them depends on each other in the same way.`
}

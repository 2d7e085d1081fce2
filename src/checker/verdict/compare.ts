import type {
  Exercise,
  Head,
  Instance,
  Operand,
  Solution,
  Texts,
} from '../../constructions/exercises/exercise'
import { type Matrix, matMul, norm, transpose } from '../../core/linear/linalg'
import { rank, rationalMatrix } from '../../core/linear/rational-matrix'
import { solutionWay } from './counterexample'
import { type Echo, echoes } from './echo'
import { plainInstance } from './trial'

/** A right answer, with what tells right answers apart. */
export interface Compared {
  readonly label: string
  readonly isFromNotes: boolean
  readonly answer: Texts
  readonly echoes: Readonly<Record<string, Echo>>
  /** Euclidean norm of all that the answer consists of. */
  readonly norm: number
  /** Smallest lead, over the queries, of a wanted key's score over the best other one; undefined without wanted keys. */
  readonly margin: number | undefined
  readonly logError: number
  /** Ranks of KᵀQ and of V, where the answer is made of matrices. */
  readonly ranks: { readonly scores: number; readonly values: number } | undefined
}

/** The right answers of a question, compared on one plain instance of at least three keys. */
export function comparedSolutions(exercise: Exercise): {
  readonly scale: number
  readonly answers: readonly Compared[]
} {
  const { instance } = plainInstance(exercise)
  const [scale] = exercise.scale.schedule
  return {
    scale,
    answers: exercise.solutions.flatMap((one) => compared(exercise, one, instance, scale) ?? []),
  }
}

function compared(
  exercise: Exercise,
  solution: Solution,
  instance: Instance,
  scale: number,
): Compared | undefined {
  const answered = solutionWay(exercise, solution.answer).at(instance, scale)
  const outcome = answered && instance.outcome(scale, answered)
  if (!outcome) return undefined
  return {
    ...solution,
    echoes: echoes(exercise, solution.answer),
    norm: norm(Object.values(answered.values).flatMap(entriesOf)),
    margin: smallest(outcome.heads.map(marginOf)),
    logError: outcome.logError,
    ranks: ranksOf(answered.values),
  }
}

const entriesOf = (x: Operand): readonly number[] => (typeof x === 'number' ? [x] : (x as Matrix).flat())

function marginOf({ scores, wanted }: Head): number | undefined {
  if (!wanted) return undefined
  const of = (isWanted: boolean) => scores.filter((_, i) => wanted[i] > 0 === isWanted)
  return of(false).length === 0 ? undefined : Math.min(...of(true)) - Math.max(...of(false))
}

function smallest(margins: readonly (number | undefined)[]): number | undefined {
  const known = margins.filter((margin) => margin !== undefined)
  return known.length > 0 ? Math.min(...known) : undefined
}

/** On the axes the entries of the matrices are their coefficients: small rationals, whose rank is exact. */
function ranksOf({ K, Q, V }: Readonly<Record<string, Operand>>): Compared['ranks'] {
  if (K === undefined || Q === undefined || V === undefined) return undefined
  const tidy = (matrix: Matrix) => matrix.map((row) => row.map((x) => Number(x.toPrecision(12))))
  const exactRank = (matrix: Matrix) => rank(rationalMatrix(tidy(matrix)))
  return { scores: exactRank(matMul(transpose(K as Matrix), Q as Matrix)), values: exactRank(V as Matrix) }
}

import {
  dualBasis,
  exactCombination,
  exactDot,
  exactMatVec,
  exactMean,
  exactOuterSum,
  exactScaled,
  exactSum,
  identityMatrix,
  nullSpace,
  type RationalMatrix,
  type RationalVector,
} from '../../../core/linear/rational-matrix'
import { solveStrict } from '../../../core/linear/strict-inequalities'
import { rational, ZERO } from '../../../core/numbers/rational'
import { dependentFirst, type Face, facesOf, independent } from './faces'
import { eliminated, Unwieldy, type WholeRow, wholeRow } from './whole-rows'
import type { Solution, Wish } from './wish'

/** A solution, the end of a complete search with the number of cases each reason excluded, or an early end. */
export type SearchResult =
  | { readonly kind: 'found'; readonly solution: Solution }
  | { readonly kind: 'exhausted'; readonly byValues: number; readonly byScores: number }
  | { readonly kind: 'given-up' }

/** Work after which the search gives up, in cases: a few seconds. */
const MOST_STEPS = 3_000_000

/** How many cases the solution of a system of inequalities takes as long as. */
const STEPS_OF_SYSTEM = 500

/**
 * Tries every way in which the queries whose output is wanted can attend to faces of the tokens' hull, for any tokens.
 *
 * Per query in turn: V must be able to take the mean of the face's tokens to the wanted output, and the scores asked
 * for so far must come from one bilinear form.
 */
export function searchKeys(wish: Wish): SearchResult {
  try {
    return searched(wish)
  } catch (error) {
    if (error instanceof Unwieldy) return { kind: 'given-up' }
    throw error
  }
}

function searched(wish: Wish): SearchResult {
  const search = new Search(wish)
  const faces = search.from(0, [], [])
  if (faces) return { kind: 'found', solution: search.solution(faces) }
  if (search.steps > MOST_STEPS) return { kind: 'given-up' }
  return { kind: 'exhausted', byValues: search.byValues, byScores: search.byScores }
}

class Search {
  steps = 0
  byValues = 0
  byScores = 0
  private readonly tokens: RationalMatrix
  private readonly outputs: Wish['outputs']
  /** Indices of the tokens whose output is wanted, and of those of them that are independent of the ones before. */
  private readonly asked: readonly number[]
  private readonly basis: readonly number[]
  /** Coefficients of every token over independent ones that begin with `basis`. */
  private readonly frame: RationalMatrix
  private readonly coordinates: RationalMatrix
  private readonly faces: readonly Face[]
  /** For the query at each level and each face: the face's mean beside the wanted output, in whole numbers. */
  private readonly rows: readonly (readonly WholeRow[])[]

  constructor({ tokens, outputs }: Wish) {
    this.tokens = tokens
    this.outputs = outputs
    this.asked = dependentFirst(
      tokens,
      tokens.flatMap((_, i) => (outputs[i] ? [i] : [])),
    )
    this.basis = independent(this.asked.map((i) => tokens[i])).map((place) => this.asked[place])
    const rest = tokens.flatMap((_, i) => (this.basis.includes(i) ? [] : [i]))
    const order = [...this.basis, ...rest]
    const chosen = independent(order.map((i) => tokens[i])).map((place) => order[place])
    this.frame = chosen.map((i) => tokens[i])
    const duals = dualBasis(this.frame)
    this.coordinates = tokens.map((x) => exactMatVec(duals, x))
    this.faces = facesOf(this.coordinates)
    const means = this.faces.map((face) => this.meanOf(face))
    this.rows = this.asked.map((_, level) =>
      means.map((mean) => wholeRow([...mean, ...this.wantedOf(level)])),
    )
  }

  /**
   * Faces for the queries from `level` on, after those `chosen` for the ones before; undefined if there are none.
   *
   * @param relations - echelon rows of the chosen faces' means beside their wanted outputs
   */
  from(level: number, chosen: readonly Face[], relations: readonly WholeRow[]): readonly Face[] | undefined {
    if (level === this.asked.length) return chosen
    for (const [place, face] of this.faces.entries()) {
      if (this.steps > MOST_STEPS) return undefined
      const faces = [...chosen, face]
      const extended = this.extended(relations, level, place)
      if (!extended || !this.leavesValues(extended, level + 1)) this.byValues++
      else if (!this.scoresExist(faces)) this.byScores++
      else {
        const found = this.from(level + 1, faces, extended)
        if (found) return found
      }
    }
    return undefined
  }

  /** The relations with one more mean that V must take to a wanted output; undefined where it contradicts them. */
  private extended(
    relations: readonly WholeRow[],
    level: number,
    face: number,
  ): readonly WholeRow[] | undefined {
    this.steps++
    const row = relations.reduce(eliminated, this.rows[level][face])
    const lead = row.findIndex((x) => x !== 0)
    if (lead < 0) return relations
    return lead < this.tokens[0].length ? [...relations, row] : undefined
  }

  /** Whether every later query has a face left that V could serve. */
  private leavesValues(relations: readonly WholeRow[], level: number): boolean {
    for (let later = level; later < this.asked.length; later++) {
      if (!this.faces.some((_, place) => this.extended(relations, later, place))) return false
    }
    return true
  }

  private scoresExist(faces: readonly Face[]): boolean {
    const last = this.asked[faces.length - 1]
    // An independent token's query is free, and every face is one that some query selects.
    if (this.basis.includes(last)) return true
    this.steps += STEPS_OF_SYSTEM
    return this.scoreSolution(faces) !== undefined
  }

  /** The scores of the frame's tokens for each query of the basis, row after row, under which the faces lead. */
  private scoreSolution(faces: readonly Face[]): RationalVector | undefined {
    const ties: RationalVector[] = []
    const leads: RationalVector[] = []
    for (const [level, face] of faces.entries()) {
      const own = this.scoreRow(level, face[0])
      for (const j of this.tokens.keys()) {
        if (j === face[0]) continue
        const difference = exactSum(own, exactScaled(this.scoreRow(level, j), rational(-1n)))
        if (face.includes(j)) ties.push(difference)
        else leads.push(difference)
      }
    }
    const unknowns = this.basis.length * this.frame.length
    const free = ties.length === 0 ? identityMatrix(unknowns) : nullSpace(ties)
    const solution = solveStrict(
      leads.map((row) => free.map((direction) => exactDot(row, direction))),
      free.length,
    )
    if (solution.kind === 'contradiction') return undefined
    return free.length === 0
      ? Array.from({ length: unknowns }, () => ZERO)
      : exactCombination(solution.point, free)
  }

  /** The score of key j for the query at `level`, as a linear form in the unknown scores. */
  private scoreRow(level: number, j: number): RationalVector {
    const query = this.coordinates[this.asked[level]].slice(0, this.basis.length)
    return query.flatMap((a) => exactScaled(this.coordinates[j], a))
  }

  private meanOf(face: Face): RationalVector {
    return exactMean(face.map((j) => this.tokens[j]))
  }

  private wantedOf(level: number): RationalVector {
    return this.outputs[this.asked[level]] ?? []
  }

  /** K = I, and the Q and V that the faces determine. */
  solution(faces: readonly Face[]): Solution {
    const d = this.tokens[0].length
    const scores = this.scoreSolution(faces) ?? []
    const duals = dualBasis(this.frame)
    const width = this.frame.length
    const pairs = this.basis.map((_, b): [RationalVector, RationalVector] => [
      exactCombination(scores.slice(b * width, (b + 1) * width), duals),
      duals[b],
    ])
    const means = faces.map((face) => this.meanOf(face))
    const kept = independent(means)
    const meanDuals = kept.length === 0 ? [] : dualBasis(kept.map((i) => means[i]))
    return {
      id: 'search',
      prose: this.proseOf(faces),
      K: identityMatrix(d),
      Q: exactOuterSum(pairs, [d, d]),
      V: exactOuterSum(
        kept.map((i, place) => [this.wantedOf(i), meanDuals[place]]),
        [d, d],
      ),
    }
  }

  private proseOf(faces: readonly Face[]): string {
    const said = faces.map((face, level) => {
      const keys = face.map((j) => `$k_${j + 1}$`).join(', ')
      return `$q_${this.asked[level] + 1}$ ${face.length === 1 ? `attends to ${keys}` : `shares its weight over ${keys}`}`
    })
    return `The tokens are dependent, so the keys were searched for: ${said.join('; ')}`
  }
}

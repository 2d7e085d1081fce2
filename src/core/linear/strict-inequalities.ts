import { rational } from '../numbers/rational'
import { commonDenominator, type RationalMatrix, type RationalVector, wholeMultiple } from './rational-matrix'

/** A point that satisfies strict inequalities, or the proof that none does. */
export type StrictSolution =
  | { readonly kind: 'point'; readonly point: RationalVector }
  | { readonly kind: 'contradiction'; readonly multipliers: RationalVector }

/**
 * Some `z` with `rowᵢ·z > 0` for every row, exactly; or multipliers `λ ≥ 0`, summing to 1, with `Σᵢ λᵢ rowᵢ = 0`,
 * which prove that there is none (Gordan's theorem).
 *
 * The simplex method on the multipliers, in whole numbers over one denominator, with Bland's rule: no rounding,
 * no cycling.
 *
 * @param rows - shape [m, p]; without rows the point is 0
 */
export function solveStrict(rows: RationalMatrix, unknowns: number): StrictSolution {
  if (rows.length === 0) return { kind: 'point', point: Array.from({ length: unknowns }, () => rational(0n)) }
  const whole = rows.map(wholeMultiple)
  const tableau = new Tableau(whole, unknowns)
  while (tableau.improve()) {
    // Each step is a pivot; Bland's rule makes them end.
  }
  return tableau.objective === 0n
    ? { kind: 'contradiction', multipliers: normalised(tableau.multipliers(), rows) }
    : { kind: 'point', point: tableau.prices() }
}

/** Multipliers of the rows themselves, from those of their whole multiples. */
function normalised(multipliers: readonly bigint[], rows: RationalMatrix): RationalVector {
  const scaledUp = multipliers.map((m, i) => m * commonDenominator(rows[i]))
  const total = scaledUp.reduce((sum, m) => sum + m, 0n)
  return scaledUp.map((m) => rational(m, total))
}

/**
 * Phase one for `Σᵢ λᵢ rowᵢ = 0, Σᵢ λᵢ = 1, λ ≥ 0`: artificial variables start as the basis and are driven out.
 * All entries are whole, over the common denominator `unit` > 0; every division is exact (Edmonds).
 */
class Tableau {
  /** Constraints, then the objective; columns: multipliers, artificials, right-hand side. */
  private lines: bigint[][]
  private readonly basis: number[]
  private unit = 1n
  private readonly count: number
  private readonly unknowns: number

  constructor(rows: readonly (readonly bigint[])[], unknowns: number) {
    this.count = rows.length
    this.unknowns = unknowns
    const constraints = Array.from({ length: unknowns + 1 }, (_, i) => [
      ...rows.map((row) => (i < unknowns ? row[i] : 1n)),
      ...Array.from({ length: unknowns + 1 }, (_unused, a) => (a === i ? 1n : 0n)),
      i < unknowns ? 0n : 1n,
    ])
    const total = constraints.reduce((sum, line) => sum.map((x, j) => x + line[j]))
    const artificial = (j: number) => j >= this.count && j < this.count + unknowns + 1
    this.lines = [...constraints, total.map((x, j) => (artificial(j) ? 0n : x))]
    this.basis = constraints.map((_, i) => this.count + i)
  }

  /** What the artificial variables still add up to, times `unit`. */
  get objective(): bigint {
    return this.lines[this.unknowns + 1].at(-1) ?? 0n
  }

  /** One pivot; false where none improves the objective. */
  improve(): boolean {
    if (this.objective === 0n) return false
    const goal = this.lines[this.unknowns + 1]
    const entering = goal.findIndex((x, j) => j < this.count && x > 0n)
    if (entering < 0) return false
    this.pivot(this.leaving(entering), entering)
    return true
  }

  private leaving(column: number): number {
    let best = -1
    for (let i = 0; i <= this.unknowns; i++) {
      if (this.lines[i][column] <= 0n) continue
      if (best < 0 || this.isSooner(i, best, column)) best = i
    }
    return best
  }

  /** Compares ratios of right-hand side to entry by cross-multiplication; ties go to the lower variable. */
  private isSooner(i: number, best: number, column: number): boolean {
    const [a, b] = [this.lines[i], this.lines[best]]
    const [left, right] = [(a.at(-1) ?? 0n) * b[column], (b.at(-1) ?? 0n) * a[column]]
    return left < right || (left === right && this.basis[i] < this.basis[best])
  }

  private pivot(row: number, column: number): void {
    const pivotLine = this.lines[row]
    const pivot = pivotLine[column]
    this.lines = this.lines.map((line, i) =>
      i === row ? line : line.map((x, j) => (x * pivot - line[column] * pivotLine[j]) / this.unit),
    )
    this.unit = pivot
    this.basis[row] = column
  }

  multipliers(): bigint[] {
    return Array.from({ length: this.count }, (_, j) => {
      const row = this.basis.indexOf(j)
      return row < 0 ? 0n : (this.lines[row].at(-1) ?? 0n)
    })
  }

  /** The dual variables of the first constraints, with the sign that makes every product with a row positive. */
  prices(): RationalVector {
    const goal = this.lines[this.unknowns + 1]
    return Array.from({ length: this.unknowns }, (_, i) =>
      rational(-goal[this.count + i] - this.unit, this.unit),
    )
  }
}

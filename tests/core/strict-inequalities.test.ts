import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { exactDot, exactMatVec, exactTranspose, rationalMatrix } from '../../src/core/linear/rational-matrix'
import { solveStrict } from '../../src/core/linear/strict-inequalities'
import { isZero, plus, rational, signOf, toNumber, ZERO } from '../../src/core/numbers/rational'

const entry = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0.5, -1 / 3, 2 / 7))
const systems = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

test.prop([systems], { numRuns: 500 })(
  'a point satisfies every inequality, or multipliers contradict them',
  (cells) => {
    const rows = rationalMatrix(cells)
    const solution = solveStrict(rows, cells[0].length)
    if (solution.kind === 'point') {
      for (const row of rows) expect(signOf(exactDot(row, solution.point))).toBe(1)
      return
    }
    expect(exactMatVec(exactTranspose(rows), solution.multipliers).every(isZero)).toBe(true)
    expect(solution.multipliers.every((m) => signOf(m) >= 0)).toBe(true)
    expect(toNumber(solution.multipliers.reduce(plus, ZERO))).toBe(1)
  },
)

test('no inequality at all is satisfied by 0', () => {
  expect(solveStrict([], 2)).toEqual({ kind: 'point', point: [ZERO, ZERO] })
})

test('opposite rows contradict one another in the proportion of their lengths', () => {
  expect(solveStrict(rationalMatrix([[3], [-1.5]]), 1)).toEqual({
    kind: 'contradiction',
    multipliers: [rational(1n, 3n), rational(2n, 3n)],
  })
})

test('a row of zeros contradicts alone', () => {
  const solution = solveStrict(
    rationalMatrix([
      [1, 2],
      [0, 0],
    ]),
    2,
  )
  expect(solution).toEqual({ kind: 'contradiction', multipliers: [ZERO, rational(1n)] })
})

test.prop([systems, fc.integer({ min: 1, max: 9 })])(
  'the outcome does not depend on the lengths or the order of the rows',
  (cells, factor) => {
    const kindOf = (rows: number[][]) => solveStrict(rationalMatrix(rows), cells[0].length).kind
    const kind = kindOf(cells)
    expect(kindOf(cells.map((row, i) => row.map((x) => x * (1 + ((factor + i) % 5)))))).toBe(kind)
    expect(kindOf(cells.toReversed())).toBe(kind)
    expect(['point', 'contradiction']).toContain(kind)
  },
)

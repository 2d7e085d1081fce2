import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paramsWith } from '../../src/constructions/construction'
import { keyQueryValue } from '../../src/constructions/key-query-value/key-query-value'
import {
  allReached,
  type Design,
  designModel,
} from '../../src/constructions/key-query-value/key-query-value.model'
import { NOTES_TARGETS, NOTES_TOKENS } from '../../src/constructions/key-query-value/key-query-value.notes'
import { type Answer, solveDesign } from '../../src/constructions/key-query-value/solver/solver'
import { initialParams } from '../../src/constructions/params'
import type { Matrix } from '../../src/core/linear/linalg'
import {
  exactMean,
  exactScaled,
  numericMatrix,
  type RationalMatrix,
  rank,
  rationalMatrix,
} from '../../src/core/linear/rational-matrix'
import { rationalOf, toNumber } from '../../src/core/numbers/rational'
import { createRandom, type Random } from '../../src/core/random/random'

type Asked = Pick<Design, 'tokens' | 'targets' | 'wanted'>

const drawTable = (rows: number, columns: number, size: number, random: Random): Matrix =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.integer(-size, size)))

const drawWanted = (n: number, random: Random): Matrix => [
  Array.from({ length: n }, () => (random.integer(0, 3) > 0 ? 1 : 0)),
]

/** Whether the returned matrices do what they are said to, by the room's own model. */
function reaches(asked: Asked, answer: Answer): boolean {
  if (answer.kind !== 'solved') return false
  return answer.solutions.every(({ keyMatrix, queryMatrix, valueMatrix }) => {
    const model = designModel({
      ...asked,
      keyMatrix,
      queryMatrix,
      valueMatrix,
      norm: 3,
      scoreScale: 1,
    })
    return model.outcomes.every(
      ({ limit, target }) =>
        !target || target.every((x, r) => Math.abs(toNumber(x) - toNumber(limit[r])) < 1e-9),
    )
  })
}

/** Tokens, possibly dependent, and what random matrices make of them: solvable by construction. */
function drawReachable(random: Random): Asked {
  const [n, d] = [random.integer(2, 6), random.integer(2, 8)]
  const tokens = drawTable(n, d, 1, random)
  const model = designModel({
    tokens,
    keyMatrix: drawTable(d, d, 1, random),
    queryMatrix: drawTable(d, d, 1, random),
    valueMatrix: drawTable(d, d, 2, random),
    targets: drawTable(n, d, 0, random),
    wanted: [tokens.map(() => 0)],
    norm: 1,
    scoreScale: 1,
  })
  return {
    tokens,
    targets: numericMatrix(model.outcomes.map(({ limit }) => limit)),
    wanted: drawWanted(n, random),
  }
}

/** Independent tokens and any wanted outputs at all. */
function drawIndependent(random: Random): Asked {
  for (;;) {
    const d = random.integer(2, 8)
    const n = random.integer(2, Math.min(6, d))
    const tokens = drawTable(n, d, 2, random)
    if (rank(rationalMatrix(tokens)) === n)
      return { tokens, targets: drawTable(n, d, 3, random), wanted: drawWanted(n, random) }
  }
}

/**
 * Whether some choice of a subset of keys for every wanted query, any subset at all, lets one V exist: necessary
 * whatever the scores are, and checked without the solver's faces, order or inequalities.
 */
function someValuesExist({ tokens, targets, wanted }: Asked): boolean {
  const exact = rationalMatrix(tokens)
  const goals = rationalMatrix(targets)
  const asked = tokens.flatMap((_, i) => (wanted[0][i] > 0 ? [i] : []))
  const means = Array.from({ length: 2 ** tokens.length - 1 }, (_, bits) =>
    exactMean(exact.filter((_unused, j) => ((bits + 1) >> j) & 1)),
  )
  const extend = (level: number, rows: RationalMatrix, width: number): boolean => {
    if (level === asked.length) return true
    return means.some((mean) => {
      const next = [...rows, [...mean, ...goals[asked[level]]]]
      return rank(next) === rank(next.map((row) => row.slice(0, width))) && extend(level + 1, next, width)
    })
  }
  return extend(0, [], tokens[0].length)
}

/** Two tokens in one direction that should put out different things: no query tells them apart. */
function drawConflict(random: Random): Asked {
  const [n, d] = [random.integer(2, 5), random.integer(2, 8)]
  const tokens = [...rationalMatrix(drawTable(n, d, 2, random))]
  const factor = [1, 2, 3, 0.5][random.integer(0, 3)]
  tokens[n - 1] = exactScaled(tokens[0], rationalOf(factor))
  const targets = drawTable(n, d, 3, random).map((row) => [...row])
  targets[n - 1][0] = targets[0][0] + random.integer(1, 3)
  const wanted = [drawWanted(n, random)[0].map((w, i) => (i === 0 || i === n - 1 ? 1 : w))]
  return { tokens: numericMatrix(tokens), targets, wanted }
}

/** Dependent tokens with targets for which not even values exist. */
function drawWithoutValues(random: Random): Asked {
  for (;;) {
    const n = random.integer(2, 4)
    const d = n === 4 ? 2 : random.integer(2, 4)
    const asked = {
      tokens: drawTable(n, d, 1, random),
      targets: drawTable(n, d, 20, random),
      wanted: [Array.from({ length: n }, () => 1)],
    }
    if (rank(rationalMatrix(asked.tokens)) < n && !someValuesExist(asked)) return asked
  }
}

const drawn = (count: number, seed: number, draw: (random: Random) => Asked): Asked[] => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => draw(random))
}

describe('solvable designs are solved', () => {
  test.each([
    ['500 with independent tokens', 500, drawIndependent],
    ['500 that random matrices made', 500, drawReachable],
  ] as const)(
    '%s',
    (_, count, draw) => {
      for (const asked of drawn(count, 41, draw)) {
        const answer = solveDesign(asked)
        expect(answer.kind, JSON.stringify([asked, answer])).toBe('solved')
        expect(reaches(asked, answer), JSON.stringify(asked)).toBe(true)
      }
    },
    120_000,
  )

  test('the notes’, with rank 1', () => {
    const answer = solveDesign({ tokens: NOTES_TOKENS, targets: NOTES_TARGETS, wanted: [[1, 1, 0]] })
    expect(answer).toMatchObject({
      kind: 'solved',
      solutions: [
        { id: 'lowest-rank', scoreRank: 1 },
        { id: 'own-keys', scoreRank: 3 },
      ],
    })
  })

  test.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [6, 2],
  ])('%d different outputs of six independent tokens take scores of rank %d', (different, scoreRank) => {
    const tokens = Array.from({ length: 6 }, (_, i) =>
      Array.from({ length: 6 }, (_unused, r) => Number(i === r)),
    )
    const targets = tokens.map((_, i) => tokens.map((_unused, r) => (r === 0 ? i % different : 0)))
    expect(solveDesign({ tokens, targets, wanted: [[1, 1, 1, 1, 1, 1]] })).toMatchObject({
      kind: 'solved',
      solutions: [{ id: 'lowest-rank', scoreRank }, { id: 'own-keys' }],
    })
  })

  test('a wish for nothing, and tokens that are 0', () => {
    const zero = [
      [0, 0],
      [0, 0],
    ]
    expect(solveDesign({ tokens: zero, targets: zero, wanted: [[0, 0]] }).kind).toBe('solved')
    expect(solveDesign({ tokens: zero, targets: zero, wanted: [[1, 1]] }).kind).toBe('solved')
    expect(
      solveDesign({
        tokens: zero,
        targets: [
          [1, 0],
          [1, 0],
        ],
        wanted: [[1, 1]],
      }).kind,
    ).toBe('impossible')
  })

  test('a mean of two values, where only that will do', () => {
    const tokens = [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, 0],
    ]
    const targets = [
      [2, 0],
      [-2, 0],
      [0, 3],
      [0, 0.75],
    ]
    expect(solveDesign({ tokens, targets, wanted: [[1, 1, 1, 1]] }).kind).toBe('solved')
  })
})

describe('impossible designs are said to be', () => {
  test('150 with two tokens in one direction, which are named', () => {
    for (const asked of drawn(150, 42, drawConflict)) {
      const answer = solveDesign(asked)
      expect(answer.kind, JSON.stringify(asked)).toBe('impossible')
      expect(answer.kind === 'impossible' && answer.prose).toMatch(
        /points the same way|The tokens are dependent/,
      )
    }
  }, 120_000)

  test('150 for which no values exist, whatever the scores', () => {
    for (const asked of drawn(150, 43, drawWithoutValues)) {
      const answer = solveDesign(asked)
      expect(answer.kind, JSON.stringify(asked)).toBe('impossible')
      expect(answer.kind === 'impossible' && answer.prose).toMatch(/dependent|points the same way/)
    }
  }, 120_000)

  test('a query inside the hull, where values would exist but no scores do', () => {
    const tokens = [
      [1, 0],
      [2, 0],
      [0, 1],
    ]
    const targets = [
      [0, 0],
      [0, 1],
      [0, 0],
    ]
    const answer = solveDesign({ tokens, targets, wanted: [[1, 1, 0]] })
    expect(answer).toMatchObject({ kind: 'impossible', atEvery: false })
    expect(answer.kind === 'impossible' && answer.prose).toMatch(
      /^\$x_2 = 2\\,x_1\$: .*same way.*As \$\\beta\\to\\infty\$, with coefficients that do not depend on \$\\beta\$/,
    )
  })

  test('equal tokens have equal outputs at every norm', () => {
    const token = [1, 2]
    const answer = solveDesign({
      tokens: [token, token],
      targets: [
        [1, 0],
        [0, 1],
      ],
      wanted: [[1, 1]],
    })
    expect(answer).toMatchObject({ kind: 'impossible', atEvery: true })
  })

  test('what no limit reaches, unequal weights at one norm may: the preset of finite scores', () => {
    const { params } = keyQueryValue.presets.find(({ id }) => id === 'finite')!
    const design = paramsWith(keyQueryValue, initialParams(keyQueryValue.params), params)
    expect(solveDesign(design)).toMatchObject({ kind: 'impossible', atEvery: false })
    for (const { error, reached } of designModel(design).outcomes) {
      expect(reached).toBe(false)
      expect(error).toBeLessThan(1e-15)
    }
  })
})

test('no random design gets a wrong answer', () => {
  const designs = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 3 }), fc.nat())
    .map(([n, d, seed]): Asked => {
      const random = createRandom(seed)
      return {
        tokens: drawTable(n, d, 1, random),
        targets: drawTable(n, d, 1, random),
        wanted: drawWanted(n, random),
      }
    })
  fc.assert(
    fc.property(designs, (asked) => {
      const answer = solveDesign(asked)
      if (answer.kind === 'solved') expect(reaches(asked, answer)).toBe(true)
      else if (!someValuesExist(asked)) expect(answer.kind).toBe('impossible')
      return answer.kind !== 'undecided'
    }),
    { numRuns: 300 },
  )
}, 120_000)

test('what is solved is reached exactly where the coefficients are float64 fractions', () => {
  const asked = { tokens: NOTES_TOKENS, targets: NOTES_TARGETS, wanted: [[1, 1, 0]] }
  const answer = solveDesign(asked)
  if (answer.kind !== 'solved') throw new Error('expected a solution')
  for (const maps of answer.solutions) {
    const model = designModel({
      ...asked,
      ...maps,
      norm: 3,
      scoreScale: 1,
    })
    expect(allReached(model)).toBe(true)
  }
})

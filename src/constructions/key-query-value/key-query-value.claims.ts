import { numericMatrix, type RationalVector } from '../../core/linear/rational-matrix'
import { toNumber } from '../../core/numbers/rational'
import { compositionTex } from '../../tex/compositions'
import type { Claim } from '../construction'
import { type ParamValue, sameValue } from '../params'
import { quote, quoteVector, type Said, said } from '../said'
import { designClaims } from './key-query-value.claims-design'
import type { Design, DesignModel } from './key-query-value.model'
import { NOTES, NOTES_TARGETS, NOTES_TOKENS } from './key-query-value.notes'

type DesignClaim = Claim<Design, DesignModel>

/** Rounding allowed where two float64 computations of one number are compared. */
const ROUNDING = 1e-12

/** One sign of the notes' Q turned. */
const SIGN_WRONG = { queryMatrix: NOTES.queryMatrix.map((row, r) => (r === 1 ? row.map((x) => 0 - x) : row)) }

/** What the notes' statements are about. */
const NOTES_SCORES = { tokens: NOTES_TOKENS, keyMatrix: NOTES.keyMatrix, queryMatrix: NOTES.queryMatrix }
const NOTES_WISHES = { tokens: NOTES_TOKENS, targets: NOTES_TARGETS, wanted: [[1, 1, 0]] }
const NOTES_DESIGN = { tokens: NOTES_TOKENS, ...NOTES, scoreScale: 1 }

const isSet = (params: Design, changes: Partial<Design>): boolean =>
  Object.entries(changes).every(([name, value]) =>
    sameValue(value as ParamValue, params[name as keyof Design] as ParamValue),
  )

const limits: DesignClaim = {
  id: 'limits',
  name: 'the wanted outputs',
  kind: 'stated',
  prose:
    'Every wanted output is reached as $\\beta\\to\\infty$; the notes want $c_1\\to u_b-u_c$ and $c_2\\to u_b$',
  failsAt: SIGN_WRONG,
  check(_, { outcomes }) {
    const misses = outcomes.map(({ target, limit }) =>
      target ? Math.max(...target.map((x, r) => Math.abs(toNumber(x) - toNumber(limit[r])))) : 0,
    )
    return { error: Math.max(...misses), bound: 0, ...limitsSaid(outcomes) }
  },
}

function limitsSaid(outcomes: DesignModel['outcomes']): Said {
  const parts = outcomes.flatMap(({ target, reached, limit, error, logError }, i) => {
    if (!target) return []
    const off = said`now off by $${quote(`error-${i + 1}`, error, logError, 3)}$`
    const c = `c_${i + 1}`
    if (reached) return [said`$${c}$ is ${off}`]
    return [
      said`$${c}\\to ${composition(`limit-${i + 1}`, limit)}$ instead of $${composition(`wanted-${i + 1}`, target)}$, ${off}`,
    ]
  })
  if (parts.length === 0) return said`Every output is free.`
  const free = outcomes.flatMap(({ target }, i) => (target ? [] : [`$c_${i + 1}$`]))
  const rest = free.length > 0 ? ` ${free.join(', ')} ${free.length === 1 ? 'is' : 'are'} free.` : ''
  return said`${parts.reduce((all, part) => said`${all}; ${part}`)}.${rest}`
}

/** A vector as a sum of directions. */
const composition = (name: string, v: RationalVector) => quoteVector(name, v.map(toNumber), compositionTex(v))

const notesScores: DesignClaim = {
  id: 'scores',
  name: 'the notes’ nine products',
  kind: 'stated',
  prose:
    'With the notes’ tokens and their $K$ and $Q$, $k_3^\\top q_1 = k_1^\\top q_2 = k_2^\\top q_3 = \\beta^2$, and all other products are $0$',
  premise: (params) =>
    isSet(params, NOTES_SCORES)
      ? undefined
      : {
          ...said`The grids hold other tokens, or another $K$ or $Q$; other products can do as well.`,
          changes: NOTES_SCORES,
        },
  check({ norm }, { products }) {
    const off = products.flatMap((row, i) =>
      row.map((p, j) => Math.abs(toNumber(p) - (j === (i + 2) % 3 ? 1 : 0))),
    )
    return {
      error: Math.max(...off),
      bound: 0,
      ...said`Exactly so, with $\\beta^2 = ${quote('square', norm ** 2)}$.`,
    }
  },
}

const closedForms: DesignClaim = {
  id: 'closed-forms',
  name: 'how near it is',
  kind: 'unsaid',
  prose:
    'How near, with the notes’ matrices? $\\lVert c_1-(u_b-u_c)\\rVert = \\sqrt5\\,\\varepsilon\\beta$ and $\\lVert c_2-u_b\\rVert = \\sqrt2\\,\\varepsilon\\beta$ with $\\varepsilon = 1/(e^{\\beta^2}+2)$',
  premise(params) {
    if (isSet(params, NOTES_DESIGN) && areNotesWishes(params)) return undefined
    const [first, second] = formsOf(params)
    return {
      ...said`Other matrices, tokens, wishes or scales have errors of their own. At this $\\beta$ the notes’ would be $${quote('first', Math.exp(first), first, 3)}$ and $${quote('second', Math.exp(second), second, 3)}$.`,
      changes: { ...NOTES_WISHES, ...NOTES_DESIGN },
    }
  },
  check(params, { outcomes }) {
    const log = logMiss(params)
    const misses = formsOf(params).map((form, i) => Math.abs(outcomes[i].logError - form))
    return {
      error: Math.max(...misses) / Math.max(1, params.norm ** 2),
      bound: ROUNDING,
      ...said`$\\varepsilon = ${quote('epsilon', Math.exp(log), log, 3)}$: the closed forms and the computed errors agree, in logarithms, at every $\\beta$.`,
    }
  },
}

/** ln of ε = 1/(e^{β²} + 2). */
const logMiss = ({ norm }: Design) => -(norm ** 2) - Math.log1p(2 * Math.exp(-(norm ** 2)))

/** Logarithms of the two closed forms. */
const formsOf = (params: Design) =>
  [5, 2].map((square) => Math.log(square) / 2 + logMiss(params) + Math.log(params.norm))

/** Whether the first two outputs are wanted as in the notes. */
const areNotesWishes = ({ targets, wanted }: Design) =>
  sameValue(targets.slice(0, 2), NOTES_TARGETS.slice(0, 2)) && wanted[0][0] > 0 && wanted[0][1] > 0

/** The notes' values v₁, v₂, v₃. */
const NOTES_VALUES = [
  [0, 1, 0, 0],
  [0, 0, 0, 0],
  [0, 1, -1, 0],
]

const secondRow: DesignClaim = {
  id: 'second-row',
  name: 'rows one and two',
  kind: 'unsaid',
  prose:
    'The notes state $(\\alpha_{11},\\alpha_{12},\\alpha_{13})\\to(0,0,1)$ only. With their values $c_2$ needs $(\\alpha_{21},\\alpha_{22},\\alpha_{23})\\to(1,0,0)$ as much, while row 3, whose scores they do give, is free',
  premise(params, { values, tokens }) {
    const areNotesValues =
      sameValue(numericMatrix(values), NOTES_VALUES) && sameValue(numericMatrix(tokens), NOTES_TOKENS)
    if (areNotesValues && areNotesWishes(params)) return undefined
    return {
      ...said`It is about the notes’ tokens, values and wishes: other values can be mixed otherwise.`,
      changes: { ...NOTES_WISHES, valueMatrix: NOTES.valueMatrix },
    }
  },
  check(_, { outcomes }) {
    const keeps = (i: number, j: number) => outcomes[i].leaders.length === 1 && outcomes[i].leaders[0] === j
    const areReached = outcomes[0].reached && outcomes[1].reached
    return {
      error: areReached === (keeps(0, 2) && keeps(1, 0)) ? 0 : 1,
      bound: 0,
      ...said`In the limit ${outcomes.map(keptSaid).reduce((all, kept) => said`${all}; ${kept}`)}.`,
    }
  },
}

function keptSaid({ leaders }: DesignModel['outcomes'][number], i: number): Said {
  const keys = leaders.map((j) => j + 1)
  return said`query ${`${i + 1}`} keeps key $${quoteVector(`kept-${i + 1}`, keys, keys.join(',\\,'))}$`
}

/** What the notes say of 1(e)ii, then what they leave out. */
export const claims: readonly DesignClaim[] = [limits, notesScores, closedForms, secondRow, ...designClaims]

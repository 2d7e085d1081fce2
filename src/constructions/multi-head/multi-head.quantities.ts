import { DESIGNS, type Design } from '../../core/heads/head-designs'
import { logNormalCdf } from '../../core/laws/normal'
import { definition, dot } from '../../tex/definition'
import { texNumber } from '../../tex/format'
import { symbol } from '../../tex/symbols'
import type { Quantity } from '../construction'
import { NAMED } from './multi-head.designs'
import { gainOf, type Heads, LETTERS, type MultiHeadModel } from './multi-head.model'

/** Every number of the room that can be asked where it comes from. */
export function quantities(params: Heads, model: MultiHeadModel): Quantity[] {
  return [
    gamma(model),
    aside(model),
    rivals(model),
    threshold(params),
    ...scores(params, model),
    ownWeight(0, params, model),
    ownWeight(1, params, model),
    ...model.shown.map((_, h) => shownWeight(h, params, model)),
    headSuccess(params, model),
    headFailure(params, model),
    failureLimit(params, model),
    ...DESIGNS.flatMap((design) => ofDesign(design, params, model)),
    ...limitGain(model),
    ...endless(params, model),
  ]
}

const gammaTex = symbol('key', '\\gamma', 'gamma')

const logOthers = (n: number) => ['\\ln(n-1)', `\\ln ${texNumber(n - 1)}`] as const

const root = (variance: number) => ['\\sqrt\\nu', `\\sqrt{${texNumber(variance)}}`] as const

/** TeX of head h's weight on key i. */
export const headWeight = (h: number, letter: string) =>
  symbol('weight', `\\alpha_{${h + 1}${letter}}`, `head-${h + 1}-${letter} head-${h + 1}`)

function gamma({ gamma: value }: MultiHeadModel): Quantity {
  return {
    id: 'gamma',
    label: 'projection of key a on its mean, signed',
    tex: gammaTex,
    formula: 'k_a^{\\top}\\mu_a',
    plugged: texNumber(value),
    value,
    role: 'key',
    mark: 'gamma',
  }
}

function aside({ aside: value }: MultiHeadModel): Quantity {
  return {
    id: 'aside',
    label: 'what head 2 sees of key a, for a scale of 1',
    tex: 'k_a^{\\top}\\mu_b',
    formula: '\\text{one draw from } \\mathcal N(0, \\alpha)',
    plugged: texNumber(value),
    value,
    role: 'key',
    mark: 'key-a',
  }
}

function rivals({ rivals: value }: MultiHeadModel): Quantity {
  return {
    id: 'rivals',
    label: 'log of the sum of the other exponentials under head 1',
    tex: 'r',
    formula: '\\ln\\textstyle\\sum_{i\\ne a} e^{k_i^{\\top}q_1}',
    plugged: `${texNumber(value)} \\quad(\\to \\ln(n-1) \\text{ as } \\alpha\\to 0)`,
    value,
    role: 'query',
    mark: 'key-other',
  }
}

function threshold({ n, scale }: Heads): Quantity {
  return {
    id: 'threshold',
    label: 'the least γ with which head 1 succeeds',
    tex: symbol('key', '\\gamma^*', 'threshold'),
    ...definition`\\frac{${logOthers(n)}}{${['Q', scale]}}`,
    value: Math.log(n - 1) / scale,
    role: 'key',
    mark: 'threshold',
  }
}

function scores({ scale }: Heads, { separate, gamma: length, aside: seen }: MultiHeadModel): Quantity[] {
  const score = (h: number, factor: number, product: string): Quantity => ({
    id: `score-${h + 1}`,
    label: `score of key a under head ${h + 1}`,
    tex: `k_a^{\\top}q_${h + 1}`,
    ...definition`${['Q\\,', scale]}${dot}${[product, factor]}`,
    value: separate[h].scores[0],
    role: 'query',
    mark: 'key-a',
  })
  return [score(0, length, '\\gamma'), score(1, seen, 'k_a^{\\top}\\mu_b')]
}

function ownWeight(h: number, params: Heads, { separate }: MultiHeadModel): Quantity {
  return {
    ...weightOf(h, h, separate[h].scores[h], params),
    id: `weight-${LETTERS[h]}`,
    ...massOf(separate[h], h),
  }
}

/** Weight of the shown head on its key, or of a head for all on key a. */
function shownWeight(h: number, params: Heads, { shown }: MultiHeadModel): Quantity {
  const i = Math.max(0, shown[h].own)
  return { ...weightOf(h, i, shown[h].scores[i], params), id: `shown-${h + 1}`, ...massOf(shown[h], i) }
}

const massOf = (row: MultiHeadModel['shown'][number], i: number) => ({
  value: row.weights[i],
  log: row.logWeights[i],
})

function weightOf(h: number, i: number, score: number, { n }: Heads) {
  const letter = LETTERS[i]
  const query = `q_${h + 1}`
  return {
    label: `weight of head ${h + 1} on key ${letter}`,
    tex: headWeight(h, letter),
    ...definition`\\frac{e^{${[`k_${letter}^{\\top}${query}`, score]}}}{\\sum_{i=1}^{${['n', n]}} e^{k_i^{\\top}${query}}}`,
    role: 'weight' as const,
    mark: `head-${h + 1}-${letter}`,
  }
}

/** `ln Φ(x/√ν)`, ½ at a tie that is certain. */
const logProbability = (x: number, normVariance: number) =>
  x === 0 ? -Math.LN2 : logNormalCdf(x / Math.sqrt(normVariance))

function headSuccess({ n, scale, normVariance }: Heads, { headSuccess: value }: MultiHeadModel): Quantity {
  return {
    id: 'head-success',
    label: 'probability that head 1 puts at least half its weight on key a, as α → 0',
    tex: '\\Pr(\\gamma \\ge \\gamma^*)',
    ...definition`\\Phi\\Bigl(\\frac{1-${logOthers(n)}/${['Q', scale]}}{${root(normVariance)}}\\Bigr)`,
    value,
    log: logProbability(1 - Math.log(n - 1) / scale, normVariance),
    role: 'plain',
    mark: 'success',
  }
}

function headFailure({ n, scale, normVariance }: Heads, { headFailure: value }: MultiHeadModel): Quantity {
  return {
    id: 'head-failure',
    label: 'probability that head 1 fails, as α → 0',
    tex: '\\Pr(\\gamma < \\gamma^*)',
    ...definition`\\Phi\\Bigl(\\frac{${logOthers(n)}/${['Q', scale]}-1}{${root(normVariance)}}\\Bigr)`,
    value,
    log: logProbability(Math.log(n - 1) / scale - 1, normVariance),
    role: 'plain',
    mark: 'failure',
  }
}

function failureLimit({ normVariance }: Heads, { failureLimit: value }: MultiHeadModel): Quantity {
  return {
    id: 'failure-limit',
    label: 'probability that head 1 fails however large Q is',
    tex: '\\Pr(\\gamma < 0)',
    ...definition`\\Phi(-1/${root(normVariance)})`,
    value,
    log: logProbability(-1, normVariance),
    role: 'plain',
    mark: 'failure',
  }
}

function ofDesign(design: Design, { heads, normVariance }: Heads, model: MultiHeadModel): Quantity[] {
  const { name } = NAMED[design]
  const { success, error } = model.limits[design]
  const goal = `\\tfrac1{${heads}}\\textstyle\\sum_{i\\in S} v_i`
  const law = `\\gamma\\sim\\mathcal N(1, ${texNumber(normVariance)})`
  const common = { role: 'plain', mark: `design-${design}` } as const
  return [
    {
      ...common,
      id: `success-${design}`,
      label: `probability of success of ${name}, as α → 0`,
      tex: '\\Pr(\\text{success})',
      formula: '\\int_{\\text{all heads succeed}} \\varphi_\\nu(\\gamma)\\,d\\gamma',
      plugged: `${texNumber(success)},\\quad ${law}`,
      value: success,
    },
    {
      ...common,
      id: `error-${design}`,
      label: `expected squared error of ${name}, as α → 0`,
      tex: `\\mathbb E\\bigl\\|c-${goal}\\bigr\\|^2`,
      formula: `\\int \\bigl\\|c(\\gamma)-${goal}\\bigr\\|^2\\,\\varphi_\\nu(\\gamma)\\,d\\gamma`,
      plugged: `${texNumber(error)},\\quad ${law}`,
      value: error,
    },
    {
      ...common,
      id: `drawn-${design}`,
      label: `squared error of ${name} in this draw`,
      tex: `\\bigl\\|c-${goal}\\bigr\\|^2`,
      formula: '\\textstyle\\sum_{i\\in S}(c_i-\\tfrac1H)^2 + \\sum_{i\\notin S} c_i^2',
      plugged: texNumber(model.drawn[design].error),
      value: model.drawn[design].error,
    },
  ]
}

/** None where both errors are too small to compare. */
function limitGain({ limits: { one, separate } }: MultiHeadModel): Quantity[] {
  const gain = gainOf(one.error, separate.error)
  if (gain === undefined) return []
  return [
    {
      id: 'gain-separate',
      label: 'how many times smaller the error of a head for each key is than that of one head, as α → 0',
      tex: '\\lim_{\\alpha\\to0}\\text{gain}',
      ...definition`\\frac{${['\\mathbb E\\|c_{\\text{one}}-\\bar v\\|^2', one.error]}}{${['\\mathbb E\\|c-\\bar v\\|^2', separate.error]}}`,
      value: gain,
      role: 'plain',
      mark: 'design-separate',
    },
  ]
}

function endless({ n, heads }: Heads, { endless: errors, failureLimit: p }: MultiHeadModel): Quantity[] {
  const part = ['\\tfrac1H', `\\tfrac1{${heads}}`] as const
  return [
    {
      id: 'endless-one',
      label: 'expected squared error of one head as α → 0, then Q → ∞',
      tex: '\\lim_{Q\\to\\infty}\\mathbb E\\|c_{\\text{one}}-\\bar v\\|^2',
      ...definition`\\tfrac12\\bigl(1-${part}\\bigr)+\\tfrac12\\bigl(\\tfrac1{${['H-1', heads - 1]}}-${part}\\bigr)`,
      value: errors.one,
      role: 'plain',
      mark: 'design-one',
    },
    {
      id: 'endless-separate',
      label: 'expected squared error of a head for each key as α → 0, then Q → ∞',
      tex: '\\lim_{Q\\to\\infty}\\mathbb E\\|c-\\bar v\\|^2',
      ...definition`${['\\Phi(-1/\\sqrt\\nu)\\,', `${texNumber(p)}\\cdot`]}\\frac{1+1/${['(n-1)', n - 1]}}{${['H', heads]}^2}`,
      value: errors.separate,
      role: 'plain',
      mark: 'design-separate',
    },
  ]
}

import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { spokenProse, spokenTex } from '../../src/tex/spoken'
import { key, query, weight } from '../../src/tex/symbols'
import { instancesOf } from '../contract/instances'

test.each([
  [`${key('a')}^{\\top}${query()}`, 'k a transposed q'],
  [`${weight('j')}\\ge\\tfrac12`, 'α j ≥ 1/2'],
  ['\\frac{1}{1+e^{-\\Delta}}', '1/(1 + e to the - Δ)'],
  ['\\frac{e^{x_{a}}}{n-m}', '(e to the x a)/(n - m)'],
  ['\\lVert c-v_j\\rVert', '‖ c - v j ‖'],
  ['\\sqrt{5}\\,x', 'the root of 5 x'],
  ['\\bar v_{\\text{others}}', 'v bar others'],
  ['10^{-5}', '10 to the - 5'],
  ['\\mathcal N(1,\\,0.5)', 'N (1, 0.5)'],
  ['{0.4}\\ \\text{for one head}', '0.4 for one head'],
  ['\\unheard{x}', 'unheard x'],
  ['x_', 'x'],
  ['', ''],
])('%s is read “%s”', (tex, words) => {
  expect(spokenTex(tex)).toBe(words)
})

describe.each(constructions)('$id', (construction) => {
  test('every sentence and formula is read without a trace of TeX', () => {
    const read = instancesOf(construction)
      .filter((_, i) => i % 5 === 0)
      .flatMap((params) => {
        const model = construction.model(params)
        const steps = construction.derivation(params, model)
        const prose = [construction.question, ...steps.flatMap(({ prose: own, hint = '' }) => [own, hint])]
        const lines = steps.flatMap((step) => [...step.lines, ...(step.unfolded ?? [])])
        return [...prose.map(spokenProse), ...lines.map(({ tex }) => spokenTex(tex))]
      })
    expect(read.length).toBeGreaterThan(100)
    expect(read.filter((words) => /[\\{}^_$&~]|\b(?:frac|text|html|mathcal|begin)/.test(words))).toEqual([])
    expect(read.filter((words) => words === '' || /undefined/.test(words)).length).toBeLessThan(
      read.length / 2,
    )
  })
})

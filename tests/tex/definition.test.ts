import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { definition, dot } from '../../src/tex/definition'
import { texNumber } from '../../src/tex/format'

const tex = fc.string()
const four = fc.tuple(tex, tex, tex, tex)

test('is said once and written in symbols and in numbers', () => {
  const leak = 'L'
  expect(
    definition`\\frac{${['n-1', 12_345]}}{2}\\,${dot}${['\\alpha', '(-3)']}\\text{ of }${leak}${['=\\dots', '']}`,
  ).toEqual({
    formula: '\\frac{n-1}{2}\\,\\alpha\\text{ of }L=\\dots',
    plugged: '\\frac{12\\,345}{2}\\,\\cdot (-3)\\text{ of }L',
  })
})

test('without slots both are what stands there', () => {
  expect(definition`\\frac12`).toEqual({ formula: '\\frac12', plugged: '\\frac12' })
})

test.prop([four])('of pairs of equal texts, and of single texts, both are the same', ([a, b, c, d]) => {
  const both = { formula: `${a}-${b}${c}^{${d}}`, plugged: `${a}-${b}${c}^{${d}}` }
  expect(definition`${[a, a]}-${[b, b]}${[c, c]}^{${[d, d]}}`).toEqual(both)
  expect(definition`${a}-${b}${c}^{${d}}`).toEqual(both)
})

test.prop([four])('exchanging symbols and numbers exchanges what is written', ([a, b, c, d]) => {
  const { formula, plugged } = definition`(${[a, b]})/${[c, d]}`
  expect(definition`(${[b, a]})/${[d, c]}`).toEqual({ formula: plugged, plugged: formula })
})

test.prop([fc.double()])('a number is written as everywhere in formulas', (x) => {
  expect(definition`x=${['x', x]}`).toEqual({ formula: 'x=x', plugged: `x=${texNumber(x)}` })
})

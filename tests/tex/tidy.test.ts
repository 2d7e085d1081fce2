import { fc, test } from '@fast-check/vitest'
import katex from 'katex'
import { describe, expect } from 'vitest'
import { constructions } from '../../src/constructions'
import { exercises } from '../../src/constructions/exercise-registry'
import { plainTex } from '../../src/tex/symbols'
import { tidyTex } from '../../src/tex/tidy'
import { instancesOf } from '../contract/instances'
import { ENOUGH_SHAPES, isFresh, shapeOf } from '../contract/shapes'

interface Markup {
  readonly name: string
  readonly parts: (Markup | string)[]
}

/** What a formula shows: its signs in the order of reading, and which of them the scripts are set on. */
function shown(tex: string): string {
  const options = { output: 'mathml', displayMode: true, strict: false, maxExpand: Infinity } as const
  const open: Markup[] = [{ name: '', parts: [] }]
  for (const token of katex.renderToString(tex, options).match(/<[^>]+>|[^<]+/g) ?? []) {
    const name = /^<\/?([a-z]+)/.exec(token)?.[1]
    if (name === undefined) open.at(-1)?.parts.push(token.trim())
    else if (!token.startsWith('</')) open.push({ name, parts: [] })
    else if (name !== 'annotation') open.at(-2)?.parts.push(open.pop()!)
    else open.pop()
  }
  return open[0].parts.map(written).join('')
}

function written(part: Markup | string): string {
  if (typeof part === 'string') return part
  const [base, first, second] = part.parts.map(written)
  if (part.name === 'msubsup') return `[[${base} sub ${first}] sup ${second}]`
  if (part.name === 'msub' || part.name === 'msup') return `[${base} ${part.name.slice(1)} ${first}]`
  return part.parts.map(written).join('')
}

test('what is shown tells apart what scripts are set on', () => {
  expect(shown('{a+b}^2')).not.toBe(shown('a+b^2'))
  expect(shown('{x_a}^2')).toBe(shown('x_a^2'))
})

describe.each(constructions)('$id', (construction) => {
  test('every formula is tidy, and shows what it showed', () => {
    const seen = new Set<string>()
    // Random matrices before those at the ends of their ranges: they come in more shapes than are tried.
    const instances = instancesOf(construction)
    const named = instances.slice(0, 1 + construction.presets.length)
    for (const params of [...named, ...instances.toReversed()]) {
      if (seen.size >= ENOUGH_SHAPES) break
      const model = construction.model(params)
      const steps = construction.derivation(params, model)
      const lines = steps.flatMap((step) => [...step.lines, ...(step.unfolded ?? [])]).map(({ tex }) => tex)
      const quantities = construction
        .quantities(params, model)
        .flatMap(({ tex, formula, plugged }) => [tex, formula, plugged])
      for (const tex of [...lines, ...quantities].map(plainTex)) {
        if (!isFresh(seen, shapeOf(tex))) continue
        const tidy = tidyTex(tex)
        expect(shown(tidy), tidy).toBe(shown(tex))
        expect(tidy, tex).not.toMatch(/\{\{|^\{|[=+(] ?\{/)
        expect(tidyTex(tidy)).toBe(tidy)
      }
    }
  }, 300_000)
})

test.each([
  ['{{q}} = {{Q}}\\,({{k_{a}}} + {{k_{b}}})', 'q = Q\\,(k_{a} + k_{b})'],
  ['{{k_{j}}}^{\\top}{{q}}', 'k_{j}^{\\top}q'],
  ['{{Q}}^2', 'Q^2'],
  // What a script is set on.
  ['{k_a}_b', '{k_a}_b'],
  ['{x^2}^2', '{x^2}^2'],
  ['{a+b}^2', '{a+b}^2'],
  ['{10}^2', '{10}^2'],
  ["{x'}'", "{x'}'"],
  // Arguments, and what is not certain to be none.
  ['e^{{{s_j}}}', 'e^{s_j}'],
  ['\\frac{{a}}{{{b}}}{c}', '\\frac{a}{b}c'],
  ['\\text{of {two} }{{x}}', '\\text{of {two} }x'],
  ['\\unheard{{a}}{b}', '\\unheard{{a}}{b}'],
  ['{\\textstyle\\sum}x', '{\\textstyle\\sum}x'],
  // Names end where they ended.
  ['\\alpha{x}', '\\alpha x'],
  ['{\\beta}x', '\\beta x'],
  ['{}', '{}'],
  ['', ''],
])('%s is %s', (tex, tidy) => {
  expect(tidyTex(tex)).toBe(tidy)
})

test.prop([
  fc.string({ unit: fc.constantFrom('{', '}', '\\alpha', '^', '_', 'x', '\\frac', ' ', '&', '\\\\') }),
])('whatever comes, nothing is thrown', (tex) => {
  expect(typeof tidyTex(tex)).toBe('string')
})

test('the formulas of questions and answers are left as readable as they are', () => {
  for (const { fields } of exercises)
    for (const { tex } of fields) expect(tidyTex(plainTex(tex))).not.toContain('{{')
})

import katex from 'katex'
import { describe, expect, test } from 'vitest'
import { constructions } from '../../src/constructions'
import { type Construction, judged } from '../../src/constructions/construction'
import { slotted, withSlots } from '../../src/tex/slots'
import { instancesOf } from '../contract/instances'

/** The HTML of a formula as it is typeset in one go. */
const typeset = (tex: string) =>
  katex.renderToString(tex, { displayMode: true, trust: true, strict: false, maxExpand: 100, output: 'html' })

/** A slot, and the space after it that belongs to the formula. */
const SLOT =
  /<span class="enclosing[^"]*" data-slot="(\d+)">(<span class="mord[^"]*">)(\d+(?:\.\d+)?)(<\/span>(?:<span class="mspace"[^>]*><\/span>)?)<\/span>/g

/** The HTML of a formula typeset once with slots, whose slots are then filled with `numbers`. */
const filled = (tex: string, numbers: readonly string[]) =>
  typeset(withSlots(tex)).replaceAll(
    SLOT,
    (_, i: string, before: string, _digits, after: string) => before + numbers[Number(i)] + after,
  )

/** Every formula that a room shows, in its story and in the explanations of its numbers. */
function formulasOf(construction: Construction): string[] {
  return instancesOf(construction).flatMap((params) => {
    const model = construction.model(params)
    const steps = construction.derivation(params, model)
    const prose = [
      ...steps.flatMap((step) => [step.prose, step.hint ?? '']),
      ...construction.claims.map((claim) => judged(claim, params, model).prose),
      construction.setting(params),
    ]
    return [
      ...steps.flatMap(({ lines, unfolded = [] }) => [...lines, ...unfolded].map(({ tex }) => tex)),
      ...prose.flatMap((text) => text.split('$').filter((_, i) => i % 2 === 1)),
    ]
  })
}

describe.each(constructions)('$title', (construction) => {
  test('a formula whose slots are filled is the formula typeset in one go', () => {
    const byStructure = new Map<string, string[]>()
    for (const tex of new Set(formulasOf(construction))) {
      const { structure } = slotted(tex)
      byStructure.set(structure, [...(byStructure.get(structure) ?? []), tex])
    }
    const changing = [...byStructure.values()].filter((alike) => alike.length > 1)
    expect(changing.length).toBeGreaterThan(5)
    for (const [first, ...others] of changing)
      for (const other of others.slice(0, 3))
        if (filled(first, slotted(other).numbers) !== typeset(other)) expect.fail(`${first} as ${other}`)
  })
})

test.each([
  ['0.5 \\approx 12', '# \\approx #', ['0.5', '12']],
  ['1.68 \\times 10^{-4}', '# \\times 10^{-#}', ['1.68', '4']],
  ['12\\,000', '#\\,#', ['12', '000']],
  ['-0.5', '-#', ['0.5']],
  ['\\tfrac12 x_3 + 4^2', '\\tfrac12 x_3 + 4^2', []],
  ['\\htmlData{mark=key-3}{k_{3}} = 4', '\\htmlData{mark=key-3}{k_{#}} = #', ['3', '4']],
  ['\\text{the 3 keys} 3', '\\text{the 3 keys} #', ['3']],
  ['1/2 + |3| + 4\\%', '1/2 + |3| + 4\\%', []],
  ['\\frac{1}{8}', '\\frac{#}{#}', ['1', '8']],
])('the numbers of %s', (tex, structure, numbers) => {
  expect(slotted(tex)).toEqual({ structure, numbers })
})

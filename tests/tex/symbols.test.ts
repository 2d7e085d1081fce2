import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import {
  adjustable,
  adjustableNumber,
  explained,
  explainedEquals,
  key,
  output,
  plainTex,
  query,
  symbol,
  value,
  weight,
} from '../../src/tex/symbols'
import { paramsIn, quantitiesIn, texProblem } from '../contract/typeset'

describe('a symbol', () => {
  test.each([
    [query(), '\\htmlData{mark=query}{\\htmlClass{role-query}{q}}'],
    [query('1'), '\\htmlData{mark=query-1}{\\htmlClass{role-query}{q_{1}}}'],
    [key('a'), '\\htmlData{mark=key-a}{\\htmlClass{role-key}{k_{a}}}'],
    [value('b'), '\\htmlData{mark=value-b}{\\htmlClass{role-value}{v_{b}}}'],
    [weight('i'), '\\htmlData{mark=weight-i}{\\htmlClass{role-weight}{\\alpha_{i}}}'],
    [output(), '\\htmlData{mark=output}{\\htmlClass{role-value}{c}}'],
    [symbol('plain', 'x'), '{x}'],
    [symbol('query', 'Q'), '\\htmlClass{role-query}{Q}'],
    [symbol('key', 'k', 'key-a key-b'), '\\htmlData{mark=key-a key-b}{\\htmlClass{role-key}{k}}'],
    [explainedEquals('leak', 0.5), '= \\htmlData{quantity=leak}{0.5}'],
    [explainedEquals('leak', 0, -800), '\\approx \\htmlData{quantity=leak}{3.668 \\times 10^{-348}}'],
    [adjustableNumber('scale', 12_000), '\\htmlData{param=scale}{12\\,000}'],
  ])('is coloured and linked: %s', (tex, expected) => {
    expect(tex).toBe(expected)
    expect(texProblem(tex)).toBeUndefined()
  })

  test.each(['a', 'max', "a'", 'i,j', 'i+1'])('with the index %s has a mark of one name', (index) => {
    expect(texProblem(weight(index))).toBeUndefined()
    expect(weight(index)).toMatch(/^\\htmlData\{mark=weight-[a-z0-9]+\}/)
  })

  test.each(['', ' ', 'a b ', '1a', 'a,b=c', 'a}', 'a{', '\\x', 'a"', 'über', '-a', 'a\nb', 'a  b'])(
    'refuses the name %j',
    (name) => {
      for (const make of [
        () => symbol('key', 'k', name),
        () => explained(name, '1'),
        () => adjustable(name, '1'),
      ])
        expect(make).toThrow(new RangeError(`symbol: expected a name, got "${name}"`))
    },
  )

  test.prop([fc.string()])('lets no name into an attribute that could leave it', (name) => {
    try {
      expect(symbol('key', 'k', name)).toMatch(/^\\htmlData\{mark=[a-zA-Z0-9 -]+\}\{/)
    } catch (error) {
      expect(error).toBeInstanceOf(RangeError)
    }
  })
})

describe('without colours and links', () => {
  /** TeX in which braces are balanced, with symbols of all kinds in it. */
  const { tex: texts } = fc.letrec<{ tex: string; part: string }>((tie) => ({
    part: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('x', '\\alpha', ' + ', '10^{-5}', '\\text{of }', '\\{', '{}'),
      fc
        .tuple(fc.constantFrom('\\frac', '\\binom'), tie('tex'), tie('tex'))
        .map(([f, a, b]) => `${f}{${a}}{${b}}`),
      fc
        .tuple(fc.constantFrom('query', 'key', 'plain'), tie('tex'))
        .map(([role, tex]) => symbol(role as 'key', tex, 'a-1')),
      tie('tex').map((tex) => explained('leak', tex)),
      tie('tex').map((tex) => adjustable('scale', tex)),
    ),
    tex: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  }))

  test.each([
    [weight('a'), '{{\\alpha_{a}}}'],
    [`\\frac{1}{${key('a')}} + ${key('b')}`, '\\frac{1}{{{k_{a}}}} + {{k_{b}}}'],
    [explained('leak', weight('a')), '{{{\\alpha_{a}}}}'],
    ['x_{1}', 'x_{1}'],
    ['', ''],
  ])('%s is %s', (tex, expected) => {
    expect(plainTex(tex)).toBe(expected)
  })

  test.prop([texts])('no command of ours is left, and braces are balanced', (tex) => {
    const plain = plainTex(tex)
    expect(plain).not.toMatch(/\\html|mark=|quantity=|param=|role-/)
    expect(depthAtEnd(plain)).toBe(0)
    expect(plainTex(plain)).toBe(plain)
  })

  test.prop([texts])('what it says is the same', (tex) => {
    const bare = (text: string) => text.replaceAll(/\\html\w+\{[^}]*\}/g, '')
    expect(plainTex(tex)).toBe(bare(tex))
  })

  test.prop([texts])('names of quantities and params are found in what is not plain', (tex) => {
    expect(quantitiesIn(plainTex(tex))).toEqual([])
    expect(new Set(quantitiesIn(tex))).toEqual(new Set(tex.includes('quantity=') ? ['leak'] : []))
    expect(new Set(paramsIn(tex))).toEqual(new Set(tex.includes('param=') ? ['scale'] : []))
  })
})

/** How many braces are open at the end of `tex`, which must not close one that is not. */
function depthAtEnd(tex: string): number {
  const braces = tex.replaceAll(/\\[{}]/g, '').match(/[{}]/g) ?? []
  return braces.reduce((depth, brace) => (depth < 0 ? depth : depth + (brace === '{' ? 1 : -1)), 0)
}

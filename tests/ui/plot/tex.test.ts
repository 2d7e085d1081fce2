import { fc, test } from '@fast-check/vitest'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect } from 'vitest'
import { PlotText } from '../../../src/ui/plot/PlotText'
import { runsOf, widthOf } from '../../../src/ui/plot/tex'

/** A text as it reads, with marks for what is slanted, lowered and raised. */
const read = (text: string) =>
  runsOf(text)
    .map(({ text: shown, style, level }) => {
      const slanted = style === 'math' ? `/${shown}/` : shown
      return { base: slanted, sub: `_[${slanted}]`, super: `^[${slanted}]` }[level]
    })
    .join('')

describe('a text of a drawing', () => {
  test.each([
    ['never below ¾', 'never below ¾'],
    ['margin $m$', 'margin /m/'],
    ['$\\alpha_a$', '/α/_[/a/]'],
    ['$k_b$', '/k/_[/b/]'],
    ['$k_{12}$', '/k/_[12]'],
    ['$\\log_{10}$', 'log\u2009_[10]'],
    ['$\\beta^2$', '/β/^[2]'],
    ['$10^{-3}$', '10^[−3]'],
    ['$Q = 1.5$', '/Q/ = 1.5'],
    ['$ε = 1e−12$', '/ε/ = 1e−12'],
    ['$\\gamma^*<0$: 3 %', '/γ/^[*] < 0: 3 %'],
    ['$\\bar v$', '/v\u0304/'],
    ['$v\u0304$', '/v\u0304/'],
    ['$L_{\\text{most of it}}$', '/L/_[most of it]'],
    ['$\\lVert c\\rVert\\to 0$', '‖/c/‖ → 0'],
    ['$E_{$ is cut short', '/E/ is cut short'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test.prop([fc.string({ unit: fc.constantFrom('$', '\\', '_', '^', '{', '}', 'a', '1', ' ', '\\text') })])(
    'is drawn whatever it is, and has a width',
    (text) => {
      expect(() => renderToStaticMarkup(createElement(PlotText, null, text))).not.toThrow()
      expect(widthOf(runsOf(text))).toBeGreaterThanOrEqual(0)
    },
  )

  test('comes back to its line after what is lowered or raised', () => {
    const shifts = (text: string) => {
      const markup = renderToStaticMarkup(createElement('text', null, createElement(PlotText, null, text)))
      return [...markup.matchAll(/<tspan([^>]*)>/g)].reduce((sum, [, attributes]) => {
        const dy = Number.parseFloat(/dy="([^"]*)"/.exec(attributes)?.[1] ?? '0')
        const size = Number.parseFloat(/font-size="([^"]*)"/.exec(attributes)?.[1] ?? '1')
        return sum + dy * size
      }, 0)
    }
    for (const text of ['$k_a$', '$k_a$ and more', '$β^2$', '$x_1^2 + y$', '$\\log_{10} x$'])
      expect(shifts(text)).toBeCloseTo(0, 2)
  })
})

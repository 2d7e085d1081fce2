import { fc, test } from '@fast-check/vitest'
import katex from 'katex'
import { describe, expect } from 'vitest'
import { constructions } from '../../src/constructions'
import { paramsWith } from '../../src/constructions/construction'
import { drawParams, initialParams } from '../../src/constructions/params'
import { createRandom } from '../../src/core/random/random'
import { readCoefficient, readTable } from '../../src/tex/coefficients'
import { ENOUGH_SHAPES, isFresh, shapeOf } from '../contract/shapes'
import { documents } from './documents'

function expectCompiles(source: string): void {
  // A whole document has more spaces than KaTeX would expand for one formula; LaTeX has no such limit.
  const options = { displayMode: true, throwOnError: true, strict: 'error', maxExpand: Infinity } as const
  const compile = () => katex.renderToString(source, options)
  expect(compile, source).not.toThrow()
}

describe.each(constructions)('$id', (construction) => {
  test.each(construction.presets)('the LaTeX of “$label” compiles', ({ params }) => {
    const initial = initialParams(construction.params)
    for (const source of documents(construction, paramsWith(construction, initial, params)))
      expectCompiles(source)
  })

  test('the LaTeX has neither hints to the page nor braces that group nothing', () => {
    const params = initialParams(construction.params)
    for (const source of documents(construction, params)) {
      expect(source).not.toContain('{{')
      expect(source).not.toMatch(/\b(?:rest on|struck|drag|click|figure|grids?|unfold)\b/i)
    }
  })

  test('the LaTeX of up to 200 random states compiles', () => {
    const random = createRandom(7)
    const compiled = new Set<string>()
    for (let i = 0; i < 200 && compiled.size < ENOUGH_SHAPES; i += 1) {
      const params = paramsWith(construction, drawParams(construction.params, random), {})
      const rows = documents(construction, params)[i % 2].split('\n')
      // Other numbers in the same places compile as those before did.
      const fresh = rows.filter((row) => !row.startsWith('  &') || isFresh(compiled, shapeOf(row)))
      expectCompiles(fresh.join('\n'))
    }
    expect(compiled.size).toBeGreaterThan(5)
  }, 120_000)
})

describe('cells', () => {
  test.prop([fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 99 })])(
    'read fractions',
    (p, q) => {
      expect(readCoefficient(` ${p} / ${q}`.replace('-', '−'), -1000, 1000)).toEqual({
        ok: true,
        value: p / q + 0,
      })
    },
  )

  test.each([
    '',
    ' ',
    '1/0',
    '0/0',
    '1/2/3',
    'x',
    '1e999',
    '1001',
    '--1',
    '1e',
    '9'.repeat(50),
    '0,5',
    '10,000',
    '1/1,000',
    '1½',
    '1 1/2',
  ])('refuse “%s”', (text) => {
    expect(readCoefficient(text, -1000, 1000)).toMatchObject({ ok: false })
  })

  test.each([
    ['½', 0.5],
    ['−⅓', -1 / 3],
    ['１／４', 0.25],
    ['—2⁄3', -2 / 3],
    ['1\u200B/\u00AD8', 0.125],
    ['1 000/2', 500],
    ['5·10⁻³', 0.005],
  ])('read “%s” as %s', (text, value) => {
    expect(readCoefficient(text, -1000, 1000)).toEqual({ ok: true, value })
  })

  test('say what to write in place of a comma', () => {
    const messageOf = (text: string) => readCoefficient(text, -1000, 1000)
    expect(messageOf('0,5')).toMatchObject({ message: 'Write 0.5, with a point.' })
    expect(messageOf('10,000')).toMatchObject({ message: '10000 or 10.0? Write the one you mean.' })
    expect(messageOf('1/0,5')).toMatchObject({ message: 'Write 0.5, with a point.' })
  })

  test('tables come with tabs, semicolons and ampersands', () => {
    const table = [
      [1, -0.5],
      [0, 1 / 3],
    ]
    for (const text of ['1\t-1/2\n0\t1/3', '1,-.5;0,1/3', '1 & -1/2 \\\\ 0 & 1/3 \\\\']) {
      expect(readTable(text, [2, 2], -9, 9)).toEqual({ ok: true, value: table })
    }
    expect(readTable('1 2\n3', [2, 2], -9, 9)).toBeUndefined()
    expect(readTable('1\t0,5', [1, 2], -9, 9)).toEqual({ ok: false, message: 'Write 0.5, with a point.' })
    expect(readTable('10,000\t5', [1, 2], -9e9, 9e9)).toMatchObject({ ok: false })
  })
})

import { fc, test } from '@fast-check/vitest'
import katex from 'katex'
import { describe, expect } from 'vitest'
import { constructions } from '../../src/constructions'
import { type Construction, paramsWith } from '../../src/constructions/construction'
import { drawParams, initialParams } from '../../src/constructions/params'
import { createRandom } from '../../src/core/random'
import type { Params } from '../../src/state/session'
import { readCoefficient, readTable } from '../../src/tex/coefficients'
import { alignDocument } from '../../src/tex/document'

/** Both forms of a derivation as documents: folded and written out. */
function documents(construction: Construction, params: Params): string[] {
  const steps = construction.derivation(params, construction.model(params))
  return [
    alignDocument(steps),
    alignDocument(steps.map((step) => ({ ...step, lines: step.unfolded ?? step.lines }))),
  ]
}

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

  test('the LaTeX of 200 random states compiles', () => {
    const random = createRandom(7)
    for (let i = 0; i < 200; i += 1) {
      const params = paramsWith(construction, drawParams(construction.params, random), {})
      expectCompiles(documents(construction, params)[i % 2])
    }
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

  test.each(['', ' ', '1/0', '0/0', '1/2/3', 'x', '1e999', '1001', '--1', '1e', '9'.repeat(50), '0,5'])(
    'refuse “%s”',
    (text) => {
      expect(readCoefficient(text, -1000, 1000)).toMatchObject({ ok: false })
    },
  )

  test('tables come with tabs, semicolons and ampersands', () => {
    const table = [
      [1, -0.5],
      [0, 1 / 3],
    ]
    for (const text of ['1\t-1/2\n0\t1/3', '1,-.5;0,1/3', '1 & -1/2 \\\\ 0 & 1/3 \\\\']) {
      expect(readTable(text, [2, 2], -9, 9)).toEqual(table)
    }
    expect(readTable('1 2\n3', [2, 2], -9, 9)).toBeUndefined()
  })
})

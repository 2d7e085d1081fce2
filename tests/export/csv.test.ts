import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { csvOf, csvRows, plainCell } from '../../src/export/csv'
import { tabularOf } from '../../src/export/table-latex'

const cells = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
})

describe('a table as CSV', () => {
  property.prop([cells])('reads back cell by cell', (table) => {
    expect(csvRows(csvOf(table))).toEqual(table.map((row) => row.map(plainCell)))
  })

  test('keeps quotes, commas and line breaks', () => {
    const table = [
      ['a "b", c', 'two\nlines'],
      ['', '1'],
    ]
    expect(csvOf(table)).toBe('"a ""b"", c","two\nlines"\r\n,1\r\n')
    expect(csvRows(csvOf(table))).toEqual(table)
  })

  test.each(['=1+1', '+cmd', '-x', '@sum', '\t=1', '\r=1', '=HYPERLINK("http://a.example")'])(
    'does not let a spreadsheet run %j',
    (text) => {
      expect(plainCell(text)).toBe(`'${text}`)
    },
  )

  test.each([
    ['−1.5', '-1.5'],
    ['1.68e−4', '0.000168'],
    ['12\u2009000', '12000'],
    ['8.8e−347', '8.8e-347'],
    ['−∞', '-inf'],
    ['0', '0'],
    ['first', 'first'],
  ])('writes %s as %s', (text, cell) => {
    expect(plainCell(text)).toBe(cell)
  })
})

test('a table as LaTeX escapes what is no formula', () => {
  expect(
    tabularOf([
      ['key', '$k_a$ & so on'],
      ['50 %', '$\\alpha$'],
    ]),
  ).toBe(
    [
      '\\begin{tabular}{ll}',
      '  \\hline',
      '  key & $k_a$ \\& so on \\\\',
      '  \\hline',
      '  50 \\% & $\\alpha$ \\\\',
      '  \\hline',
      '\\end{tabular}',
    ].join('\n'),
  )
})

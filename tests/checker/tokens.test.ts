import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { orRefused } from '../../src/checker/language/refused'
import { type Glyph, textOf } from '../../src/checker/language/source'
import { tokensOf } from '../../src/checker/language/tokens'

/** Characters, each at its own place. */
const source = (text: string): Glyph[] =>
  Array.from(text, (character, i) => ({ character, start: i, end: i + 1 }))

const tokens = (text: string) => tokensOf(source(text))

/** Kinds by their first letters, with the texts. */
const kinds = (text: string) => tokens(text).map(({ kind, text: own }) => `${kind[0]}:${own}`)

describe('a text falls into numbers, names and signs', () => {
  test.each([
    ['Q*(k_a+2)', ['n:Q', 's:*', 's:(', 'n:k_a', 's:+', 'n:2', 's:)']],
    ['2.5 .5 2.', ['n:2.5', 'n:.5', 'n:2.']],
    ['10.25', ['n:10.25']],
    ['1e5 2E-3 1.5e+10', ['n:1e5', 'n:2E-3', 'n:1.5e+10']],
    ['2e 2e5x 2e5.1', ['n:2', 'n:e', 'n:2', 'n:e5x', 'n:2', 'n:e5', 'n:.1']],
    ['k_rest_2 mu_a1 a1b', ['n:k_rest_2', 'n:mu_a1', 'n:a1b']],
    ['k__a k_', ['n:k', 's:_', 's:_', 'n:a', 'n:k', 's:_']],
    ['q\u0302 k_a\u0302', ['n:q\u0302', 'n:k_a\u0302']],
    ['np.dot numpy.outer torch.eye', ['n:dot', 'n:outer', 'n:eye']],
    ['xnp.dot', ['n:xnp', 's:.', 'n:dot']],
    ['u.T u.Tx', ['n:u', "s:'", 'n:u', 's:.', 'n:Tx']],
    ['a**2 @ b', ['n:a', 's:^', 'n:2', 's:*', 'n:b']],
    ['q := 1 == 2', ['n:q', 's:=', 'n:1', 's:=', 'n:2']],
    ['a >> b >>> c << d <<< e', ['n:a', 's:≫', 'n:b', 's:≫', 'n:c', 's:≪', 'n:d', 's:≪', 'n:e']],
    ['a > b -> c => d >= e', ['n:a', 's:>', 'n:b', 's:→', 'n:c', 's:⇒', 'n:d', 's:≥', 'n:e']],
    ['a < b <= c != d', ['n:a', 's:<', 'n:b', 's:≤', 'n:c', 's:≠', 'n:d']],
    ['||u|| |t|', ['s:‖', 'n:u', 's:‖', 's:|', 'n:t', 's:|']],
    ['s.t. Q i.e. e.g. w.r.t. w.l.o.g.', ['w:s.t.', 'n:Q', 'w:i.e.', 'w:e.g.', 'w:w.r.t.', 'w:w.l.o.g.']],
    ['ai.e. ..i.e.', ['n:ai', 's:.', 'n:e', 's:.', 's:.', 's:.', 'n:i', 's:.', 'n:e', 's:.']],
    ['a\nb', ['n:a', 's:\n', 'n:b']],
    [' a \n ', ['n:a']],
    ['  ', []],
    ['', []],
  ])('%j', (text, expected) => expect(kinds(text)).toEqual(expected))

  property.prop([
    fc
      .array(fc.constantFrom('Q', 'k_a', '2.5', '+', '(', '>>', '.T', '\n', 'e5', '||', ' '))
      .map((parts) => parts.join(' ')),
  ])('in which no character is lost, and each stands where it was written', (text) => {
    const read = orRefused(() => ({ all: tokens(text) }))
    // Groups of digits may be refused; numbers of one kind only are tried here.
    if ('refused' in read) throw new Error(read.refused.message)
    expect(read.all.map((token) => textOf(token.source)).join('')).toBe(text.trimEnd().replaceAll(' ', ''))
    for (const token of read.all) {
      expect(text.slice(token.start, token.end)).toBe(textOf(token.source))
      expect(token.isSpaced).toBe(text[token.start - 1] === ' ')
    }
  })

  test('the place of a function of NumPy is that of its whole name, its characters are those of its own', () => {
    const [token] = tokens(' np.dot')
    expect(token).toMatchObject({ start: 1, end: 7, text: 'dot', isSpaced: true })
    expect(textOf(token.source)).toBe('dot')
  })

  test('what stands in prose is words', () => {
    const prose = source('large Q').map((glyph, i) => ({ ...glyph, isProse: i < 5 }))
    expect(tokensOf(prose).map(({ kind }) => kind)).toEqual(['word', 'name'])
    // A name of which only a part is prose is a name.
    const half = source('kQ').map((glyph, i) => ({ ...glyph, isProse: i < 1 }))
    expect(tokensOf(half).map(({ kind }) => kind)).toEqual(['name'])
  })
})

describe('a comma or a space within a number', () => {
  test.each([
    ['1,000', ['n:1000']],
    ['12,345 k', ['n:12345', 'n:k']],
    ['1,000,000', ['n:1000000']],
    ['1,000.5', ['n:1000.5']],
    ['1 000', ['n:1000']],
    ['1 000 000', ['n:1000000']],
    ['1, 000', ['n:1', 's:,', 'n:000']],
    ['1 ,000', ['n:1', 's:,', 'n:000']],
    ['0 500', ['n:0', 'n:500']],
    ['1 00', ['n:1', 'n:00']],
    ['1.5 000', ['n:1.5', 'n:000']],
    ['k,000', ['n:k', 's:,', 'n:000']],
    ['1,k', ['n:1', 's:,', 'n:k']],
    ['1;000', ['n:1', 's:;', 'n:000']],
    ['[1,000]', ['s:[', 'n:1', 's:,', 'n:000', 's:]']],
    ['[1 000]', ['s:[', 'n:1', 'n:000', 's:]']],
    ['[2] 1,000', ['s:[', 'n:2', 's:]', 'n:1000']],
  ])('%j', (text, expected) => expect(kinds(text)).toEqual(expected))

  test.each([
    ['0,5', 'Write this with a point: 0.5.'],
    ['1,5', 'Write this with a point: 1.5.'],
    ['0,500', 'Write this with a point: 0.500.'],
    ['1,0000', 'Write this with a point: 1.0000.'],
    ['1.5,000', 'Write this with a point: 1.5.000.'],
    ['1,000e2', 'Write this with a point: 1.000e2.'],
  ])('%s could be either: %s', (text, message) => {
    const refused = orRefused(() => ({ all: tokens(`Q*${text}`) }))
    expect(refused).toEqual({
      refused: { code: 'E_SYNTAX', message, start: 2, end: 2 + text.length },
    })
  })

  test('is a number at the place of all its digits', () => {
    const [, joined] = tokens('Q 12,345')
    expect(joined).toMatchObject({ kind: 'number', start: 2, end: 8 })
    expect(textOf(joined.source)).toBe('12345')
  })
})

import { describe, expect, test } from 'vitest'
import { type Glyph, textOf } from '../../src/checker/language/source'
import { rangeOf, summand } from '../../src/checker/language/sum'

const body = (text: string): Glyph[] =>
  Array.from(text, (character, i) => ({ character, start: i, end: i + 1 }))

describe('what stands below a sum says over which keys it goes', () => {
  const ALL = { index: 'i', except: [] }
  const WITHOUT = { index: 'i', except: ['a', 'b'] }
  const ONLY = { index: 'i', except: [], among: ['a', 'b'] }

  test.each([
    'i',
    ' i ',
    '(i)',
    'i=1',
    '1≤i',
    '1≤i≤n',
    'i ≤ n',
    'i∈[n]',
    'i ∈ (1,…,n)',
    'i∈(1,2,…,n)',
    'i∈n',
    'i=1,…,n',
    'i=1…n',
    'i=1..n',
  ])('%s: all of them', (written) => expect(rangeOf(written)).toEqual(ALL))

  test.each([
    'i≠a,b',
    'i != a, b',
    'i∉(a,b)',
    'i ∉ ( a, b )',
    'i∉[a,b]',
    'i≠(a,b)',
    'i=1,i≠a,b',
    'i=1,i∉(a,b)',
    'i=1,≠a,b',
    '(i≠a,b)',
    'i≠a,i≠b',
    'i≠a and i≠b',
    'i≠a and b',
    'i≠a; b',
    'i≠a\nb',
    'i≠k_a,k_b',
    'i≠mu_a,x_b',
    'i∉(u_a,u_b)',
    'i∈[n]∖(a,b)',
    'i∈(1,…,n)∖(a,b)',
    '1≤i≤n,i≠a,b',
  ])('%s: all but two', (written) => expect(rangeOf(written)).toEqual(WITHOUT))

  test.each(['i ∈ (k_a, k_b)', 'i=a,b', 'i∈[a,b]', 'i∈(a,b)'])('%s: two alone', (written) =>
    expect(rangeOf(written)).toEqual(ONLY),
  )

  test.each([
    ['j≠c', { index: 'j', except: ['c'] }],
    ['m≠sand,b', { index: 'm', except: ['sand', 'b'] }],
    ['i≠1,2', { index: 'i', except: ['1', '2'] }],
    ['j=c,b,a', { index: 'j', except: [], among: ['c', 'b', 'a'] }],
  ])('%s', (written, range) => expect(rangeOf(written)).toEqual(range))

  test.each([
    '',
    '≠a',
    'i<3',
    'i>1',
    'i=2',
    'i=a',
    'i∈(a)',
    'i=1,3',
    'i∈(1,2)',
    'i≠',
    'i≠a+1',
    'i≠a,',
    'i≠a b)c',
    '(i≠a)b',
    'j(i≠a)',
    'ij',
    'i∈S',
    '2≤i≤n',
    'a,b',
  ])('%j says nothing that is read', (written) => expect(rangeOf(written)).toBeUndefined())
})

describe('a sum takes the place of the one name that has its index', () => {
  const inserted = (
    text: string,
    range = { index: 'i', except: ['a', 'b'] } as Parameters<typeof summand>[1],
  ) => {
    const found = summand(body(text), range)
    return found && textOf(found)
  }

  test.each([
    ['k_i', ' sum_except(k,a,b)'],
    ['Q k_i', 'Q  sum_except(k,a,b)'],
    ['2 mu_i', '2  sum_except(mu,a,b)'],
    ['(2Q) k_i t', '(2Q)  sum_except(k,a,b) t'],
    ['-k_i', '- sum_except(k,a,b)'],
    ['( -k_i)', '( - sum_except(k,a,b))'],
    ['k_i k_ij', ' sum_except(k,a,b) k_ij'],
  ])('%s', (text, expected) => expect(inserted(text)).toBe(expected))

  test('with the names that it goes over, or those that it leaves out', () => {
    expect(inserted('k_j', { index: 'j', except: [] })).toBe(' sum_except(k)')
    expect(inserted('k_j', { index: 'j', except: ['c'], among: ['a', 'b'] })).toBe(' sum_among(k,a,b)')
  })

  test.each([
    '',
    '(Q-1) k_i',
    'k_a',
    'k_j',
    'k_i k_i',
    'k_i + k_a',
    '(k_i + k_a)',
    'Q k_i - Q',
    '(k_i',
    'k_i)',
    'k_i2',
  ])('not within %j', (text) => expect(inserted(text)).toBeUndefined())

  test('and stands where that name stood', () => {
    const found = summand(body('Q mu_i t'), { index: 'i', except: ['a'] })!
    const call = found.filter(({ start }) => start === 2)
    expect(textOf(call)).toBe(' sum_except(mu,a)')
    expect(call.every(({ end }) => end === 6)).toBe(true)
    expect(textOf(found)).toBe('Q  sum_except(mu,a) t')
  })
})

import { fc, test } from '@fast-check/vitest'
import { createElement, Fragment, isValidElement, type ReactNode } from 'react'
import { describe, expect } from 'vitest'
import { withTextApart } from '../../src/ui/jsx/text-apart'

const texts = fc.oneof(fc.string(), fc.constantFrom(' ', '\n', 'n = '), fc.double({ noNaN: true }))
const nothing = fc.constantFrom(null, undefined, true, false)
const elements = fc.constantFrom('b', 'tspan').map((type) => createElement(type))
const nodes: fc.Arbitrary<readonly ReactNode[]> = fc.array(
  fc.oneof(texts, nothing, elements, fc.array(fc.oneof(texts, elements), { maxLength: 3 })),
  { maxLength: 6 },
)

const childrenOf = (type: unknown, children: unknown) => withTextApart(type, { children }).children

/** All text of some children, in order, but for empty and blank ones. */
function words(children: unknown): string {
  if (Array.isArray(children)) return children.map(words).join('')
  if (typeof children === 'string' || typeof children === 'number') return String(children)
  return isValidElement<{ children?: unknown }>(children) ? words(children.props.children) : ''
}

const isBareText = (child: unknown) =>
  typeof child === 'number' || (typeof child === 'string' && child.trim() !== '')

/** The children that are no element, list or nothing, in lists within lists too. */
const bare = (children: unknown): unknown[] =>
  Array.isArray(children) ? children.flatMap(bare) : [children].filter(isBareText)

describe('in an element', () => {
  test.prop([fc.constantFrom('p', 'text', 'option'), nodes])(
    'a text is alone, or has an element of its own',
    (type, list) => {
      const children = childrenOf(type, list)
      if (Array.isArray(children)) expect(bare(children)).toEqual([])
    },
  )

  test.prop([nodes])('nothing is lost, doubled or moved', (list) => {
    const children = childrenOf('p', list)
    expect(words(children)).toBe(words(list))
    for (const [i, node] of list.entries())
      if (isValidElement(node) || Array.isArray(node))
        expect((children as unknown[])[i]).toEqual(Array.isArray(node) ? expect.anything() : node)
  })

  test.prop([nodes])('elements alone stay the very same list', (list) => {
    const own = list.filter((node) => isValidElement(node))
    expect(childrenOf('p', own)).toBe(own)
  })

  test('texts side by side are one: no element stands between them', () => {
    expect(childrenOf('option', ['◐ ', 'dark'])).toBe('◐ dark')
    expect(childrenOf('text', [12, ' below ', 0.5, null])).toBe('12 below 0.5')
  })

  test('a drawing’s text has parts of a drawing, and spaces alone are left', () => {
    const part = createElement('tspan')
    expect(childrenOf('text', [part, ' is ', 1])).toMatchObject([
      part,
      { type: 'tspan', props: { children: ' is 1' } },
      null,
    ])
    expect(childrenOf('p', [part, ' ', part])).toEqual([part, ' ', part])
  })
})

test('in a fragment, which is no element, a text has one of its own even where it is alone', () => {
  expect(childrenOf(Fragment, 'alone')).toMatchObject({ type: 'span', props: { children: 'alone' } })
  expect(childrenOf(Fragment, ['a', ' b'])).toMatchObject([
    { type: 'span', props: { children: 'a b' } },
    null,
  ])
})

test('a component gets what was written', () => {
  const children = ['a ', createElement('b')]
  expect(childrenOf(() => null, children)).toBe(children)
})

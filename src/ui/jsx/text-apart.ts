import { Fragment } from 'react'
import { jsx } from 'react/jsx-runtime'

interface Props {
  readonly children?: unknown
}

/**
 * `props` with each text that is beside something else in an element of its own.
 *
 * Browsers translate a page by putting elements in the place of its texts. React keeps hold of a text that has
 * neighbours: it goes on to change the one that has left the page, which nobody sees, and breaks when it removes it or
 * puts something before it. Of a text that is all there is in an element React keeps the element alone.
 */
export function withTextApart<P extends Props>(type: unknown, props: P): P {
  if (typeof type !== 'string' && type !== Fragment) return props
  const { children } = props
  if (!hasText(children)) return props
  if (!Array.isArray(children))
    return type === Fragment ? { ...props, children: apart(children, 'span') } : props
  const isOneText = type !== Fragment && children.every(isTextOrNothing)
  return {
    ...props,
    children: isOneText ? children.map(textOf).join('') : allApart(children, elementFor(type), ''),
  }
}

/** Texts that follow one another become one; what comes after them keeps its place, so that React finds it again. */
function allApart(nodes: readonly unknown[], element: Apart, path: string): unknown[] {
  return nodes.map((node, i) => {
    if (Array.isArray(node)) return allApart(node, element, `${path}${i}-`)
    if (!isText(node)) return node
    if (i > 0 && isText(nodes[i - 1])) return null
    const end = nodes.findIndex((other, j) => j > i && !isText(other))
    const text = nodes
      .slice(i, end < 0 ? undefined : end)
      .map(textOf)
      .join('')
    return apart(text, element, `text-${path}${i}`)
  })
}

/** Spaces between two elements are nothing to translate. */
const apart = (node: unknown, element: Apart, key?: string) =>
  textOf(node).trim() === '' ? node : jsx(element, { children: node }, key)

type Apart = 'span' | 'tspan'

const elementFor = (parent: unknown): Apart => (parent === 'text' || parent === 'tspan' ? 'tspan' : 'span')

const isText = (node: unknown) => typeof node === 'string' || typeof node === 'number'

const hasText = (node: unknown): boolean => (Array.isArray(node) ? node.some(hasText) : isText(node))

const isTextOrNothing = (node: unknown) => isText(node) || node == null || typeof node === 'boolean'

const textOf = (node: unknown) => (isText(node) ? String(node) : '')

import type { ElementType, Key, ReactElement } from 'react'
import * as react from 'react/jsx-dev-runtime'
import { withTextApart } from './text-apart'

/** What {@link jsx} and {@link jsxs} are on the development server. */
export function jsxDEV(
  type: ElementType,
  props: { readonly children?: unknown },
  key: Key | undefined,
  isStatic: boolean,
  ...where: [source?: react.JSXSource, self?: unknown]
): ReactElement {
  const own = withTextApart(type, props)
  return react.jsxDEV(type, own, key, isStatic && Array.isArray(own.children), ...where)
}

const { Fragment } = react

export { Fragment }

import type { ElementType as Any, Component, ExoticComponent, Key, JSX as React, ReactElement } from 'react'
import * as react from 'react/jsx-runtime'
import { withTextApart } from './text-apart'

/** Makes the elements of every `.tsx` file, as React does but for texts: see {@link withTextApart}. */
export function jsx(type: Any, props: object, key?: Key): ReactElement {
  return react.jsx(type, withTextApart(type, props), key)
}

/** The same for elements whose children are written out. */
export function jsxs(type: Any, props: { readonly children?: unknown }, key?: Key): ReactElement {
  const own = withTextApart(type, props)
  return Array.isArray(own.children) ? react.jsxs(type, own, key) : react.jsx(type, own, key)
}

const { Fragment } = react

export { Fragment }

/** What a component may draw: elements, but no bare text, which could not be distinguished from its neighbours. */
type Drawn = ReactElement | readonly Drawn[] | null

export declare namespace JSX {
  type ElementType =
    | string
    | ((props: never) => Drawn)
    | (new (
        props: never,
      ) => Component)
    | ExoticComponent<never>
  interface Element extends React.Element {}
  interface ElementClass extends React.ElementClass {}
  interface ElementAttributesProperty extends React.ElementAttributesProperty {}
  interface ElementChildrenAttribute extends React.ElementChildrenAttribute {}
  type LibraryManagedAttributes<C, P> = React.LibraryManagedAttributes<C, P>
  interface IntrinsicAttributes extends React.IntrinsicAttributes {}
  interface IntrinsicClassAttributes<T> extends React.IntrinsicClassAttributes<T> {}
  interface IntrinsicElements extends React.IntrinsicElements {}
}

import { symbol } from '../../tex/symbols'
import type { Expression } from './expression'
import { BINDING, bindingOf } from './print'

/**
 * TeX of `expression` as it was read, with its symbols in the colours of their roles. Made of the vocabulary's own TeX
 * and of numbers only: no character of the person's text is in it.
 */
export function texOf(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return numberTex(expression.value)
    case 'term':
      return symbol(expression.term.role ?? 'plain', expression.term.tex)
    case 'negative':
      return `-${bracketed(expression.of, BINDING.product)}`
    case 'sum':
      return `${texOf(expression.left)} ${expression.sign} ${bracketed(expression.right, BINDING.product)}`
    case 'product':
      return productTex(bracketed(expression.left, BINDING.sign), bracketed(expression.right, BINDING.power))
    case 'quotient':
      return `\\frac{${texOf(expression.left)}}{${texOf(expression.right)}}`
    case 'power':
      return `${bracketed(expression.base, BINDING.atom)}^{${texOf(expression.exponent)}}`
    case 'transpose':
      return `${bracketed(expression.of, BINDING.atom)}^\\top`
    case 'call':
      return FUNCTIONS[expression.name](texOf(expression.of))
    case 'literal':
      return gridTex(expression.entries)
    case 'block':
      return gridTex(expression.of === 'rows' ? expression.parts.map((part) => [part]) : [expression.parts])
  }
}

const FUNCTIONS = {
  sqrt: (x: string) => `\\sqrt{${x}}`,
  exp: (x: string) => `\\exp${parenthesised(x)}`,
  log: (x: string) => `\\ln${parenthesised(x)}`,
  abs: (x: string) => `\\left\\lvert ${x} \\right\\rvert`,
  norm: (x: string) => `\\left\\lVert ${x} \\right\\rVert`,
  softmax: (x: string) => `\\operatorname{softmax}${parenthesised(x)}`,
}

const parenthesised = (tex: string) => `\\left(${tex}\\right)`

const bracketed = (expression: Expression, least: number) =>
  texBinding(expression) < least ? parenthesised(texOf(expression)) : texOf(expression)

/** A fraction bar holds its own; a symbol that is typeset as a sum does not. */
function texBinding(expression: Expression): number {
  if (expression.kind === 'quotient') return BINDING.power
  const isSum = expression.kind === 'term' && expression.term.tex.includes('\\sum')
  return isSum ? BINDING.sum : bindingOf(expression)
}

/** A dot before numbers, which would otherwise run together or look like part of what is before. */
const productTex = (left: string, right: string) =>
  /^\d/.test(right) || (right.startsWith('\\frac') && /\d$/.test(left))
    ? `${left} \\cdot ${right}`
    : `${left} \\, ${right}`

/** All digits of a number, so that what is shown is what is judged. */
function numberTex(x: number): string {
  const [mantissa, exponent] = String(x).split('e')
  return exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${Number(exponent)}}`
}

function gridTex(entries: readonly (readonly Expression[])[]): string {
  const rows = entries.map((row) => row.map(texOf).join(' & '))
  return `\\begin{bmatrix} ${rows.join(' \\\\ ')} \\end{bmatrix}`
}

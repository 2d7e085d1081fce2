import type { Expression } from './expression'

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789-', (c, i) => [c, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'[i]]),
)

const GREEK = new Map(
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω infinity ∞ Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Phi Φ Psi Ψ Omega Ω'
    .split(' ')
    .flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1]] as const] : [])),
)

/** How tightly an expression holds together: what binds less than its surroundings wants brackets. */
export const BINDING = { sum: 1, sign: 2, product: 3, power: 4, atom: 5 } as const

/** Binding of an expression as {@link print} writes it. */
export function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case 'sum':
      return BINDING.sum
    case 'negative':
      return BINDING.sign
    case 'number':
      return expression.value < 0 || String(expression.value).includes('e') ? BINDING.sign : BINDING.atom
    case 'product':
    case 'quotient':
      return BINDING.product
    case 'power':
    case 'transpose':
      return BINDING.power
    case 'term':
    case 'call':
    case 'literal':
    case 'block':
      return BINDING.atom
  }
}

/** `expression` in Unicode, as one line: `β⁻² (u_b u_bᵀ − u_c u_cᵀ)`. */
export function print(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value).replace('-', '−')
    case 'term':
      return expression.term.name.replace(/^[a-zA-Z]+(?=_|$)/, (name) => GREEK.get(name) ?? name)
    case 'negative':
      return `−${within(expression.of, BINDING.product)}`
    case 'sum': {
      const sign = expression.sign === '+' ? '+' : '−'
      return `${print(expression.left)} ${sign} ${within(expression.right, BINDING.product)}`
    }
    case 'product':
      return printedProduct(within(expression.left, BINDING.sign), within(expression.right, BINDING.power))
    case 'quotient':
      return `${within(expression.left, BINDING.sign)}/${within(expression.right, BINDING.power)}`
    case 'power':
      return within(expression.base, BINDING.atom) + printedExponent(expression.exponent)
    case 'transpose':
      return `${within(expression.of, BINDING.atom)}ᵀ`
    case 'call':
      return `${expression.name}(${print(expression.of)})`
    case 'literal':
      return `[${expression.entries.map((row) => row.map(print).join(', ')).join('; ')}]`
    case 'block':
      return `[${expression.parts.map(print).join(expression.of === 'rows' ? '; ' : ', ')}]`
  }
}

/** `expression`, in brackets where it binds less than `least`. */
export function within(expression: Expression, least: number): string {
  const printed = print(expression)
  return bindingOf(expression) < least ? `(${printed})` : printed
}

const printedProduct = (left: string, right: string) => `${left}${/^[\d.]/.test(right) ? ' · ' : ' '}${right}`

function printedExponent(exponent: Expression): string {
  const printed = print(exponent)
  const digits = printed.replace('−', '-')
  if (/^-?\d+$/.test(digits)) return Array.from(digits, (c) => SUPERSCRIPTS[c]).join('')
  return `^(${printed})`
}

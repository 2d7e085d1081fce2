/** What signs are in formulas. */
export const FORMULAS: Readonly<Record<string, string>> = {
  '−': '-',
  '·': '\\cdot',
  '⋅': '\\cdot',
  '×': '\\times',
  '÷': '\\div',
  '±': '\\pm',
  '→': '\\to',
  '∞': '\\infty',
  '≈': '\\approx',
  '≠': '\\neq',
  '≤': '\\leq',
  '≥': '\\geq',
  '√': '\\surd',
  '∑': '\\sum',
  '∈': '\\in',
  '∉': '\\notin',
  '‖': '\\Vert',
  '⊤': '\\top',
  ᵀ: '^{\\top}',
  '′': "{}'",
  '½': '\\tfrac12',
  '¼': '\\tfrac14',
  '¾': '\\tfrac34',
  '⁻': '^{-}',
  '⁺': '^{+}',
  '✓': '\\checkmark',
  '✗': '\\times',
}

const GREEK =
  'alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi o pi rho varsigma sigma tau upsilon varphi chi psi omega'
const GREEK_CAPITALS = {
  Γ: 'Gamma',
  Δ: 'Delta',
  Θ: 'Theta',
  Λ: 'Lambda',
  Ξ: 'Xi',
  Π: 'Pi',
  Σ: 'Sigma',
  Φ: 'Phi',
  Ψ: 'Psi',
  Ω: 'Omega',
}

/** What Greek letters are in formulas. */
export const LETTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    GREEK.split(' ').map((name, i) => [String.fromCodePoint(0x3b1 + i), name === 'o' ? name : `\\${name}`]),
  ),
  ...Object.fromEntries(Object.entries(GREEK_CAPITALS).map(([letter, name]) => [letter, `\\${name}`])),
}

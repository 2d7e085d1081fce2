import { fc } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { evaluate } from '../../src/checker/language/evaluate'
import { type Expression, partsOf } from '../../src/checker/language/expression'
import { print } from '../../src/checker/language/print'
import { texOf } from '../../src/checker/language/typeset'
import { numpyOf } from '../../src/export/numpy'
import cases from '../reference/hostile-expressions.json'
import { operands, read, VOCABULARY } from './vocabulary'

/** 20 000 texts, or ten times as many: `FUZZ=long npx vitest run tests/checker/fuzz.test.ts`. */
const RUNS = process.env['FUZZ'] === 'long' ? 200_000 : 20_000
const LONG_TIMEOUT = 600_000

const ANSWERS = [
  'Q*(k_a + k_b)',
  "beta^-2 (u_b u_b' - u_c u_c')",
  '\\beta^{-2}(u_b u_b^\\top - u_c u_c^\\top)',
  'q = \\frac12 Q \\left( \\mathbf{k}_a + \\mathbf{k}_{b} \\right)',
  '-Q \\sum_{i \\ne a,b} k_i + sum_rest(k)',
  'β⁻²(u_bu_bᵀ − u_cu_cᵀ)·½',
  '[1, 2; 3, 4]^3 * [[1], [2]] + [1; 2]',
  'C(k_a+k_b) where C is large',
  '$q = \\lambda(k_a + k_b)$, $\\lambda \\gg 0$',
  'q = Q m, m = k_a + k_b, Q \\to \\infty',
  '[u_a u_b][u_c u_d]^\\top + u_a ⊗ u_b',
  '\\lim_{Q\\to\\infty} \\|k_a\\|_2^2 |t| Q\\sum_{i\\in\\{a,b\\}} k_i',
  "sqrt(abs(t)) exp(log(2)) norm(u_a) (M' M)^2 dot(k_a, k_b) outer(u_a, u_b) softmax(k_a)",
  '\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}',
  '((((((((((Q))))))))))^2^-1',
  '50% k_a - 1e-3 M^1024 k_b',
]

const FRAGMENTS = [
  Array.from('+-*/^\'()[]{},;=_%&$\\!|.:"~ @#<>\n\u00A0\u200B\u202E\uFEFF\uD800×·−ᵀ⁻²₁ₐ½√∑≠∉βμ𝛼٣ﬁ'),
  'k_a k_rest u_b Q M I v_a beta 2 0.5 1e308 1e-324 999 e NaN constructor __proto__ f(x)=x import( => 1:9'.split(
    ' ',
  ),
  '\\frac \\sqrt \\sum_{i\\ne~a} \\left( \\right) \\left| \\mathbf \\text{ \\begin{bmatrix} \\end{bmatrix}'.split(
    ' ',
  ),
  'where large and for = ≈ ∝ → ≫ ∞ ⊗ ⊙ || \\infty( \\to \\text{where~} \\hat \\lim_{Q→∞} sum_{i≠a,b} Q→∞'.split(
    ' ',
  ),
  "^{ ^\\top _{ \\\\ \\x sum_rest( sum_except(k,a) transpose( outer( k_a' [[ ]]".split(' '),
  ['(('.repeat(15), '-'.repeat(30), '9^'.repeat(20), '{'.repeat(30), 'M*'.repeat(40)],
  ['k_a'.repeat(30), '\\sum'.repeat(60), '\\frac1'.repeat(50)],
].flat()

const inputs = cases.flatMap((entry) => ('input' in entry && entry.input !== undefined ? [entry.input] : []))
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.nat({ max: 6 }),
  insert: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', ...FRAGMENTS) },
    fc.string({ maxLength: 3, unit: 'binary' }),
  ),
})

/** A right answer, a hostile one or soup, with a few places changed. */
const texts = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...ANSWERS) },
      fc.constantFrom(...inputs),
      fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')),
    ),
    fc.array(edit, { maxLength: 5 }),
  )
  .map(([text, edits]) => edits.reduce(edited, text))

function edited(
  text: string,
  { at, remove, insert }: { at: number; remove: number; insert: string },
): string {
  const place = Math.floor(at * text.length)
  return text.slice(0, place) + insert + text.slice(place + remove)
}

const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'
const COMMANDS = `${GREEK} ell infty hat tilde bar dot ddot top frac sqrt exp ln cdot lvert rvert lVert rVert left right`

/** Only what we write ourselves: letters, numbers, role classes and a few commands. */
const OURS = new RegExp(
  String.raw`^(?:[\w.]|[-+&{}^(), ]|\\(?:${COMMANDS.replaceAll(' ', '|')})(?![a-zA-Z])|\\text\{\w+\}|\\operatorname\{softmax\}|\\[,\\]|\\htmlClass\{role-(?:key|value|query)\}|\\(?:begin|end)\{bmatrix\})*$`,
)

const isWithin = (expression: Expression, start: number, end: number): boolean =>
  start <= expression.start && expression.start < expression.end && expression.end <= end

/** Whether every part lies in the text; what a sum stands for lies where the sum was written. */
const isPlaced = (expression: Expression, end: number): boolean =>
  isWithin(expression, 0, end) && partsOf(expression).every((part) => isPlaced(part, end))

/** Everything that the checker does with a text before judging it. */
function handle(text: string): 'read' | 'refused' {
  const reading = read(text, VOCABULARY)
  if ('refused' in reading) {
    const { message, start, end } = reading.refused
    expect(message).toMatch(/\S.*[.?]$/su)
    expect([0 <= start, start <= end, end <= text.length]).toEqual([true, true, true])
    return 'refused'
  }
  const { expression } = reading
  expect(isPlaced(expression, text.length)).toBe(true)
  expect(texOf(expression)).toMatch(OURS)
  expect([print(expression), numpyOf(expression)]).not.toContain('')
  evaluate(expression, operands)
  return 'read'
}

test(`${RUNS} texts: nothing throws`, { timeout: LONG_TIMEOUT }, async ({ annotate }) => {
  const count = { read: 0, refused: 0 }
  let slowest = { time: 0, text: '' }
  fc.assert(
    fc.property(texts, (text) => {
      const start = process.cpuUsage()
      count[handle(text)]++
      const time = process.cpuUsage(start).user / 1000
      if (time > slowest.time) slowest = { time, text }
    }),
    { numRuns: RUNS },
  )
  await annotate(
    `${count.read} read, ${count.refused} refused; slowest ${slowest.time.toFixed(1)} ms: ${slowest.text}`,
  )
  // A test of refusals alone would say little.
  expect(count.read).toBeGreaterThan(RUNS / 20)
})

test.each([
  ['(', 1000],
  ['{', 1000],
  ['\\sum ', 200],
  ['\\sum_{i\\ne a} ', 66],
  ['_{ ', 333],
  ['^{ ', 333],
  ['\\frac', 200],
  ['{ { ', 250],
  ['\\mathbf{', 125],
  ['k_a', 333],
  ['k_a ', 250],
  ['Q', 1000],
  ['Q+', 500],
  ['-', 1000],
  ["M'", 500],
  ['[', 1000],
  ['[1,', 333],
  ['9^', 500],
  ['_', 1000],
  [' ', 1000],
  ['²', 1000],
  ['\u0301', 1000],
  ['\uFDFA', 1000],
])('%j, %i times, is handled', (text, times) => {
  expect(() => handle(text.repeat(times))).not.toThrow()
  expect(() => handle(`${text.repeat(times).slice(0, 996)} k_a`)).not.toThrow()
  expect(() => handle(`${text.repeat(times).slice(0, 400)}2`)).not.toThrow()
})

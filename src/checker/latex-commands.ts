/** Commands that write one thing in other words: what stands for them in plain text. */
const PLAIN: Readonly<Record<string, string>> = {
  cdot: '*',
  times: '*',
  ast: '*',
  bullet: '*',
  div: '/',
  top: "'",
  intercal: "'",
  prime: "'",
  transpose: "'",
  lvert: ' abs(',
  rvert: ')',
  lVert: ' norm(',
  rVert: ')',
  '{': '(',
  '}': ')',
  exp: ' exp',
  ln: ' log',
  log: ' log',
}

/** Commands that speak of a limit. */
export const LIMITS = 'to infty lim gg rightarrow longrightarrow uparrow'.split(' ')

const GREEK =
  'alpha beta gamma delta epsilon eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega'.split(
    ' ',
  )

/** Commands that only space, size or enclose a formula. */
const SILENT =
  'quad qquad displaystyle textstyle limits nolimits big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr'
    .split(' ')
    .concat(Array.from(',;:! ()[]'))

const ALPHABETS =
  'mathbf mathrm mathit mathsf mathbb mathcal mathtt boldsymbol bm vec text textbf textrm textit operatorname'.split(
    ' ',
  )

const FRACTIONS = ['frac', 'dfrac', 'tfrac']

const GRIDS = ['matrix', 'pmatrix', 'bmatrix', 'smallmatrix']
const DISPLAYS = ['equation', 'align', 'aligned', 'gather', 'displaymath', 'math']

/** What a command does. */
export type Command =
  | { readonly kind: 'plain'; readonly text: string }
  | {
      readonly kind:
        | 'greek'
        | 'silent'
        | 'alphabet'
        | 'fraction'
        | 'root'
        | 'sum'
        | 'side'
        | 'begin'
        | 'end'
        | 'unknown'
    }

/** What the command `name` does, written without its backslash. */
export function commandOf(name: string): Command {
  if (Object.hasOwn(PLAIN, name)) return { kind: 'plain', text: PLAIN[name] }
  if (GREEK.includes(name)) return { kind: 'greek' }
  if (SILENT.includes(name)) return { kind: 'silent' }
  if (ALPHABETS.includes(name)) return { kind: 'alphabet' }
  if (FRACTIONS.includes(name)) return { kind: 'fraction' }
  if (name === 'sqrt') return { kind: 'root' }
  if (name === 'left' || name === 'right') return { kind: 'side' }
  return name === 'sum' || name === 'begin' || name === 'end' ? { kind: name } : { kind: 'unknown' }
}

/** What stands for the delimiter `name` after `\left` or `\right`, or undefined if it is none. */
export function delimiter(side: 'left' | 'right', name: string): string | undefined {
  if (name === '.') return ' '
  const opening = { '(': '(', '[': '(', '\\{': '(', '|': ' abs(', '\\lvert': ' abs(', '\\lVert': ' norm(' }
  const closing = { ')': ')', ']': ')', '\\}': ')', '|': ')', '\\rvert': ')', '\\rVert': ')' }
  const known: Readonly<Record<string, string>> =
    side === 'left' ? { ...opening, '\\|': ' norm(' } : { ...closing, '\\|': ')' }
  return Object.hasOwn(known, name) ? known[name] : undefined
}

/** Whether the environment `name` holds a grid of numbers, or only displays a formula. */
export function environmentKind(name: string): 'grid' | 'display' | undefined {
  if (GRIDS.includes(name)) return 'grid'
  return DISPLAYS.includes(name.replace('*', '')) ? 'display' : undefined
}

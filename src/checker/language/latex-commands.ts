/** Commands that write one thing in other words: what stands for them in plain text. */
const PLAIN: Readonly<Record<string, string>> = {
  cdot: '*',
  times: '*',
  ast: '*',
  star: '*',
  bullet: '*',
  div: '/',
  top: "'",
  intercal: "'",
  prime: "'",
  transpose: "'",
  dagger: "'",
  lvert: ' abs(',
  rvert: ')',
  lVert: ' norm(',
  rVert: ')',
  langle: ' dot(',
  rangle: ')',
  '{': '(',
  '}': ')',
  lbrace: '(',
  rbrace: ')',
  lbrack: '[',
  rbrack: ']',
  vert: '|',
  Vert: '‖',
  '|': '‖',
  exp: ' exp',
  ln: ' log',
  log: ' log',
  lim: ' lim',
  max: 'max',
  min: 'min',
  otimes: '⊗',
  odot: '⊙',
  pm: '±',
  setminus: '∖',
  backslash: '∖',
  to: '→',
  rightarrow: '→',
  longrightarrow: '→',
  mapsto: '→',
  uparrow: '→',
  gets: '=',
  Rightarrow: '⇒',
  Longrightarrow: '⇒',
  implies: '⇒',
  iff: '⇒',
  infty: '∞',
  gg: '≫',
  ggg: '≫',
  ll: '≪',
  lll: '≪',
  ge: '≥',
  geq: '≥',
  geqslant: '≥',
  le: '≤',
  leq: '≤',
  leqslant: '≤',
  gt: '>',
  lt: '<',
  ne: '≠',
  neq: '≠',
  in: '∈',
  notin: '∉',
  approx: '≈',
  approxeq: '≈',
  simeq: '≈',
  cong: '≈',
  sim: '≈',
  propto: '∝',
  varpropto: '∝',
  triangleq: '=',
  coloneqq: '=',
  coloneq: '=',
  eqqcolon: '=',
  doteq: '=',
  equiv: '=',
  colon: ':',
  dots: '…',
  ldots: '…',
  cdots: '…',
  '%': '%',
  land: ',',
  wedge: ',',
  forall: ' for ',
  exists: ' some ',
  because: ' because ',
  therefore: ' therefore ',
  '(': '$',
  ')': '$',
  '[': '$',
  ']': '$',
  '&': ' ',
  _: '_',
}

/** Greek letters that are written by a name of their own, and those that are another shape of one. */
const GREEK = new Map([
  ...'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega'
    .split(' ')
    .map((name) => [name, name] as const),
  ...'Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega'
    .split(' ')
    .map((name) => [name, name] as const),
  ['ell', 'ell'],
  ...'epsilon theta pi rho sigma phi kappa'.split(' ').map((name) => [`var${name}`, name] as const),
])

/** Commands that only space, size, number or mark a formula. */
const SILENT =
  'quad qquad displaystyle textstyle scriptstyle limits nolimits big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bf rm it sf tt cal bfseries itshape mathstrut strut nonumber notag noindent allowbreak thinspace null'
    .split(' ')
    .concat(Array.from(',;:!/ >'))

/** Commands whose argument is no part of the formula either. */
const DROPPED = 'hspace vspace phantom hphantom vphantom label tag mspace'.split(' ')

/** Commands around something that means the same without them. */
const ALPHABETS =
  'mathbf mathrm mathit mathsf mathbb mathds mathbbm mathcal mathscr mathtt mathfrak mathnormal boldsymbol pmb bm bold symbf vec overrightarrow underline overline operatorname mathop mathrel mathbin mathord boxed fbox ensuremath substack underbrace overbrace'.split(
    ' ',
  )

/** Commands around words, or around a name in upright letters. */
const TEXTS = 'text textrm textnormal textbf textit textsf texttt textup mbox hbox'.split(' ')

/** Accents, as the characters that combine with a letter: `t` and `\hat t` are two numbers. */
const ACCENTS: Readonly<Record<string, string>> = {
  hat: '\u0302',
  widehat: '\u0302',
  tilde: '\u0303',
  widetilde: '\u0303',
  bar: '\u0304',
  dot: '\u0307',
  ddot: '\u0308',
}

const FRACTIONS = ['frac', 'dfrac', 'tfrac', 'cfrac', 'nicefrac', 'sfrac']

const GRIDS = ['matrix', 'pmatrix', 'bmatrix', 'Bmatrix', 'smallmatrix', 'bsmallmatrix', 'array']
const DISPLAYS =
  'equation align aligned alignat gather gathered split eqnarray multline flalign displaymath math cases'.split(
    ' ',
  )

/** What a command does. */
export type Command =
  | { readonly kind: 'plain' | 'greek' | 'accent'; readonly text: string }
  | {
      readonly kind:
        | 'silent'
        | 'dropped'
        | 'alphabet'
        | 'text'
        | 'fraction'
        | 'root'
        | 'sum'
        | 'side'
        | 'begin'
        | 'end'
        | 'stacked'
        | 'not'
        | 'break'
        | 'unknown'
    }

const BY_NAME: Readonly<Record<string, Exclude<Command['kind'], 'plain' | 'greek' | 'accent'>>> = {
  sqrt: 'root',
  sum: 'sum',
  left: 'side',
  right: 'side',
  begin: 'begin',
  end: 'end',
  overset: 'stacked',
  underset: 'stacked',
  stackrel: 'stacked',
  not: 'not',
  '\\': 'break',
  newline: 'break',
}

/** What the command `name` does, written without its backslash. */
export function commandOf(name: string): Command {
  if (Object.hasOwn(PLAIN, name)) return { kind: 'plain', text: PLAIN[name] }
  if (Object.hasOwn(ACCENTS, name)) return { kind: 'accent', text: ACCENTS[name] }
  if (Object.hasOwn(BY_NAME, name)) return { kind: BY_NAME[name] }
  const greek = GREEK.get(name)
  if (greek !== undefined) return { kind: 'greek', text: greek }
  if (SILENT.includes(name)) return { kind: 'silent' }
  if (DROPPED.includes(name)) return { kind: 'dropped' }
  if (ALPHABETS.includes(name)) return { kind: 'alphabet' }
  if (TEXTS.includes(name)) return { kind: 'text' }
  return { kind: FRACTIONS.includes(name) ? 'fraction' : 'unknown' }
}

const OPENING: Readonly<Record<string, string>> = {
  '.': ' ',
  '(': '(',
  '[': '[',
  '\\{': '(',
  '\\lbrace': '(',
  '\\lbrack': '[',
  '|': ' abs(',
  '\\vert': ' abs(',
  '\\lvert': ' abs(',
  '‖': ' norm(',
  '\\|': ' norm(',
  '\\Vert': ' norm(',
  '\\lVert': ' norm(',
  '\\langle': ' dot(',
}

const CLOSING: Readonly<Record<string, string>> = {
  '.': ' ',
  ')': ')',
  ']': ']',
  '\\}': ')',
  '\\rbrace': ')',
  '\\rbrack': ']',
  '|': ')',
  '\\vert': ')',
  '\\rvert': ')',
  '‖': ')',
  '\\|': ')',
  '\\Vert': ')',
  '\\rVert': ')',
  '\\rangle': ')',
}

/** What stands for the delimiter `name` after `\left` or `\right`, or undefined if it is none. */
export function delimiter(side: 'left' | 'right', name: string): string | undefined {
  const known = side === 'left' ? OPENING : CLOSING
  return Object.hasOwn(known, name) ? known[name] : undefined
}

/** Whether the environment `name` holds a grid of entries, or only displays a formula. */
export function environmentKind(name: string): 'grid' | 'display' | undefined {
  if (GRIDS.includes(name)) return 'grid'
  return DISPLAYS.includes(name.replace('*', '')) ? 'display' : undefined
}

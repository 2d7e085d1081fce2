/** A part of a text that is drawn in one way. */
export interface Run {
  readonly text: string
  /** Slanted letters of formulas, or upright ones. */
  readonly style: 'math' | 'upright'
  readonly level: 'base' | 'sub' | 'super'
}

/** Letters and signs that have a command; any other command is its own name, as `\log` and `\max` are. */
const SIGNS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  varepsilon: 'ε',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  Delta: 'Δ',
  Sigma: 'Σ',
  top: '⊤',
  infty: '∞',
  cdot: '·',
  times: '×',
  pm: '±',
  lVert: '‖',
  rVert: '‖',
  le: '≤',
  ge: '≥',
  ne: '≠',
  approx: '≈',
  to: '→',
  quad: ' ',
  ',': ' ',
}

const RELATION = /^[=<>≤≥≠≈→]$/u

/** The next piece of a formula: a command, a group, a number, or one sign. */
const PIECE = /\\([a-zA-Z]+|[,;!{}%])|[{}_^]|\d+(?:[.,]\d+)*(?:e[−-]?\d+)?|\s+|.\p{M}*/gu

/**
 * Words with formulas between dollar signs, as pieces to draw: `leak $L_a$` is “leak ”, L and a lowered a. Of TeX it knows
 * letters, signs, names of functions, `\text`, `\mathrm`, `\bar`, `_` and `^`.
 */
export function runsOf(text: string): readonly Run[] {
  return text
    .split('$')
    .flatMap((part, i) => (i % 2 === 0 ? words(part) : formula(part)))
    .filter(({ text: shown }) => shown !== '')
}

const words = (text: string): Run[] => [{ text, style: 'upright', level: 'base' }]

function formula(tex: string): Run[] {
  const pieces = tex.match(PIECE) ?? []
  return joined(read(pieces, { at: 0 }, 'base'))
}

interface Cursor {
  at: number
}

/** Reads pieces up to the end of the group that the cursor is in. */
function read(pieces: readonly string[], cursor: Cursor, level: Run['level']): Run[] {
  const runs: Run[] = []
  while (cursor.at < pieces.length) {
    const piece = pieces[cursor.at++]
    if (piece === '}') return runs
    runs.push(...next(piece, pieces, cursor, level))
  }
  return runs
}

function next(piece: string, pieces: readonly string[], cursor: Cursor, level: Run['level']): Run[] {
  if (piece === '{') return read(pieces, cursor, level)
  if (piece === '_' || piece === '^') return argument(pieces, cursor, piece === '_' ? 'sub' : 'super')
  if (piece.trim() === '') return []
  if (piece === '\\text' || piece === '\\mathrm') return [verbatim(pieces, cursor, level)]
  if (piece === '\\bar')
    return argument(pieces, cursor, level).map((run) => ({ ...run, text: `${run.text}\u0304` }))
  return [sign(piece, level)]
}

/** What a command or a script applies to: the next piece, or group. */
function argument(pieces: readonly string[], cursor: Cursor, level: Run['level']): Run[] {
  while (pieces[cursor.at]?.trim() === '') cursor.at += 1
  const piece = pieces[cursor.at++]
  return piece === undefined ? [] : next(piece, pieces, cursor, level)
}

/** Words in a formula keep their spaces. */
function verbatim(pieces: readonly string[], cursor: Cursor, level: Run['level']): Run {
  const end = pieces.indexOf('}', cursor.at)
  const text = pieces.slice(cursor.at + 1, end < 0 ? undefined : end).join('')
  cursor.at = end < 0 ? pieces.length : end + 1
  return { text, style: 'upright', level }
}

function sign(piece: string, level: Run['level']): Run {
  const name = piece.startsWith('\\') ? piece.slice(1) : undefined
  const text = name === undefined ? piece : (SIGNS[name] ?? name)
  if (RELATION.test(text)) return { text: level === 'base' ? ` ${text} ` : text, style: 'upright', level }
  if (text === '-') return { text: '−', style: 'upright', level }
  const isLetter = /^\p{L}\p{M}*$/u.test(text)
  const isFunction = name !== undefined && SIGNS[name] === undefined
  return { text: isFunction ? `${text}\u2009` : text, style: isLetter ? 'math' : 'upright', level }
}

/** Neighbours that are drawn alike are one piece. */
function joined(runs: readonly Run[]): Run[] {
  return runs.reduce<Run[]>((all, run) => {
    const last = all.at(-1)
    if (last?.style !== run.style || last.level !== run.level) return [...all, run]
    return [...all.slice(0, -1), { ...last, text: last.text + run.text }]
  }, [])
}

/** Size of what is raised or lowered, as a share of the text's. */
export const SCRIPT = 0.72

/**
 * About how wide a text is drawn, in units of its font size: from the widths of Inter's letters, the same with and
 * without a page.
 */
export function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { text, level }) => {
    const width = Array.from(text).reduce((all, letter) => all + letterWidth(letter), 0)
    return sum + width * (level === 'base' ? 1 : SCRIPT)
  }, 0)
}

function letterWidth(letter: string): number {
  if (/\p{M}/u.test(letter)) return 0
  if (/[\d+−=<>≈±×→]/u.test(letter)) return 0.64
  if (/[ijlI.,:;'|!\u2009 ()[\]ftr]/u.test(letter)) return 0.32
  if (/[mwMW%½¾]/u.test(letter)) return 0.88
  return /\p{Lu}/u.test(letter) ? 0.7 : 0.58
}

import { Cursor } from './cursor'
import { commandOf, delimiter, environmentKind, LIMITS } from './latex-commands'
import { readSum } from './latex-sum'
import { LEAVE_OUT, type Place, refuse } from './refused'
import { enclosed, type Glyph, glyphs, hull, type Source, spread, textOf } from './source'

const MAX_DEPTH = 40

/**
 * `source` with its LaTeX written in plain text: `\frac12(k_a+k_b)` becomes `((1)/(2))(k_a+k_b)`, `u_b^\top` becomes
 * `u_b'`. Plain text passes unchanged.
 *
 * @throws {RefusedError} at the first command that has no meaning here
 */
export function plainOf(source: Source): Source {
  return new Rewriter(source).all()
}

class Rewriter extends Cursor {
  private depth = 0
  /** Whether `&` and `\\` separate entries and rows, innermost environment last. */
  private readonly environments: ('grid' | 'display')[] = []

  all(): Source {
    const plain = this.untilClosed()
    if (!this.isAtEnd) refuse('E_SYNTAX', 'This “}” closes nothing.', this.source[this.place])
    return plain
  }

  /** Everything up to a closing brace, which stays. */
  private untilClosed(): Glyph[] {
    const plain: Glyph[] = []
    while (!this.isAtEnd && this.peek() !== '}') plain.push(...this.piece())
    return plain
  }

  private piece(): readonly Glyph[] {
    switch (this.peek()) {
      case '\\':
        return this.command()
      case '{':
        return this.bracketed()
      case '^':
        return this.superscript()
      case '_':
        return this.subscript()
      case '&':
        return this.replaced(this.inGrid ? ',' : ' ')
      case '$':
      case '~':
        return this.replaced(' ')
      default:
        return [this.take()]
    }
  }

  private command(): readonly Glyph[] {
    const start = this.place
    const name = this.commandName()
    const known = commandOf(name)
    const place = hull(this.source[start], this.previous)
    switch (known.kind) {
      case 'plain':
        return glyphs(known.text, place)
      case 'silent':
        return glyphs(' ', place)
      case 'greek':
        return glyphs(` ${name}${this.peekPastSpaces() === '_' ? '' : ' '}`, place)
      case 'alphabet':
        return this.lettered(start)
      case 'fraction':
        return this.fraction(place)
      case 'root':
        return this.root(place)
      case 'sum':
        return this.sum(start)
      case 'side':
        return this.side(name === 'left' ? 'left' : 'right', place)
      case 'begin':
      case 'end':
        return this.environment(known.kind, start)
      case 'unknown':
        if (name === '\\') return glyphs(this.inGrid ? '],[' : ' ', place)
        if (name === '|') refuse('E_SYNTAX', 'Write the norm as \\lVert x \\rVert, or norm(x).', place)
        if (LIMITS.includes(name)) refuse('E_SYNTAX', LEAVE_OUT, place)
        return refuse('E_SYNTAX', `The command \\${name} has no meaning here.`, place)
    }
  }

  /** Takes a backslash and what it commands. */
  private commandName(): string {
    const start = this.place++
    if (this.isAtEnd) refuse('E_SYNTAX', 'A backslash at the end commands nothing.', this.source[start])
    if (!/[a-zA-Z]/.test(this.peek())) return this.take().character
    while (/[a-zA-Z]/.test(this.peek())) this.place++
    return textOf(this.source.slice(start + 1, this.place))
  }

  private bracketed(): Glyph[] {
    const { opening, content, closing } = this.group()
    return [...glyphs('(', opening), ...content, ...glyphs(')', closing)]
  }

  private group(): { opening: Glyph; content: Glyph[]; closing: Glyph } {
    const opening = this.take()
    if (++this.depth > MAX_DEPTH) refuse('E_DEPTH', `Brackets nest at most ${MAX_DEPTH} deep here.`, opening)
    const content = this.untilClosed()
    if (this.peek() !== '}') refuse('E_SYNTAX', 'This “{” is never closed.', opening)
    this.depth--
    return { opening, content, closing: this.take() }
  }

  /** What a command applies to: a group, a command or a character. */
  private argument(): readonly Glyph[] {
    this.skipSpaces()
    if (this.isAtEnd) refuse('E_SYNTAX', 'The text ends where a command wants more.', this.last)
    return this.peek() === '{' ? this.group().content : this.peek() === '\\' ? this.command() : [this.take()]
  }

  /** A name in another alphabet is the same name. */
  private lettered(start: number): readonly Glyph[] {
    const content = this.argument()
    const name = content.filter(({ character }) => character !== ' ')
    const isName = /^\s*\w+\s*$/.test(textOf(content))
    return isName ? spread(name, hull(this.source[start], this.previous)) : enclosed(content)
  }

  private fraction(place: Place): Glyph[] {
    const [above, below] = [this.argument(), this.argument()]
    if (above.length === 0 || below.length === 0)
      refuse('E_SYNTAX', 'A part of this fraction is empty.', place)
    const [open, over, close] = [glyphs('(', place), glyphs('/', below[0]), glyphs(')', this.previous)]
    return [...open, ...enclosed(above), ...over, ...enclosed(below), ...close]
  }

  private root(place: Place): Glyph[] {
    const next = this.peekPastSpaces()
    if (next === '[') refuse('E_SYNTAX', 'Only square roots are read here.', place)
    if (next === '(') return glyphs(' sqrt', place)
    return [...glyphs(' sqrt(', place), ...this.argument(), ...glyphs(')', this.previous)]
  }

  private superscript(): Glyph[] {
    const hat = this.take()
    this.skipSpaces()
    if (this.peek() !== '{' && this.peek() !== '\\' && this.peek() !== 'T' && this.peek() !== "'")
      return [hat]
    const opening = this.source[this.place]
    const exponent = this.argument()
    const place = hull(hat, this.previous)
    if (textOf(exponent).trim() === '') refuse('E_SYNTAX', 'This exponent is empty.', place)
    if (/^\s*['T]\s*$/.test(textOf(exponent))) {
      // u^\top_b is u_b^\top.
      return [...this.lateSubscript(), ...glyphs("'", place)]
    }
    return [hat, ...glyphs('(', opening), ...exponent, ...glyphs(')', this.previous)]
  }

  private lateSubscript(): Glyph[] {
    if (this.peek() !== '_') return []
    const index = this.subscript()
    return index.length > 1 || this.isAtEnd ? index : [...index, this.take()]
  }

  private subscript(): Glyph[] {
    const line = this.take()
    this.skipSpaces()
    if (this.peek() !== '{' && this.peek() !== '\\') return [line]
    const content = this.argument().filter(({ character }) => character !== ' ')
    if (!/^\w+$/.test(textOf(content)))
      refuse('E_SYNTAX', 'This index is not a name.', hull(line, this.previous))
    return [...spread([line, ...content], hull(line, this.previous)), ...glyphs(' ', this.previous)]
  }

  /** `\sum_{i \ne a,b} k_i` becomes `sum_except(k,a,b)`. */
  private sum(start: number): Glyph[] {
    const sum = readSum(textOf(this.source.slice(this.place)))
    const end = Math.min(this.place + sum.length, this.source.length)
    const place = hull(this.source[start], this.source[end - 1])
    if (sum.plain === undefined)
      return refuse(
        'E_SYNTAX',
        sum.isList
          ? 'Write this sum out, as in k_a + k_b.'
          : 'Only sums such as \\sum_{i \\ne a,b} k_i are read here; or write sum_rest(k).',
        place,
      )
    this.place = end
    return glyphs(` ${sum.plain} `, place)
  }

  private side(side: 'left' | 'right', place: Place): readonly Glyph[] {
    this.skipSpaces()
    if (this.isAtEnd) return []
    const start = this.place
    const name = this.peek() === '\\' ? `\\${this.commandName()}` : this.take().character
    const text = delimiter(side, name)
    if (text === undefined) return refuse('E_SYNTAX', `\\${side} wants a bracket after it.`, place)
    return glyphs(text, hull(place, this.source[Math.max(start, this.place - 1)]))
  }

  private environment(edgeName: 'begin' | 'end', start: number): readonly Glyph[] {
    this.skipSpaces()
    const name = this.peek() === '{' ? textOf(this.group().content).replace(/^\((.*)\)$/, '$1') : ''
    const place = hull(this.source[start], this.previous)
    const kind = environmentKind(name)
    if (kind === undefined) return refuse('E_SYNTAX', `The environment “${name}” has no meaning here.`, place)
    if (edgeName === 'begin') this.environments.push(kind)
    else if (this.environments.pop() !== kind) refuse('E_SYNTAX', `\\end{${name}} ends nothing.`, place)
    return glyphs(kind === 'display' ? ' ' : edgeName === 'begin' ? '[[' : ']]', place)
  }

  private get inGrid(): boolean {
    return this.environments.at(-1) === 'grid'
  }

  private replaced(text: string): Glyph[] {
    return glyphs(text, this.take())
  }
}

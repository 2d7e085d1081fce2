import { commandOf, delimiter, environmentKind } from './latex-commands'
import { LatexCursor } from './latex-cursor'
import { type Place, refuse } from './refused'
import { enclosed, type Glyph, glyphs, hull, type Source, spread, textOf } from './source'

const MAX_DEPTH = 40

/**
 * `source` with its LaTeX written in plain text: `\frac12(k_a+k_b)` becomes `((1)/(2))(k_a+k_b)`, `u_b^\top` becomes
 * `u_b'`, `\gg` becomes `≫`. Plain text passes unchanged.
 *
 * @throws {RefusedError} at the first command that has no meaning here
 */
export function plainOf(source: Source): Source {
  return new Rewriter(source).all()
}

class Rewriter extends LatexCursor {
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

  protected piece(): readonly Glyph[] {
    if (this.isAtSum()) return this.sum(this.place, 3)
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
        return glyphs(` ${known.text}${this.peekPastSpaces() === '_' ? '' : ' '}`, place)
      case 'accent':
        return this.accented(start, known.text)
      case 'alphabet':
        return this.lettered(start, name)
      case 'text':
        return this.text(start)
      case 'dropped':
        return this.dropped(start)
      case 'fraction':
        return this.fraction(place)
      case 'root':
        return this.root(place)
      case 'sum':
        return this.sum(start, 0)
      case 'side':
        return this.side(name === 'left' ? 'left' : 'right', place)
      case 'begin':
      case 'end':
        return this.environment(known.kind, start)
      case 'stacked':
        this.skipArgument()
        return this.argument()
      case 'not':
        return this.negated(start)
      case 'break':
        return glyphs(this.inGrid ? '],[' : '\n', place)
      case 'unknown':
        return refuse('E_SYNTAX', `The command \\${name} has no meaning here.`, place)
    }
  }

  /** What a group holds, in brackets; a name or a number needs none. */
  private bracketed(): readonly Glyph[] {
    const { opening, content, closing } = this.group()
    const name = content.filter(({ character }) => character !== ' ')
    if (name.length === 0) return glyphs(' ', opening)
    if (textOf(name) === ',') return glyphs(',', opening)
    if (!isWord(content)) return [...glyphs('(', opening), ...content, ...glyphs(')', closing)]
    const after = '_^'.includes(this.peek() || ' ') ? [] : glyphs(' ', closing)
    return [...glyphs(' ', opening), ...name, ...after]
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
  protected argument(): readonly Glyph[] {
    this.skipSpaces()
    if (this.isAtEnd) refuse('E_SYNTAX', 'The text ends where a command wants more.', this.last)
    return this.peek() === '{' ? this.group().content : this.peek() === '\\' ? this.command() : [this.take()]
  }

  /** A name in another alphabet is the same name; a one or an I of the blackboard is the identity. */
  private lettered(start: number, alphabet: string): readonly Glyph[] {
    const content = this.argument()
    const name = content.filter(({ character }) => character !== ' ')
    const place = hull(this.source[start], this.previous)
    if (/^(?:under|over)brace$/.test(alphabet) && '_^'.includes(this.peekPastSpaces() || ' ')) {
      this.skipSpaces()
      this.place++
      this.skipArgument()
    }
    if (/^math(?:bb|ds|bbm)$/.test(alphabet) && textOf(name) === '1') return glyphs(' I ', place)
    // A frame around a whole sentence, `\boxed{q = …}`.
    if (name.some(({ character }) => '=≈'.includes(character))) return [...content]
    return isWord(content) ? spread(name, place) : enclosed(content)
  }

  private accented(start: number, accent: string): readonly Glyph[] {
    const content = this.argument()
    const name = content.filter(({ character }) => character !== ' ')
    const place = hull(this.source[start], this.previous)
    return isWord(content) ? spread([...name, ...glyphs(accent, place)], place) : enclosed(content)
  }

  /** Words stay words; one name in upright letters is that name. */
  private text(start: number): readonly Glyph[] {
    const content = this.argument()
    const place = hull(this.source[start], this.previous)
    if (isWord(content)) {
      const name = content.filter(({ character }) => character !== ' ')
      const after = '_^'.includes(this.peek() || ' ') ? [] : glyphs(' ', place)
      return [...glyphs(' ', place), ...spread(name, place), ...after]
    }
    return [
      ...glyphs(' ', place),
      ...content.map((glyph) => ({ ...glyph, isProse: true })),
      ...glyphs(' ', place),
    ]
  }

  private dropped(start: number): readonly Glyph[] {
    if (this.peek() === '*') this.place++
    this.argument()
    return glyphs(' ', hull(this.source[start], this.previous))
  }

  private negated(start: number): readonly Glyph[] {
    const sign = textOf(this.argument()).trim()
    const place = hull(this.source[start], this.previous)
    if (sign === '=') return glyphs('≠', place)
    return sign === '∈' ? glyphs('∉', place) : refuse('E_SYNTAX', 'This sign has no opposite here.', place)
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

  private side(side: 'left' | 'right', place: Place): readonly Glyph[] {
    this.skipSpaces()
    if (this.isAtEnd) return []
    const name = this.peek() === '\\' ? `\\${this.commandName()}` : this.take().character
    const text = delimiter(side, name)
    if (text === undefined) return refuse('E_SYNTAX', `\\${side} wants a bracket after it.`, place)
    return glyphs(text, hull(place, this.previous))
  }

  private environment(edgeName: 'begin' | 'end', start: number): readonly Glyph[] {
    this.skipSpaces()
    const name = this.peek() === '{' ? textOf(this.group().content).replace(/[( )]/g, '') : ''
    const place = hull(this.source[start], this.previous)
    const kind = environmentKind(name)
    if (kind === undefined) return refuse('E_SYNTAX', `The environment “${name}” has no meaning here.`, place)
    if (edgeName === 'begin' && /^(?:array|alignat\*?)$/.test(name)) this.argument()
    if (edgeName === 'begin') this.environments.push(kind)
    else if (this.environments.pop() !== kind) refuse('E_SYNTAX', `\\end{${name}} ends nothing.`, place)
    return glyphs(kind === 'display' ? '\n' : edgeName === 'begin' ? '[[' : ']]', place)
  }

  private get inGrid(): boolean {
    return this.environments.at(-1) === 'grid'
  }

  private replaced(text: string): Glyph[] {
    return glyphs(text, this.take())
  }
}

const isWord = (content: readonly Glyph[]) => /^\s*\w+\s*$/.test(textOf(content))

import { Cursor } from './cursor'
import { refuse } from './refused'
import { enclosed, type Glyph, glyphs, hull, spread, textOf } from './source'
import { type Range, rangeOf, summand } from './sum'

/** What LaTeX writes above, below and behind: commands' names, indices, exponents, and sums with their limits. */
export abstract class LatexCursor extends Cursor {
  /** The next piece of the text, in plain text. */
  protected abstract piece(): readonly Glyph[]

  /** What a command applies to: a group, a command or a character. */
  protected abstract argument(): readonly Glyph[]

  /** Takes a backslash and what it commands. */
  protected commandName(): string {
    const start = this.place++
    if (this.isAtEnd) refuse('E_SYNTAX', 'A backslash at the end commands nothing.', this.source[start])
    if (!/[a-zA-Z]/.test(this.peek())) return this.take().character
    while (/[a-zA-Z]/.test(this.peek())) this.place++
    return textOf(this.source.slice(start + 1, this.place))
  }

  /** Passes over what a command applies to, whatever it says. */
  protected skipArgument(): void {
    this.skipSpaces()
    let depth = 0
    do {
      const character = this.isAtEnd ? '' : this.take().character
      depth += character === '{' ? 1 : character === '}' ? -1 : 0
    } while (depth > 0 && !this.isAtEnd)
  }

  protected superscript(): readonly Glyph[] {
    const hat = this.take()
    this.skipSpaces()
    if (!/[{\\T'*]/.test(this.peek())) return [hat]
    const opening = this.source[this.place]
    const exponent = this.argument()
    const place = hull(hat, this.previous)
    const text = textOf(exponent).trim()
    // An empty exponent or a star says nothing, and u^\top_b is u_b^\top.
    if (text === '' || text === '*') return this.lateSubscript()
    if (/^['TH]$/.test(text)) return [...this.lateSubscript(), ...glyphs("'", place)]
    return [hat, ...glyphs('(', opening), ...exponent, ...glyphs(')', this.previous)]
  }

  protected lateSubscript(): readonly Glyph[] {
    if (this.peek() !== '_') return []
    const index = this.subscript()
    return index.length > 1 || this.isAtEnd ? index : [...index, this.take()]
  }

  protected subscript(): readonly Glyph[] {
    const line = this.take()
    this.skipSpaces()
    if (this.peek() !== '{' && this.peek() !== '\\') return [line]
    const written = this.argument()
    const place = hull(line, this.previous)
    const content = written.filter(({ character }) => character !== ' ')
    const text = textOf(content)
    // The d of `I_{d×d}` says what the identity is anyhow; `\lim_{Q→∞}` has a condition, `\underbrace` a remark for an index.
    if (/^([dn])[*,]\1$/.test(text)) return spread([line, content[0]], place)
    if (/[→=≫≪<>∈∉≠≥≤]/.test(text)) return enclosed(written)
    if (written.some(({ isProse }) => isProse)) return written
    if (!/^\w+$/.test(text)) refuse('E_SYNTAX', 'This index is not a name.', place)
    return [...spread([line, ...content], place), ...glyphs(' ', this.previous)]
  }

  /** Whether a sum is written without a backslash: `sum_{i≠a,b} k_i`. */
  protected isAtSum(): boolean {
    const before = this.place > 0 ? this.previous.character : ''
    return /^sum_[({]/.test(textOf(this.source.slice(this.place, this.place + 5))) && !/\w/.test(before)
  }

  /** `\sum_{i \ne a,b} Q k_i` becomes `Q sum_except(k,a,b)`; `length` characters of its name stand at `start`. */
  protected sum(start: number, length: number): readonly Glyph[] {
    this.place += length
    const range = rangeOf(this.limits())
    const found = range && this.summandOver(range)
    if (!found)
      return refuse(
        'E_SYNTAX',
        'Only sums such as \\sum_{i \\ne a,b} k_i are read here; or write sum_rest(k).',
        hull(this.source[start], this.previous),
      )
    return [...glyphs(' ', this.source[start]), ...spread(found, hull(this.source[start], this.previous))]
  }

  /** The body of a sum, up to where it has its one indexed name. */
  protected summandOver(range: Range): readonly Glyph[] | undefined {
    const body: Glyph[] = []
    while (!this.isAtEnd && this.peek() !== '}') {
      body.push(...this.piece(), ...this.wordRest())
      const found = summand(body, range)
      if (found) return found
    }
    return undefined
  }

  /** What a sum runs over, as plain text: its lower limit; the upper one says nothing more. */
  protected limits(): string {
    let lower = ''
    for (;;) {
      this.skipSpaces()
      if (this.peek() === '\\') {
        const start = this.place
        if (/^(?:no)?limits$/.test(this.commandName())) continue
        this.place = start
        return lower
      }
      if (this.peek() !== '_' && this.peek() !== '^') return lower
      const isLower = this.take().character === '_'
      const limit = this.peek() === '(' ? this.upTo(')') : textOf(this.argument())
      if (isLower) lower = limit
    }
  }

  protected upTo(closing: string): string {
    const start = this.place
    while (!this.isAtEnd && this.take().character !== closing);
    return textOf(this.source.slice(start, this.place))
  }

  /** The rest of a name of which a letter or an index has been taken. */
  protected wordRest(): readonly Glyph[] {
    const start = this.place
    while (/\w/.test(this.peek()) && /\w/.test(this.previous.character) && this.peek() !== '_') this.place++
    return this.source.slice(start, this.place)
  }
}

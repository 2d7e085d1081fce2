import type { Glyph, Source } from './source'

/** A place in a source that moves on as characters are taken. */
export class Cursor {
  protected place = 0
  protected readonly source: Source

  constructor(source: Source) {
    this.source = source
  }

  protected get isAtEnd(): boolean {
    return this.place >= this.source.length
  }

  protected get last(): Glyph {
    return this.source[this.source.length - 1]
  }

  /** The character taken last. */
  protected get previous(): Glyph {
    return this.source[this.place - 1]
  }

  /** The next character, which stays; empty at the end. */
  protected peek(): string {
    return this.source[this.place]?.character ?? ''
  }

  protected peekPastSpaces(): string {
    return this.source.slice(this.place).find(({ character }) => character !== ' ')?.character ?? ''
  }

  protected take(): Glyph {
    return this.source[this.place++]
  }

  protected skipSpaces(): void {
    while (this.peek() === ' ') this.place++
  }
}

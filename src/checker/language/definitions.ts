import type { Expression } from './expression'
import { expressionOf } from './formula'
import type { Meanings } from './lexemes'
import type { Names } from './names'
import { refuse } from './refused'
import type { Naming } from './statements'

/** The names that a text gives a meaning to: “Q(k_a + k_b), where Q = 1000”. Each is read when it is first used. */
export class Definitions implements Meanings {
  readonly names: Names
  private readonly written: ReadonlyMap<string, Naming>
  private readonly known = new Map<string, Expression>()
  private readonly underWay = new Set<string>()

  constructor(names: Names, definitions: readonly Naming[]) {
    this.names = names
    this.written = new Map(definitions.map((definition) => [definition.name.text, definition]))
  }

  /**
   * What `name` was defined as, if it was.
   *
   * @throws {RefusedError} if that cannot be read, or leads back to itself
   */
  defined(name: string): Expression | undefined {
    const definition = this.written.get(name)
    if (!definition) return undefined
    const known = this.known.get(name)
    if (known) return known
    if (this.underWay.has(name)) refuse('E_NODE', `${name} is defined by itself.`, definition.name)
    this.underWay.add(name)
    const expression = expressionOf(definition.tokens, this)
    this.underWay.delete(name)
    this.known.set(name, expression)
    return expression
  }
}

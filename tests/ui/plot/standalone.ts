/** Values of the theme's custom properties, by name without the dashes. */
export type Tokens = Readonly<Record<string, string>>

/** Where a mark refers to the theme. */
const REFERENCE = /var\(--([\w-]+)\)/g

/**
 * The markup of a drawing with the theme's values in place of their names: as a file of its own it looks as it does on
 * the page. What only answers the hand is left out.
 *
 * @throws {RangeError} naming a token without a value
 */
export function standalone(svg: string, tokens: Tokens): string {
  const valued = svg.replaceAll(REFERENCE, (_, name: string) => {
    const value = tokens[name]
    if (value === undefined) throw new RangeError(`standalone: expected a value of --${name}, got none`)
    return value.replaceAll('"', "'")
  })
  const still = valued.replaceAll(/ (?:tabindex|translate)="[^"]*"/g, '')
  return /^<svg[^>]* xmlns=/.test(still)
    ? still
    : still.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
}

/** A formula without the digits of its numbers: formulas of one shape differ in nothing that TeX could mind. */
export const shapeOf = (tex: string) => tex.replaceAll(/\d+(?:\.\d+)?/g, '1')

/** Shapes of a room after which no more are tried, as matrices come in ever new ones; all of them in `npm run test:fuzz`. */
export const ENOUGH_SHAPES = process.env['FUZZ'] === 'long' ? Infinity : 1500

/** Whether `shape` is not among `seen` yet, where it is from now on. */
export function isFresh(seen: Set<string>, shape: string): boolean {
  if (seen.has(shape)) return false
  seen.add(shape)
  return true
}

import { number, texNumber } from '../tex/format'

/** A number, or the coefficients of a vector, that a sentence quotes. */
export interface Quoted {
  /** Unique in its sentence. */
  readonly name: string
  readonly value: number | readonly number[]
  /** Natural logarithm of the size of `value`, for what leaves float64's range. */
  readonly log?: number
  /** How it is written in the sentence. */
  readonly shown: string
}

/** A sentence, prose with TeX, and the numbers that stand in it: both from one declaration, see {@link said}. */
export interface Said {
  readonly prose: string
  readonly quoted: readonly Quoted[]
}

/** A number on its way into a sentence, which writes it as text or as TeX. */
interface Quote {
  readonly name: string
  readonly value: number | readonly number[]
  readonly log?: number
  write(inTex: boolean): string
}

/** The number `x` under a name, to be interpolated into {@link said}; arguments as those of `number`. */
export function quote(name: string, x: number, log?: number, digits?: number): Quote {
  return {
    name,
    value: x,
    ...(log === undefined ? {} : { log }),
    write: (inTex) => (inTex ? texNumber(x, log, digits) : number(x, log, digits)),
  }
}

/** A vector under a name, written as `tex` inside of dollar signs. */
export function quoteVector(name: string, value: readonly number[], tex: string): Quote {
  return { name, value, write: () => tex }
}

/**
 * A sentence and the numbers in it. A number is written between dollar signs as TeX and elsewhere as text; words and
 * other sentences are put in as they are.
 */
export function said(texts: TemplateStringsArray, ...parts: readonly (string | Said | Quote)[]): Said {
  let prose = texts[0]
  const quoted: Quoted[] = []
  for (const [i, part] of parts.entries()) {
    if (typeof part === 'string') prose += part
    else if ('prose' in part) {
      prose += part.prose
      quoted.push(...part.quoted)
    } else {
      const { write, ...named } = part
      const shown = write(prose.split('$').length % 2 === 0)
      prose += shown
      quoted.push({ ...named, shown })
    }
    prose += texts[i + 1]
  }
  return { prose, quoted }
}

/** Ids of the room's quantities that prose names in braces between its words. */
export function quantitiesNamed(prose: string): string[] {
  const words = prose.split('$').filter((_, i) => i % 2 === 0)
  return [...words.join(' ').matchAll(/\{([a-z][a-z0-9-]*)\}/g)].map(([, id]) => id)
}

/** Nothing said. */
export const NOTHING: Said = { prose: '', quoted: [] }

/** Sentences one after the other, those that say nothing left out. */
export function together(...sentences: readonly Said[]): Said {
  const spoken = sentences.filter(({ prose }) => prose !== '')
  return {
    prose: spoken.map(({ prose }) => prose).join(' '),
    quoted: spoken.flatMap(({ quoted }) => quoted),
  }
}

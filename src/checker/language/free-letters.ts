import type { Term } from '../../constructions/exercises/exercise'

const GREEK =
  'alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Upsilon|Phi|Psi|Omega'

/** One letter, an accent over it, and an index: `C`, `lambda_1`, `Q0`, `t̂`. */
const LETTER = new RegExp(
  `^(${GREEK}|ell|[a-zA-Z])(\\d*)([\\u0302-\\u0308]?)(?:_([a-zA-Z0-9]+))?([\\u0302-\\u0308]?)$`,
)

const ACCENTS: Readonly<Record<string, string>> = {
  '\u0302': 'hat',
  '\u0303': 'tilde',
  '\u0304': 'bar',
  '\u0307': 'dot',
  '\u0308': 'ddot',
}

/** Letter, accent and index of `name`, or undefined where it is more than one letter. */
export function letterParts(name: string): { letter: string; index: string; accent: string } | undefined {
  const match = LETTER.exec(name)
  if (!match) return undefined
  const [, letter, digits, early, index, late] = match
  if (digits && index) return undefined
  return { letter, index: index ?? digits, accent: ACCENTS[early || late] ?? '' }
}

/** The number of a person's own choice that `name` is, or undefined where it is more than one letter. */
export function freeTerm(name: string): Term | undefined {
  const parts = letterParts(name)
  if (!parts) return undefined
  return {
    name: plainName(parts),
    tex: texOf(parts),
    meaning: 'a number of your choice',
    role: 'query',
    shape: 'scalar',
    isFree: true,
  }
}

type Parts = NonNullable<ReturnType<typeof letterParts>>

const plainName = ({ letter, index, accent }: Parts) => [letter, accent, index].filter(Boolean).join('_')

function texOf({ letter, index, accent }: Parts): string {
  const base = letter.length === 1 ? letter : `\\${letter}`
  const accented = accent ? `\\${accent}{${base}}` : base
  if (index === '') return accented
  return `${accented}_{${/^(?:[a-zA-Z]|\d+)$/.test(index) ? index : `\\text{${index}}`}}`
}

/** What replaces a number as large as wanted without being a letter: `∞`, or the word `large`. */
export const INFINITE: Term = {
  name: 'infinity',
  tex: '\\infty',
  meaning: 'a number as large as wanted',
  role: 'query',
  shape: 'scalar',
  isFree: true,
}

import { plainTex } from '../tex/symbols'
import { tidyTex } from '../tex/tidy'

/** One part of a derivation: what is done, and the formulas that do it. */
interface Part {
  readonly prose: string
  readonly lines: readonly { readonly tex: string }[]
}

/**
 * A derivation as an `align*` that any document with amsmath and amssymb compiles, without colours and links, and
 * without the hints to what one can do with it on the page; prose in comments.
 */
export function alignDocument(parts: readonly Part[]): string {
  const blocks = parts.map(({ prose, lines }) => {
    const formulas = lines.map(({ tex }) => `  & ${tidyTex(plainTex(tex))}`)
    return { comment: `  % ${tidiedProse(prose)}`, formulas }
  })
  const last = blocks.findLastIndex(({ formulas }) => formulas.length > 0)
  const body = blocks.flatMap(({ comment, formulas }, i) => [
    comment,
    ...formulas.map((formula, f) => (i === last && f === formulas.length - 1 ? formula : `${formula} \\\\`)),
  ])
  return [PACKAGES, '\\begin{align*}', ...body, '\\end{align*}'].join('\n')
}

/** What the document needs that it is pasted into. */
const PACKAGES = '% \\usepackage{amsmath,amssymb}'

const tidiedProse = (prose: string) =>
  plainTex(prose).replaceAll(/\$([^$]*)\$/g, (_, tex: string) => `$${tidyTex(tex)}$`)

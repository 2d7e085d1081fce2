import { plainTex } from './symbols'

/** One part of a derivation: what is done, and the formulas that do it. */
interface Part {
  readonly prose: string
  readonly lines: readonly { readonly tex: string }[]
}

/** A derivation as an `align*` that any document with amsmath compiles, without colours and links; prose in comments. */
export function alignDocument(parts: readonly Part[]): string {
  const blocks = parts.map(({ prose, lines }) => {
    const formulas = lines.map(({ tex }) => `  & ${plainTex(tex)}`)
    return { comment: `  % ${plainTex(prose)}`, formulas }
  })
  const last = blocks.findLastIndex(({ formulas }) => formulas.length > 0)
  const body = blocks.flatMap(({ comment, formulas }, i) => [
    comment,
    ...formulas.map((formula, f) => (i === last && f === formulas.length - 1 ? formula : `${formula} \\\\`)),
  ])
  return ['\\begin{align*}', ...body, '\\end{align*}'].join('\n')
}

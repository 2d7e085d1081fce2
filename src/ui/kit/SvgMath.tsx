/** A symbol with an optional subscript, as in `k_a` or `α_{12}`, or plain words. */
const SYMBOL = /^(?<base>\p{L}̄?)(?:_(?:\{(?<braced>[^}]+)\}|(?<single>.)))?$/u

/** A short label inside an SVG text: symbols in the formulas' italics with true subscripts, words as they are. */
export function SvgMath({ children }: { children: string }) {
  return children.split(/(\s+)/).map((word, i) => <Word key={`${i}${word}`} word={word} />)
}

function Word({ word }: { word: string }) {
  const { base, braced, single } = SYMBOL.exec(word)?.groups ?? {}
  if (!base) return word
  const subscript = braced ?? single
  return (
    <>
      <tspan className="math">{base}</tspan>
      {subscript && (
        <tspan className={/\d/.test(subscript) ? undefined : 'math'} dy="0.28em" fontSize="0.72em">
          {subscript}
        </tspan>
      )}
      {subscript && <tspan dy="-0.2em">{'\u200b'}</tspan>}
    </>
  )
}

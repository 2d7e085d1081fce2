import { type Run, runsOf, SCRIPT } from './tex'

/**
 * What is in a text of a drawing: words, and between dollar signs formulas such as `$\alpha_a$`, in parts of that
 * text, so that a drawing is whole without the page.
 */
export function PlotText({ children }: { children: string }) {
  return runsOf(children).map((run, i, all) => (
    <Piece
      key={`${i}${run.text}`}
      run={run}
      before={all[i - 1]?.level ?? 'base'}
      isLast={i === all.length - 1}
    />
  ))
}

/** How far a script is below the line, in units of the text's font size. */
const SHIFTS: Readonly<Record<Run['level'], number>> = { base: 0, sub: 0.2, super: -0.36 }

interface PieceProps {
  readonly run: Run
  /** Where the piece before it is: shifts add up along a text. */
  readonly before: Run['level']
  readonly isLast: boolean
}

function Piece({ run: { text, style, level }, before, isLast }: PieceProps) {
  const size = level === 'base' ? 1 : SCRIPT
  const shift = (SHIFTS[level] - SHIFTS[before]) / size
  const font =
    style === 'math'
      ? { fontFamily: 'KaTeX_Math, var(--serif)', fontStyle: 'italic', fontSize: `${1.15 * size}em` }
      : { fontSize: size === 1 ? undefined : `${size}em` }
  const dy = style === 'math' ? shift / 1.15 : shift
  return (
    <>
      <tspan {...font} dy={dy === 0 ? undefined : `${Number(dy.toFixed(3))}em`}>
        {text}
      </tspan>
      {isLast && level !== 'base' && <tspan dy={`${-SHIFTS[level]}em`}>{'\u200b'}</tspan>}
    </>
  )
}

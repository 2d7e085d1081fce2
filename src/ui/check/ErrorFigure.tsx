import type { Counterexample, ErrorsAtScales } from '../../checker/counterexample'
import type { Exercise } from '../../constructions/exercises/exercise'
import { number } from '../../tex/format'
import { DataTable } from '../kit/DataTable'
import { Figure } from '../kit/Figure'
import { LinePlot, type Plot } from '../kit/LinePlot'
import styles from './check.module.css'

interface Props {
  readonly exercise: Exercise
  readonly shown: Counterexample
  readonly accepted: boolean
}

/** Below this many decimal orders a curve leaves the plot: what falls without bound is seen to. */
const LOWEST = -24

/** The error of an answer as the scale doubles, beside that of a right one, on a logarithmic axis. */
export function ErrorFigure({ exercise, shown, accepted }: Props) {
  const { errors, rightErrors } = shown
  const [yours, right] = [errors, rightErrors].map(pointsOf)
  const low = Math.max(LOWEST, Math.min(-4, ...[...yours, ...right].map(([, y]) => y)))
  const high = Math.max(1, ...yours.map(([, y]) => y)) + 0.5
  const last = errors.scales.length - 1
  return (
    <Figure
      className={styles['wide'] ?? ''}
      title="Error as the scale is doubled"
      about={`distance of the output from its target; powers of ten against $${exercise.scale.tex}$`}
      table={<ErrorTable exercise={exercise} shown={shown} />}
    >
      <LinePlot
        label={`Error against the scale: ${accepted ? 'yours falls without bound' : 'yours does not fall to zero, that of a right answer does'}`}
        xDomain={[0, last + 0.9]}
        yDomain={[low, high]}
        xLabel="scale"
        height={250}
        xTick={(i) => (Number.isInteger(i) && i <= last ? number(errors.scales[i]) : '')}
        curves={[
          { id: 'right', className: 'role-holds dashed', points: right },
          { id: 'yours', className: accepted ? 'role-holds' : 'role-fails', points: yours },
        ]}
      >
        {(plot) => (
          <>
            <CurveName
              plot={plot}
              points={right}
              low={low}
              className="role-holds"
              text="a right answer"
              beyond="a right answer, below"
              above
            />
            <CurveName
              plot={plot}
              points={yours}
              low={low}
              className={accepted ? 'role-holds' : 'role-fails'}
              text="yours"
              beyond={accepted ? 'yours, below' : `yours, below: ${inTheEnd(errors)}`}
              above={false}
            />
          </>
        )}
      </LinePlot>
    </Figure>
  )
}

/** An error too small to be drawn is at least named; that it stays is what is wrong with it. */
function inTheEnd({ logErrors }: ErrorsAtScales): string {
  const last = logErrors.findLast((log) => log !== null)
  return last == null ? 'beyond float64' : number(Math.exp(last), last, 3)
}

type Points = readonly (readonly [x: number, y: number])[]

/** Decimal orders by number of doublings; an error of nothing leaves the plot at the bottom. */
function pointsOf({ logErrors }: ErrorsAtScales): Points {
  return logErrors.flatMap((log, i) =>
    log === null ? [] : [[i, Math.max(log / Math.LN10, 2 * LOWEST)] as const],
  )
}

interface NameProps {
  readonly plot: Plot
  readonly points: Points
  readonly low: number
  readonly className: string
  readonly text: string
  /** The text where all of the curve lies below the plot. */
  readonly beyond: string
  /** Whether the name stands above the end of the curve, and on the left where the curve lies below the plot. */
  readonly above: boolean
}

/** The name of a curve at the last of its points that is in sight, or at the bottom, below which all of it lies. */
function CurveName({ plot, points, low, className, text, beyond, above }: NameProps) {
  if (points.length === 0) return null
  const place = points.findLast(([, y]) => y >= low)
  const at = place
    ? {
        x: Math.min(plot.x(place[0]) + 8, plot.right - 8 * text.length),
        y: plot.y(place[1]) + (above ? -8 : 16),
      }
    : // The curve of a right answer leaves the plot on the left: on the right nothing is crossed.
      {
        x: above ? plot.left + 8 : plot.right - 8,
        y: plot.bottom - 8,
        textAnchor: above ? ('start' as const) : ('end' as const),
      }
  return (
    <text className={`${styles['legend']} ${className}`} {...at}>
      {place ? text : beyond}
    </text>
  )
}

function ErrorTable({ exercise, shown: { errors, rightErrors } }: Pick<Props, 'exercise' | 'shown'>) {
  const text = (log: number | null) => (log === null ? 'beyond float64' : number(Math.exp(log), log, 4))
  return (
    <DataTable
      heads={[exercise.scale.tex.replace('\\beta', 'β'), 'your error', 'of a right answer']}
      rows={errors.scales.map((scale, i) => [
        number(scale),
        text(errors.logErrors[i]),
        text(rightErrors.logErrors[i]),
      ])}
    />
  )
}

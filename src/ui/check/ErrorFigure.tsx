import type { Counterexample } from '../../checker/verdict/counterexample'
import type { Exercise } from '../../constructions/exercises/exercise'
import { number } from '../../tex/format'
import { DataTable } from '../kit/DataTable'
import { Figure } from '../kit/Figure'
import { Axes } from '../plot/Axis'
import { Labels } from '../plot/Label'
import { Line } from '../plot/Line'
import { Plot } from '../plot/Plot'
import { linear } from '../plot/scales'
import styles from './check.module.css'
import { endOf, errorText, inTheEnd, lowest, nameOf, pointsOf, scaleAxis } from './errorCurves'

interface Props {
  readonly exercise: Exercise
  readonly shown: Counterexample
  readonly accepted: boolean
}

/** The error of an answer as the scale doubles, beside that of a right one, on a logarithmic axis. */
export function ErrorFigure({ exercise, shown, accepted }: Props) {
  const { errors, rightErrors } = shown
  const [yours, right] = [errors, rightErrors].map(pointsOf)
  const low = lowest(yours, right)
  const high = Math.max(1, ...yours.map(([, y]) => y)) + 0.5
  const ink = accepted ? 'holds' : 'fails'
  const beyond = accepted ? 'yours, below' : `yours, below: ${inTheEnd(errors)} at the largest scale`
  return (
    <Figure
      className={styles['wide'] ?? ''}
      title="Error as the scale is doubled"
      about={`distance of the output from its target; powers of ten against $${exercise.scale.tex}$`}
      table={<ErrorTable exercise={exercise} shown={shown} />}
    >
      <Plot
        label={`Error against the scale: ${accepted ? 'yours falls without bound' : 'yours does not fall to zero, that of a right answer does'}`}
        x={scaleAxis(errors)}
        y={linear([low, high])}
        height={250}
      >
        <Axes x="scale" />
        <Line ink="holds" stroke="dashed" points={right} />
        <Line ink={ink} points={yours} />
        <Labels
          of={[
            nameOf({ points: yours, low, ink, text: 'yours', end: endOf(errors) }, beyond),
            nameOf(
              { points: right, low, ink: 'holds', text: 'a right answer', end: 0 },
              'a right answer, below',
            ),
          ]}
          lines={[yours, right]}
        />
      </Plot>
    </Figure>
  )
}

function ErrorTable({ exercise, shown: { errors, rightErrors } }: Pick<Props, 'exercise' | 'shown'>) {
  return (
    <DataTable
      columns={[exercise.scale.tex.replace('\\beta', 'β'), 'your error', 'of a right answer']}
      rows={errors.scales.map((scale, i) => [
        number(scale),
        errorText(errors.logErrors[i]),
        errorText(rightErrors.logErrors[i]),
      ])}
    />
  )
}

import type { Matrix } from '../../core/linalg'
import { Figure } from '../../ui/kit/Figure'
import { Folded } from '../../ui/kit/Folded'
import { MatrixField } from '../../ui/kit/MatrixField'
import { WeightBars } from '../../ui/kit/WeightBars'
import type { PanelProps } from '../../ui/panel'
import { BarsTable, barsOf } from './Bars'
import { Convergence } from './Convergence'
import { OutputTriangle } from './OutputTriangle'
import { twoKeyAverage } from './two-key-average'
import { LETTERS, withGoal } from './two-key-average.model'
import styles from './two-key-average.module.css'

/** The instrument of 1(b): weights, convergence of the leak with the ε-solver, and the output among the values. */
export default function Panel(props: PanelProps<typeof twoKeyAverage>) {
  const { params, model, pinned, onChange, onSettle } = props
  const onProportions = (proportions: Matrix) => onChange({ proportions }, 'proportions')
  const { bars, more } = barsOf(model, pinned?.model)
  return (
    <div className={styles['figures']}>
      <Figure
        className={styles['wide']}
        title="Attention weights"
        about={`$\\htmlClass{role-weight}{\\alpha}$ over $n = ${params.n.toLocaleString('en').replaceAll(',', '\\,')}$ keys`}
        table={<BarsTable model={model} />}
      >
        <WeightBars
          label="Attention weights of the wanted keys and of the others"
          bars={bars}
          more={more}
          goals={model.goals}
          onGoal={params.m > 1 ? (i, goal) => onProportions(withGoal(params, i, goal)) : undefined}
          onSettle={onSettle}
        />
        {params.m > 1 && (
          <Folded
            className={styles['proportions']}
            summary="Wanted proportions: drag the dashed lines, or type them"
          >
            <MatrixField
              spec={twoKeyAverage.params.proportions}
              value={params.proportions}
              columns={params.m}
              columnLabels={LETTERS.map((letter) => `w ${letter}`)}
              rowLabels={['proportion']}
              onChange={onProportions}
              onSettle={onSettle}
            />
          </Folded>
        )}
      </Figure>
      <Convergence {...props} />
      <OutputTriangle {...props} />
    </div>
  )
}

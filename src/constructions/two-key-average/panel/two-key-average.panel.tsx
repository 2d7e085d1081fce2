import type { Matrix } from '../../../core/linear/linalg'
import { Figure } from '../../../ui/kit/Figure'
import { MatrixField } from '../../../ui/kit/MatrixField'
import { WeightBars } from '../../../ui/kit/WeightBars'
import { Parts } from '../../../ui/Parts'
import { type PanelProps, useChange } from '../../../ui/panel'
import { twoKeyAverage } from '../two-key-average'
import { LETTERS, withGoal } from '../two-key-average.model'
import { BarsTable, barsOf } from './Bars'
import { Convergence } from './Convergence'
import { OutputTriangle } from './OutputTriangle'
import { Result } from './Result'
import styles from './two-key-average.module.css'

type Props = PanelProps<typeof twoKeyAverage>

/** The instrument of 1(b): weights, convergence of the leak with the ε-solver, and the output among the values. */
export default function Panel(props: Props) {
  const proportions = { id: 'proportions', name: 'wanted proportions', content: <Proportions {...props} /> }
  return (
    <Parts
      main={[{ id: 'weights', name: 'Weights', figure: <Weights {...props} /> }]}
      result={<Result params={props.params} model={props.model} />}
      secondary={[
        { id: 'convergence', name: 'Convergence', figure: <Convergence {...props} />, share: 1.42 },
        { id: 'output', name: 'Output', figure: <OutputTriangle {...props} /> },
      ]}
      further={props.params.m > 1 ? [proportions] : []}
    />
  )
}

function Weights({ params, model, pinned }: Props) {
  const change = useChange(twoKeyAverage)
  const { bars, more } = barsOf(model, pinned?.model)
  return (
    <Figure
      title="Attention weights"
      about={`$\\htmlClass{role-weight}{\\alpha}$ over $n = ${params.n.toLocaleString('en').replaceAll(',', '\\,')}$ keys; dashed: wanted`}
      table={<BarsTable model={model} />}
    >
      <WeightBars
        label="Attention weights of the wanted keys and of the others"
        bars={bars}
        more={more}
        goals={model.goals}
        onGoal={
          params.m > 1
            ? (i, goal) => change({ proportions: withGoal(params, i, goal) }, 'proportions')
            : undefined
        }
      />
    </Figure>
  )
}

/** What the dashed lines let one drag, to be typed. */
function Proportions({ params }: Props) {
  const change = useChange(twoKeyAverage)
  return (
    <div className={styles['proportions']}>
      <MatrixField
        spec={twoKeyAverage.params.proportions}
        value={params.proportions}
        columns={params.m}
        columnLabels={LETTERS}
        rowLabels={['proportion']}
        onChange={(proportions: Matrix) => change({ proportions }, 'proportions')}
      />
    </div>
  )
}

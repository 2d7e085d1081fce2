import { grouped } from '../../../core/numbers/grouped'
import { parameterCounts } from '../../../knowledge/model/shapes'
import { assignmentModel } from '../../../knowledge/training/presets'
import { DataTable } from '../../kit/DataTable'
import styles from '../lab.module.css'

const vanilla = parameterCounts(assignmentModel)
const synthesizer = parameterCounts({ ...assignmentModel, attention: 'synthesizer' })

const fewer = (of: 'perLayer' | 'total') => `${(100 * (1 - synthesizer[of] / vanilla[of])).toFixed(1)} %`

/** Parameters of the assignment's two models, counted from their shapes. */
export function Counts() {
  return (
    <section aria-label="Parameters of the assignment’s models" className={styles['counted']}>
      <h2>“Less parameters”, counted</h2>
      <DataTable
        columns={['the assignment’s', 'an attention layer', 'the model']}
        rows={[
          ['vanilla', grouped(vanilla.perLayer), grouped(vanilla.total)],
          ['Synthesizer', grouped(synthesizer.perLayer), grouped(synthesizer.total)],
          ['fewer by', fewer('perLayer'), fewer('total')],
        ]}
      />
      <p className={styles['small']}>
        The count is true. Whether it is the reason, a Synthesizer with as many parameters tells: the row
        “Synthesizer, matched” under Train.
      </p>
    </section>
  )
}

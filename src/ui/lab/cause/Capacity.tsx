import { grouped } from '../../../core/numbers/grouped'
import { createCorpus } from '../../../knowledge/corpus/corpus'
import { capacity, exposures } from '../../../knowledge/experiments/capacity'
import { parameterCounts } from '../../../knowledge/model/shapes'
import { modelOf } from '../../../knowledge/training/run'
import { settingOf } from '../../../state/lab-settings'
import { useFromSession } from '../../explorer'
import styles from '../lab.module.css'

/** Bits that the next run has to remember, beside those that its parameters were found to hold. */
export function Capacity() {
  const params = useFromSession(({ lab }) => lab.params)
  const setting = settingOf(params, 'vanilla')
  const { total } = parameterCounts(modelOf(setting, createCorpus(setting.corpus)))
  const { needed, least, most } = capacity(setting.corpus, total)
  const read = exposures(setting.corpus.people, setting.training.rows, setting.training.pretrainSteps)
  const rows = [
    [`birthplaces of ${setting.corpus.people} people`, needed],
    ['1 bit a parameter', least],
    ['2 bits a parameter', most],
  ] as const
  return (
    <section aria-label="Capacity" className={styles['counted']}>
      <h2>Is there room for the answers?</h2>
      <dl className={styles['bits']}>
        {rows.map(([name, bits]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <meter min={0} max={most} value={bits} aria-label={`${name}: ${grouped(bits)} bits`} />
              <span>{`${grouped(bits)} bits`}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles['small']}>
        {`Under the settings of Train the places take ${((100 * needed) / least).toPrecision(2)} % of what ${grouped(total)} parameters hold at 1 bit each: capacity is not what is short. Each person is read about ${grouped(read)} times; the literature below found about 1 bit a parameter after 100 readings and 2 after 1 000, in other models.`}
      </p>
    </section>
  )
}

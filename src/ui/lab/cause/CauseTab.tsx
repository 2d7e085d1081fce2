import styles from '../lab.module.css'
import { Capacity } from './Capacity'
import { Counts } from './Counts'
import { Inference, Literature } from './Literature'
import { RecallCard } from './RecallCard'
import { TransplantCard } from './TransplantCard'

/** Why the Synthesizer falls behind: two experiments, two counts, what is published, and what follows from them. */
export function CauseTab({ head }: { readonly head: React.ReactNode }) {
  return (
    <>
      <section className={styles['side']} aria-label="What is known about the cause">
        {head}
        <p className={styles['prose']}>
          The notes give one reason for the Synthesizer’s lower score: “it has less parameters”. Here that
          reason is counted, and another one is put to the test: whether a head can look at a token because of
          what it says.
        </p>
        <Counts />
        <Capacity />
      </section>
      <section className={styles['work']} aria-label="Experiments on the cause">
        <div className={styles['pairOfCards']}>
          <TransplantCard />
          <RecallCard />
        </div>
        <Inference />
        <Literature />
      </section>
    </>
  )
}

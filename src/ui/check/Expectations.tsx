import type { Exercise } from '../../constructions/exercises/exercise'
import { INSTANCES } from '../../constructions/exercises/sizes'
import { Prose } from '../kit/Prose'
import styles from './check.module.css'
import { capitalised } from './VerdictTree'

/** Before an answer, where its verdict and what was tried will stand: what counts as right, and what will be tried. */
export function Expectations({ exercise }: { exercise: Exercise }) {
  return (
    <>
      <section className={`${styles['card']} ${styles['ghosted']}`} aria-label="What counts as right">
        <h2>What counts as right</h2>
        <p>
          <Prose>{`Any answer that does what the question asks, in whatever form. ${lettersOf(exercise)}`}</Prose>
        </p>
      </section>
      <h2 className={styles['tried']}>
        What will be tried <small>on up to {INSTANCES} random cases; one failure settles it</small>
      </h2>
      <ul className={styles['tree']} aria-label="What will be tried">
        {[
          'the answer has the right shape and uses symbols of the question',
          ...exercise.properties.map(({ prose }) => prose),
        ].map((prose) => (
          <li key={prose}>
            <span className={styles['open']} aria-hidden="true">
              ○
            </span>
            <p>
              <Prose>{capitalised(prose)}</Prose>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What an answer may leave open: letters of its own, or what the question itself makes large. */
function lettersOf({ vocabulary, scale }: Exercise): string {
  const [letter] = vocabulary.letters
  return letter
    ? `It may hold letters of its own, such as $${letter.tex}$, for numbers as large or as small as wanted: “≈” means that the output reaches its target as they go there.`
    : `“≈” means that the two agree in the limit, as $${scale.tex}$ grows.`
}

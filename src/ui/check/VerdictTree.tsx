import type { Verdict } from '../../checker/check'
import type { Standing } from '../../constructions/exercises/exercise'
import { INSTANCES } from '../../constructions/exercises/sizes'
import { number } from '../../tex/format'
import { Prose } from '../kit/Prose'
import styles from './check.module.css'

const SIGNS: Readonly<Record<Standing, string>> = { holds: '✓', fails: '✗', undecided: '–' }
const WORDS: Readonly<Record<Standing, string>> = {
  holds: 'holds',
  fails: 'fails',
  undecided: 'cannot be decided',
}
const CLASSES: Readonly<Record<Standing, string>> = { holds: 'right', fails: 'wrong', undecided: 'open' }

/** What a right answer does, thing by thing, and whether this one does it. */
export function VerdictTree({ verdict }: { verdict: Verdict }) {
  const { accept, properties, margins, instances, unread } = verdict
  const wordsOf = (standing: Standing) =>
    standing === 'undecided' && unread.length > 0 ? 'not known before it is read' : WORDS[standing]
  return (
    <>
      <ul className={styles['tree']} aria-label="Properties of your answer">
        {properties.map(({ id, prose, standing, distance }) => (
          <li key={id}>
            <span className={styles[CLASSES[standing]]} aria-hidden="true">
              {SIGNS[standing]}
            </span>
            <div>
              <p>
                <Prose>{capitalised(prose)}</Prose>
                <span className="visually-hidden">: {wordsOf(standing)}</span>
              </p>
              {id in margins && (
                <p>
                  <Prose>{capitalised(measured(standing, distance ?? '', margins[id]))}</Prose>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {instances > 0 && <p className={styles['hint']}>{triedOn(instances, accept)}</p>}
    </>
  )
}

const capitalised = (prose: string) => prose.charAt(0).toUpperCase() + prose.slice(1)

function measured(standing: Standing, distance: string, margin: number): string {
  if (standing === 'undecided') return `${distance}: beyond what float64 can tell`
  if (margin === -Infinity) return `${distance}: none at all`
  return `${distance}: at most ${number(Math.exp(margin), margin, 3)} at the largest scale`
}

/** One instance that fails is enough, so that not all of them need be tried. */
function triedOn(instances: number, accept: boolean | null): string {
  if (accept !== false || instances === INSTANCES) return `Tried on ${instances} instances.`
  return `Tried on the first ${instances} of ${INSTANCES} instances: one on which it fails settles the matter.`
}

import type { Verdict } from '../../checker/verdict/check'
import type { Standing } from '../../constructions/exercises/exercise'
import { INSTANCES } from '../../constructions/exercises/sizes'
import { Prose } from '../kit/Prose'
import styles from './check.module.css'

const SIGNS: Readonly<Record<Standing, string>> = { holds: '✓', fails: '✗', undecided: '–' }
const WORDS: Readonly<Record<Standing, string>> = {
  holds: 'holds',
  fails: 'fails',
  undecided: 'cannot be decided',
}
const CLASSES: Readonly<Record<Standing, string>> = { holds: 'right', fails: 'wrong', undecided: 'open' }

const ORDER: readonly Standing[] = ['fails', 'undecided', 'holds']

/** What a right answer does, thing by thing, and whether this one does it: what fails comes first. */
export function VerdictTree({ verdict }: { verdict: Verdict }) {
  const { accept, instances, properties } = verdict
  const held = properties.filter(({ standing }) => standing === 'holds').length
  return (
    // The summary says that all holds; each new verdict opens or folds it again.
    <details key={String(accept)} className={styles['tried']} open={accept !== true}>
      <summary>
        What was tried{' '}
        <small>
          {`${held} of ${properties.length} hold`}
          {instances > 0 && `; ${triedOn(instances, accept)}`}
        </small>
      </summary>
      <PropertyList verdict={verdict} />
    </details>
  )
}

function PropertyList({ verdict: { properties, unread } }: { verdict: Verdict }) {
  const wordsOf = (standing: Standing) =>
    standing === 'undecided' && unread.length > 0 ? 'not known before it is read' : WORDS[standing]
  const inOrder = properties.toSorted((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing))
  return (
    <ul className={styles['tree']} aria-label="Properties of your answer">
      {inOrder.map(({ id, prose, standing, measured }) => (
        <li key={id}>
          <span className={styles[CLASSES[standing]]} aria-hidden="true">
            {SIGNS[standing]}
          </span>
          <div>
            <p>
              <Prose>{capitalised(prose)}</Prose>
              <span className="visually-hidden">: {wordsOf(standing)}</span>
            </p>
            {measured && (
              <p>
                <Prose>{capitalised(measured)}</Prose>
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

export const capitalised = (prose: string) => prose.charAt(0).toUpperCase() + prose.slice(1)

/** One instance that fails is enough, so that not all of them need be tried. */
function triedOn(instances: number, accept: boolean | null): string {
  if (accept !== false || instances === INSTANCES) return `on ${instances} random cases`
  return `on the first ${instances} of ${INSTANCES} random cases, one failure settles it`
}

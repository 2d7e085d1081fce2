import { type Declaration, declarations } from '../../constructions/declared'
import { useFromSession } from '../explorer'
import { PageLink } from '../PageLink'
import styles from './home.module.css'
import { miniatures } from './pictures'

/** The rooms in the order of the notes, each with its question and its figure as it is now. */
export function Path() {
  return (
    <section className={styles['path']} aria-labelledby="path">
      <div className={styles['heading']}>
        <h2 id="path">The path</h2>
        <p>one idea each, five to ten minutes; every picture here is live</p>
        <PageLink to={declarations[0].id} className={styles['start']}>
          Start at a <span aria-hidden="true">→</span>
        </PageLink>
      </div>
      <ol>
        {declarations.map((construction) => (
          <li key={construction.id}>
            <Step construction={construction} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Step({ construction: { id, title, source, asks } }: { construction: Declaration }) {
  const Miniature = miniatures[id]
  const params = useFromSession((session) => session.params[id])
  return (
    <PageLink to={id} className={styles['step']}>
      <span className={styles['part']}>
        <span className="visually-hidden">part </span>
        <span>{source.replace(/^1\((.)\)/, '$1\u2009')}</span>
      </span>
      {Miniature && <Miniature params={params} />}
      <strong>{title}</strong>
      <span className={styles['asks']}>{asks}</span>
    </PageLink>
  )
}
